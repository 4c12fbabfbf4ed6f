package thalweg.nn;

import thalweg.tensor.Tensor;

/// `tanh x`, element by element: PyTorch's `nn.Tanh`. Any shape.
public record Tanh() implements Layer {
  @Override
  public Tensor apply(Tensor x) {
    return x.tanh();
  }

  @Override
  public String toString() {
    return "Tanh()";
  }
}
