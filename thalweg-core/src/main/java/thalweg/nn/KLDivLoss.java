package thalweg.nn;

import thalweg.op.Reduction;
import thalweg.tensor.Tensor;

/// `yᵢ·(ln yᵢ − xᵢ)` of log-probabilities `x` and probabilities `y`: PyTorch's `nn.KLDivLoss`. Shapes as in
/// [MSELoss]. `KLDivLoss.batchMean(true)` is PyTorch's `reduction='batchmean'`, the divergence as mathematics
/// has it.
///
/// @param options what can be chosen
public record KLDivLoss(Options options) implements Loss {
  /// What can be chosen.
  ///
  /// @param reduction what becomes of the elements' losses; the mean by default
  /// @param batchMean whether the sum is divided by the length of the first dimension, whatever the reduction;
  ///                  false by default
  /// @param logTarget whether the target, too, holds log-probabilities; false by default
  public record Options(Reduction reduction, boolean batchMean, boolean logTarget) {
    /// With this reduction.
    public Options reduction(Reduction reduction) {
      return new Options(reduction, batchMean, logTarget);
    }

    /// With the sum divided by the length of the first dimension.
    public Options batchMean(boolean batchMean) {
      return new Options(reduction, batchMean, logTarget);
    }

    /// With a target of log-probabilities.
    public Options logTarget(boolean logTarget) {
      return new Options(reduction, batchMean, logTarget);
    }
  }

  /// With PyTorch's defaults.
  public KLDivLoss() {
    this(defaults());
  }

  private static Options defaults() {
    return new Options(Reduction.MEAN, false, false);
  }

  /// The defaults, but with this reduction.
  public static Options reduction(Reduction reduction) {
    return defaults().reduction(reduction);
  }

  /// The defaults, but with the sum divided by the length of the first dimension.
  public static Options batchMean(boolean batchMean) {
    return defaults().batchMean(batchMean);
  }

  /// The defaults, but with a target of log-probabilities.
  public static Options logTarget(boolean logTarget) {
    return defaults().logTarget(logTarget);
  }

  @Override
  public Tensor apply(Tensor input, Tensor target) {
    return options.batchMean
        ? Functional.klDivBatchMean(input, target, options.logTarget)
        : Functional.klDiv(input, target, options.reduction, options.logTarget);
  }

  /// `KLDivLoss()`.
  @Override
  public String toString() {
    return "KLDivLoss()";
  }
}
