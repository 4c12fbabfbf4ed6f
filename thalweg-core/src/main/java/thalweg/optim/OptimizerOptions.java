package thalweg.optim;

/// The settings of a group of parameters: what all optimisers have in common. Each optimiser has an immutable
/// record of them, `SGD.Options`, with a static start, `SGD.lr(0.1)`, and all else at PyTorch's defaults.
///
/// @param <O> the record itself
public interface OptimizerOptions<O extends OptimizerOptions<O>> {
  /// The learning rate.
  double lr();

  /// With another learning rate.
  O lr(double lr);

  /// The weight decay `λ`; 0 where the optimiser has none.
  default double weightDecay() {
    return 0;
  }

  /// True if weight decay shrinks the parameter itself, `p ← p − lr·λ·p`, and false if it is added to the
  /// gradient, `g ← g + λ·p`.
  default boolean isDecayDecoupled() {
    return false;
  }

  /// True to ascend: the gradient counts with the opposite sign.
  default boolean maximize() {
    return false;
  }

  /// @throws IllegalArgumentException if a value is out of PyTorch's range
  void requireValid();

  /// Options with a momentum, which schedulers can cycle.
  ///
  /// @param <O> the record itself
  interface WithMomentum<O extends OptimizerOptions<O>> extends OptimizerOptions<O> {
    /// The momentum.
    double momentum();

    /// With another momentum.
    O momentum(double momentum);
  }

  /// Options with the decays `β₁` and `β₂` of two averages. The first is a momentum, which schedulers can
  /// cycle.
  ///
  /// @param <O> the record itself
  interface WithBetas<O extends OptimizerOptions<O>> extends OptimizerOptions<O> {
    /// `β₁`, the decay of the gradients' average.
    double beta1();

    /// `β₂`, the decay of the average of their squares or sizes.
    double beta2();

    /// With other decays.
    O betas(double beta1, double beta2);
  }
}
