package thalweg.nn;

import thalweg.tensor.Numbers;
import thalweg.tensor.Tensors;

/// `x` moved by `λ` towards 0, and 0 within `λ` of it: PyTorch's `nn.Softshrink`.
public final class Softshrink extends Activation {
  /// With `λ` = 0.5.
  public Softshrink() {
    this(0.5);
  }

  /// With `λ` = `lambda`.
  ///
  /// @throws IllegalArgumentException if `lambda` is negative
  public Softshrink(double lambda) {
    super(
        "Softshrink(" + Numbers.shortest(lambda) + ")",
        x -> Tensors.where(x.gt(0), x.sub(lambda), x.add(lambda)).maskedFill(x.abs().le(lambda), 0));
    if (!(lambda >= 0)) {
      throw new IllegalArgumentException("Softshrink: lambda %s must be at least 0".formatted(lambda));
    }
  }
}
