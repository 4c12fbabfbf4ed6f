package thalweg.nn;

import thalweg.op.Reduction;
import thalweg.tensor.Tensor;

/// `−(yᵢ·ln xᵢ + (1 − yᵢ)·ln(1 − xᵢ))` of probabilities `x`, logarithms held at −100: PyTorch's `nn.BCELoss`.
/// Input and target have one shape, any.
///
/// @param options what can be chosen
public record BCELoss(Options options) implements Loss {
  /// What can be chosen.
  ///
  /// @param weight    the weight of each element's loss, which broadcasts; null, the default, for 1
  /// @param reduction what becomes of the elements' losses; the mean by default
  public record Options(Tensor weight, Reduction reduction) {
    /// With these weights of the elements.
    public Options weight(Tensor weight) {
      return new Options(weight, reduction);
    }

    /// With this reduction.
    public Options reduction(Reduction reduction) {
      return new Options(weight, reduction);
    }
  }

  /// With PyTorch's defaults.
  public BCELoss() {
    this(defaults());
  }

  private static Options defaults() {
    return new Options(null, Reduction.MEAN);
  }

  /// The defaults, but with these weights of the elements.
  public static Options weight(Tensor weight) {
    return defaults().weight(weight);
  }

  /// The defaults, but with this reduction.
  public static Options reduction(Reduction reduction) {
    return defaults().reduction(reduction);
  }

  @Override
  public Tensor apply(Tensor input, Tensor target) {
    return Functional.binaryCrossEntropy(input, target, options.weight, options.reduction);
  }

  /// `BCELoss()`.
  @Override
  public String toString() {
    return "BCELoss()";
  }
}
