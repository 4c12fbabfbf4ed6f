package thalweg.nn;

import thalweg.tensor.Tensor;

/// `tanh x`: PyTorch's `nn.Tanh`.
public final class Tanh extends Activation {
  /// The one there is.
  public Tanh() {
    super("Tanh()", Tensor::tanh);
  }
}
