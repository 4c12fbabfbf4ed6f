package thalweg.nn;

import thalweg.tensor.Tensor;

/// `x / (1 + |x|)`: PyTorch's `nn.Softsign`.
public final class Softsign extends Activation {
  /// The one there is.
  public Softsign() {
    super("Softsign()", Tensor::softsign);
  }
}
