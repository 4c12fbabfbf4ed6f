package thalweg.nn;

import java.util.Locale;
import thalweg.op.Activations.Approximate;

/// `x·Φ(x)` with the normal distribution function `Φ`: PyTorch's `nn.GELU`, Hendrycks and Gimpel 2016.
public final class GELU extends Activation {
  /// Exact.
  public GELU() {
    this(Approximate.NONE);
  }

  /// Exact for [Approximate#NONE]; for [Approximate#TANH] by
  /// `x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2`.
  public GELU(Approximate approximate) {
    super(
        "GELU(approximate='" + approximate.name().toLowerCase(Locale.ROOT) + "')",
        x -> x.gelu(approximate));
  }
}
