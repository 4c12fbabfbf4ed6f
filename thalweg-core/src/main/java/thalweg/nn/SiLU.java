package thalweg.nn;

import thalweg.tensor.Tensor;

/// `x·sigmoid(x)`, also called swish: PyTorch's `nn.SiLU`.
public final class SiLU extends Activation {
  /// The one there is.
  public SiLU() {
    super("SiLU()", Tensor::silu);
  }
}
