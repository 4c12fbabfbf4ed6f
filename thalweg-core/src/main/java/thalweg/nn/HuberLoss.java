package thalweg.nn;

import java.util.Objects;
import thalweg.op.Reduction;
import thalweg.tensor.Tensor;

/// `d²/2` for `|d| ≤ δ`, otherwise `δ·(|d| − δ/2)`, with `d = xᵢ − yᵢ`: PyTorch's `nn.HuberLoss`, Huber 1964.
/// Shapes as in [MSELoss].
///
/// @param reduction what becomes of the elements' losses; the mean by default
/// @param delta where the parabola ends, above 0; 1 by default
public record HuberLoss(Reduction reduction, double delta) implements Loss {
  /// Refuses null.
  public HuberLoss {
    Objects.requireNonNull(reduction, "reduction");
  }

  /// The mean, with `delta` 1.
  public HuberLoss() {
    this(Reduction.MEAN, 1);
  }

  /// The mean.
  public HuberLoss(double delta) {
    this(Reduction.MEAN, delta);
  }

  @Override
  public Tensor apply(Tensor input, Tensor target) {
    return Functional.huberLoss(input, target, reduction, delta);
  }

  /// `HuberLoss()`.
  @Override
  public String toString() {
    return "HuberLoss()";
  }
}
