package thalweg.nn;

import java.util.Objects;
import thalweg.op.Reduction;
import thalweg.tensor.Tensor;
import thalweg.tensor.Warnings;

/// The mean squared error `Σ (xᵢ − yᵢ)² / n`: PyTorch's `nn.MSELoss`.
///
/// Input and target have the same shape, any. With [Reduction#SUM] there is no division by `n`; with
/// [Reduction#NONE] the result has that shape, otherwise it is one number. Shapes that differ broadcast, with
/// a warning: that is seldom meant.
///
/// ```java
/// var loss = new MSELoss();
/// IO.println(loss.apply(tensor(1.0, 2.0), tensor(1.0, 4.0)));  // tensor(2.)
/// ```
///
/// @param reduction what becomes of the squares; the mean by default
public record MSELoss(Reduction reduction) implements Loss {
  public MSELoss {
    Objects.requireNonNull(reduction, "reduction");
  }

  /// The mean of the squares.
  public MSELoss() {
    this(Reduction.MEAN);
  }

  /// With PyTorch's former arguments, which override `reduction` and warn: `reduce` false is
  /// [Reduction#NONE], otherwise `sizeAverage` false is [Reduction#SUM]. Null is "not given", and counts as
  /// true beside one that is.
  ///
  /// @deprecated say `reduction`
  @Deprecated(since = "0.1.0")
  public MSELoss(Boolean sizeAverage, Boolean reduce, Reduction reduction) {
    this(formerReduction(sizeAverage, reduce, reduction));
  }

  private static Reduction formerReduction(
      Boolean sizeAverage, Boolean reduce, Reduction reduction) {
    if (sizeAverage == null && reduce == null) {
      return reduction;
    }
    boolean average = !Boolean.FALSE.equals(sizeAverage);
    boolean reduced = !Boolean.FALSE.equals(reduce);
    Reduction chosen = reduced ? (average ? Reduction.MEAN : Reduction.SUM) : Reduction.NONE;
    Warnings.warn(
        ("MSELoss: size_average and reduce are deprecated and override reduction; please use "
            + "reduction='%s' instead")
            .formatted(chosen));
    return chosen;
  }

  @Override
  public Tensor apply(Tensor input, Tensor target) {
    return Functional.mseLoss(input, target, reduction);
  }

  @Override
  public String toString() {
    return "MSELoss()";
  }
}
