package thalweg.nn;

import thalweg.tensor.Numbers;

/// `x`, and 0 within `λ` of 0: PyTorch's `nn.Hardshrink`.
public final class Hardshrink extends Activation {
  /// With `λ` = 0.5.
  public Hardshrink() {
    this(0.5);
  }

  /// With `λ` = `lambda`.
  public Hardshrink(double lambda) {
    super(
        "Hardshrink(" + Numbers.shortest(lambda) + ")",
        x -> x.maskedFill(x.abs().le(lambda), 0));
  }
}
