package thalweg.nn;

import thalweg.tensor.Tensor;

/// `1 / (1 + e⁻ˣ)`, element by element: PyTorch's `nn.Sigmoid`. Any shape.
public record Sigmoid() implements Layer {
  @Override
  public Tensor apply(Tensor x) {
    return x.sigmoid();
  }

  @Override
  public String toString() {
    return "Sigmoid()";
  }
}
