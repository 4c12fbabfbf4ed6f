package thalweg.nn;

import thalweg.tensor.Tensor;

/// `1 / (1 + e⁻ˣ)`: PyTorch's `nn.Sigmoid`.
public final class Sigmoid extends Activation {
  /// The one there is.
  public Sigmoid() {
    super("Sigmoid()", Tensor::sigmoid);
  }
}
