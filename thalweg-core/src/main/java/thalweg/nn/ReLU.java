package thalweg.nn;

import thalweg.tensor.Tensor;

/// `max(x, 0)`: PyTorch's `nn.ReLU`.
public final class ReLU extends Activation {
  /// The one there is.
  public ReLU() {
    super("ReLU()", Tensor::relu);
  }
}
