package thalweg.nn;

import thalweg.tensor.Tensor;

/// `x·Φ(x)` with the normal distribution function `Φ`: PyTorch's `nn.GELU`, Hendrycks and Gimpel 2016.
public final class GELU extends Activation {
  private static final double FACTOR = Math.sqrt(2 / Math.PI);

  /// Exact.
  public GELU() {
    this("none");
  }

  /// Exact for `none`; for `tanh` by `x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2`.
  ///
  /// @throws IllegalArgumentException for any other name
  public GELU(String approximate) {
    super(
        "GELU(approximate='" + approximate + "')",
        switch (approximate) {
          case "none" -> Tensor::gelu;
          case "tanh" -> GELU::byTanh;
          default ->
              throw new IllegalArgumentException(
                  "GELU: approximate '" + approximate + "' is not one of none, tanh");
        });
  }

  private static Tensor byTanh(Tensor x) {
    Tensor inner = x.pow(3L).mul(0.044715).add(x).mul(FACTOR);
    return x.mul(0.5).mul(inner.tanh().add(1));
  }
}
