package thalweg.nn;

import java.util.Objects;
import thalweg.op.Reduction;
import thalweg.tensor.Tensor;

/// `d²/(2β)` for `|d| < β`, otherwise `|d| − β/2`, with `d = xᵢ − yᵢ`: PyTorch's `nn.SmoothL1Loss`, Girshick
/// 2015. Shapes as in [MSELoss].
///
/// @param reduction what becomes of the elements' losses; the mean by default
/// @param beta where the parabola ends; 1 by default, 0 for the absolute error
public record SmoothL1Loss(Reduction reduction, double beta) implements Loss {
  /// Refuses null.
  public SmoothL1Loss {
    Objects.requireNonNull(reduction, "reduction");
  }

  /// The mean, with `beta` 1.
  public SmoothL1Loss() {
    this(Reduction.MEAN, 1);
  }

  /// The mean.
  public SmoothL1Loss(double beta) {
    this(Reduction.MEAN, beta);
  }

  @Override
  public Tensor apply(Tensor input, Tensor target) {
    return Functional.smoothL1Loss(input, target, reduction, beta);
  }

  /// `SmoothL1Loss()`.
  @Override
  public String toString() {
    return "SmoothL1Loss()";
  }
}
