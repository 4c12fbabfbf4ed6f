package thalweg.nn;

import java.util.Objects;
import thalweg.op.Reduction;
import thalweg.tensor.Tensor;

/// The absolute error `|xᵢ − yᵢ|`: PyTorch's `nn.L1Loss`. Shapes as in [MSELoss].
///
/// ```java
/// IO.println(new L1Loss().apply(tensor(1.0, 2.0), tensor(1.0, 5.0)));  // tensor(1.5000)
/// ```
///
/// @param reduction what becomes of the elements' losses; the mean by default
public record L1Loss(Reduction reduction) implements Loss {
  /// Refuses null.
  public L1Loss {
    Objects.requireNonNull(reduction, "reduction");
  }

  /// The mean.
  public L1Loss() {
    this(Reduction.MEAN);
  }

  @Override
  public Tensor apply(Tensor input, Tensor target) {
    return Functional.l1Loss(input, target, reduction);
  }

  /// `L1Loss()`.
  @Override
  public String toString() {
    return "L1Loss()";
  }
}
