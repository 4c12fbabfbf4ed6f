package thalweg.op;

import static thalweg.op.Saved.X;
import static thalweg.op.Saved.Y;

import thalweg.tensor.Tensor;

/// Losses that are one operation each. Both operands have one shape and type;
/// [thalweg.nn.Functional] sees to that.
public final class Losses {
  private static final Structural EACH =
      mse((s, g) -> g.mul(2).mul(s.x().sub(s.y())), (s, g) -> g.mul(2).mul(s.y().sub(s.x())));

  private static final Structural MEAN =
      mse(
          (s, g) -> s.x().sub(s.y()).mul(g.mul(2.0 / s.x().size())),
          (s, g) -> s.y().sub(s.x()).mul(g.mul(2.0 / s.x().size())));

  private Losses() {}

  private static Structural mse(Gradient.Formula dx, Gradient.Formula dy) {
    return Structural.of(
        "mse_loss", "MseLossBackward0", new Gradient(X | Y, dx), new Gradient(X | Y, dy));
  }

  /// `(xᵢ − yᵢ)²`.
  public static Tensor squaredErrors(Tensor x, Tensor y) {
    return EACH.record(squares(x, y), x, y);
  }

  /// `Σ (xᵢ − yᵢ)²`.
  public static Tensor sumOfSquaredErrors(Tensor x, Tensor y) {
    return EACH.record(squares(x, y).sum(), x, y);
  }

  /// `Σ (xᵢ − yᵢ)² / n`.
  public static Tensor meanSquaredError(Tensor x, Tensor y) {
    return MEAN.record(squares(x, y).mean(), x, y);
  }

  private static Tensor squares(Tensor x, Tensor y) {
    Tensor difference = x.detach().sub(y.detach());
    return difference.mul(difference);
  }
}
