package thalweg.nn;

import thalweg.tensor.Tensor;

/// `min(max(x, 0), 6)`: PyTorch's `nn.ReLU6`.
public final class ReLU6 extends Activation {
  /// The one there is.
  public ReLU6() {
    super("ReLU6()", Tensor::relu6);
  }
}
