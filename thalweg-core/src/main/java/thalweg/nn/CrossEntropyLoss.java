package thalweg.nn;

import thalweg.op.Reduction;
import thalweg.tensor.Tensor;

/// `−wₜ·ln softmax(x)ₜ` of the class `t` of each row of scores: PyTorch's `nn.CrossEntropyLoss`. The mean is
/// weighted.
///
/// - Scores `(N, C, *)` and classes `(N, *)`, `int64`; or `(C)` and `()`. Or a floating target of the shape of
///   the scores, with a probability for every class.
/// - The loss is one number, or of shape `(N, *)` for [Reduction#NONE].
///
/// ```java
/// var loss = new CrossEntropyLoss(CrossEntropyLoss.labelSmoothing(0.1));
/// var scores = tensor(new float[][] {{2, 0, 0}, {0, 1, 0}});
/// IO.println(loss.apply(scores, tensor(0L, 1L)));  // tensor(0.4955)
/// ```
///
/// @param options what can be chosen
public record CrossEntropyLoss(Options options) implements Loss {
  /// What can be chosen.
  ///
  /// @param weight         the weight of each class, `(C)`; null, the default, for 1
  /// @param ignoreIndex    the class whose rows count for nothing; −100 by default
  /// @param reduction      what becomes of the elements' losses; the mean by default
  /// @param labelSmoothing the share of each target that is spread evenly over all classes; 0 by default
  public record Options(Tensor weight, long ignoreIndex, Reduction reduction, double labelSmoothing) {
    /// With these weights of the classes.
    public Options weight(Tensor weight) {
      return new Options(weight, ignoreIndex, reduction, labelSmoothing);
    }

    /// With this class left out.
    public Options ignoreIndex(long ignoreIndex) {
      return new Options(weight, ignoreIndex, reduction, labelSmoothing);
    }

    /// With this reduction.
    public Options reduction(Reduction reduction) {
      return new Options(weight, ignoreIndex, reduction, labelSmoothing);
    }

    /// With so much of each target spread over all classes.
    public Options labelSmoothing(double labelSmoothing) {
      return new Options(weight, ignoreIndex, reduction, labelSmoothing);
    }
  }

  /// With PyTorch's defaults.
  public CrossEntropyLoss() {
    this(defaults());
  }

  private static Options defaults() {
    return new Options(null, -100, Reduction.MEAN, 0);
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

  /// The defaults, but with so much of each target spread over all classes.
  public static Options labelSmoothing(double labelSmoothing) {
    return defaults().labelSmoothing(labelSmoothing);
  }

  @Override
  public Tensor apply(Tensor input, Tensor target) {
    return Functional.crossEntropy(
        input,
        target,
        options.weight,
        options.reduction,
        options.ignoreIndex,
        options.labelSmoothing);
  }

  /// `CrossEntropyLoss()`.
  @Override
  public String toString() {
    return "CrossEntropyLoss()";
  }
}
