package thalweg.nn;

import thalweg.tensor.Tensor;

/// The input itself: PyTorch's `nn.Identity`.
public record Identity() implements Layer {
  @Override
  public Tensor apply(Tensor x) {
    return x;
  }

  /// `Identity()`.
  @Override
  public String toString() {
    return "Identity()";
  }
}
