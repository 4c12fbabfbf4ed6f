package thalweg.nn;

import thalweg.op.Reduction;
import thalweg.tensor.Tensor;

/// `−wₜ·xₜ` of the class `t` of each row of log-probabilities: PyTorch's `nn.NLLLoss`. The mean is weighted.
/// `(N, C, *)` and classes `(N, *)`, `int64`; or `(C)` and `()`.
///
/// @param options what can be chosen
public record NLLLoss(Options options) implements Loss {
  /// What can be chosen.
  ///
  /// @param weight      the weight of each class, `(C)`; null, the default, for 1
  /// @param ignoreIndex the class whose rows count for nothing; −100 by default
  /// @param reduction   what becomes of the elements' losses; the mean by default
  public record Options(Tensor weight, long ignoreIndex, Reduction reduction) {
    /// With these weights of the classes.
    public Options weight(Tensor weight) {
      return new Options(weight, ignoreIndex, reduction);
    }

    /// With this class left out.
    public Options ignoreIndex(long ignoreIndex) {
      return new Options(weight, ignoreIndex, reduction);
    }

    /// With this reduction.
    public Options reduction(Reduction reduction) {
      return new Options(weight, ignoreIndex, reduction);
    }
  }

  /// With PyTorch's defaults.
  public NLLLoss() {
    this(defaults());
  }

  private static Options defaults() {
    return new Options(null, -100, Reduction.MEAN);
  }

  /// The defaults, but with these weights of the classes.
  public static Options weight(Tensor weight) {
    return defaults().weight(weight);
  }

  /// The defaults, but with this class left out.
  public static Options ignoreIndex(long ignoreIndex) {
    return defaults().ignoreIndex(ignoreIndex);
  }

  /// The defaults, but with this reduction.
  public static Options reduction(Reduction reduction) {
    return defaults().reduction(reduction);
  }

  @Override
  public Tensor apply(Tensor input, Tensor target) {
    return Functional.nllLoss(
        input, target, options.weight, options.reduction, options.ignoreIndex);
  }

  /// `NLLLoss()`.
  @Override
  public String toString() {
    return "NLLLoss()";
  }
}
