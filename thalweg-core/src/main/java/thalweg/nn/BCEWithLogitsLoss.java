package thalweg.nn;

import thalweg.op.Reduction;
import thalweg.tensor.Tensor;

/// `−(p·yᵢ·ln σ(xᵢ) + (1 − yᵢ)·ln(1 − σ(xᵢ)))` with `σ` the sigmoid, stable for any `x`: PyTorch's
/// `nn.BCEWithLogitsLoss`. Input and target have one shape, any.
///
/// @param options what can be chosen
public record BCEWithLogitsLoss(Options options) implements Loss {
  /// What can be chosen.
  ///
  /// @param weight    the weight of each element's loss, which broadcasts; null, the default, for 1
  /// @param reduction what becomes of the elements' losses; the mean by default
  /// @param posWeight the factor of the term of `yᵢ`, which broadcasts; null, the default, for 1
  public record Options(Tensor weight, Reduction reduction, Tensor posWeight) {
    /// With these weights of the elements.
    public Options weight(Tensor weight) {
      return new Options(weight, reduction, posWeight);
    }

    /// With this reduction.
    public Options reduction(Reduction reduction) {
      return new Options(weight, reduction, posWeight);
    }

    /// With this factor of the term of `yᵢ`.
    public Options posWeight(Tensor posWeight) {
      return new Options(weight, reduction, posWeight);
    }
  }

  /// With PyTorch's defaults.
  public BCEWithLogitsLoss() {
    this(defaults());
  }

  private static Options defaults() {
    return new Options(null, Reduction.MEAN, null);
  }

  /// The defaults, but with these weights of the elements.
  public static Options weight(Tensor weight) {
    return defaults().weight(weight);
  }

  /// The defaults, but with this reduction.
  public static Options reduction(Reduction reduction) {
    return defaults().reduction(reduction);
  }

  /// The defaults, but with this factor of the term of `yᵢ`.
  public static Options posWeight(Tensor posWeight) {
    return defaults().posWeight(posWeight);
  }

  @Override
  public Tensor apply(Tensor input, Tensor target) {
    return Functional.binaryCrossEntropyWithLogits(
        input, target, options.weight, options.reduction, options.posWeight);
  }

  /// `BCEWithLogitsLoss()`.
  @Override
  public String toString() {
    return "BCEWithLogitsLoss()";
  }
}
