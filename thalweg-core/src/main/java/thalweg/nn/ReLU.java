package thalweg.nn;

import thalweg.tensor.Tensor;

/// `max(x, 0)`, element by element: PyTorch's `nn.ReLU`. Any shape.
public record ReLU() implements Layer {
  @Override
  public Tensor apply(Tensor x) {
    return x.relu();
  }

  @Override
  public String toString() {
    return "ReLU()";
  }
}
