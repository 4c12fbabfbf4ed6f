package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;

/// Adaptive moments: PyTorch's `torch.optim.Adam` (Kingma and Ba 2015; `amsgrad`: Reddi et al. 2018).
///
/// With gradient `g` of step `t` and weight decay `λ`, for each parameter `p`:
///
/// ```
/// g ← g + λ·p
/// m ← β₁·m + (1 − β₁)·g
/// v ← β₂·v + (1 − β₂)·g²
/// p ← p − lr / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
/// ```
///
/// With `amsgrad` the largest `v` so far takes the place of `v` in the last line.
public final class Adam extends PerParameterOptimizer<Adam.Options> {
  /// What can be chosen; all have a default.
  ///
  /// @param lr          the learning rate, 0.001 by default
  /// @param beta1       `β₁`, 0.9 by default
  /// @param beta2       `β₂`, 0.999 by default
  /// @param eps         `ε`, 1e-8 by default
  /// @param weightDecay `λ`, 0 by default
  /// @param amsgrad     never let the effective rate grow; false by default
  /// @param maximize    ascend instead; false by default
  public record Options(
      double lr,
      double beta1,
      double beta2,
      double eps,
      double weightDecay,
      boolean amsgrad,
      boolean maximize)
      implements OptimizerOptions.WithBetas<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    @Override
    public Options betas(double beta1, double beta2) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    /// With `ε`.
    public Options eps(double eps) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    /// With weight decay `λ`.
    public Options weightDecay(double weightDecay) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    /// With the largest second moment so far.
    public Options amsgrad(boolean amsgrad) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    /// Ascending.
    public Options maximize(boolean maximize) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("Adam", "lr", lr);
      Require.betas("Adam", this);
      Require.atLeastZero("Adam", "eps", eps);
      Require.atLeastZero("Adam", "weightDecay", weightDecay);
    }
  }

  /// With the default options.
  public Adam(List<Tensor> parameters) {
    this(parameters, lr(0.001));
  }

  /// With options: `new Adam(net.parameters(), Adam.lr(0.01).betas(0.8, 0.99))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public Adam(List<Tensor> parameters, Options options) {
    super("Adam", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0.9, 0.999, 1e-8, 0, false, false);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    update(p, g, o, o.eps, o.amsgrad, state);
  }

  /// The rule, which [AdamW] shares.
  static void update(
      Tensor p,
      Tensor g,
      OptimizerOptions.WithBetas<?> o,
      double eps,
      boolean amsgrad,
      ParameterState state) {
    long t = state.countStep();
    Tensor m = state.average("exp_avg", g, o.beta1());
    Tensor v = state.averageSquare("exp_avg_sq", g, o.beta2());
    if (amsgrad) {
      v = state.put("max_exp_avg_sq", state.get("max_exp_avg_sq").maximum(v));
    }
    double stepSize = o.lr() / (1 - StrictMath.pow(o.beta1(), t));
    double correction = Math.sqrt(1 - StrictMath.pow(o.beta2(), t));
    p.addcdiv_(m, v.sqrt().div_(correction).add_(eps), -stepSize);
  }

  static StateNames stateNames(boolean amsgrad) {
    return amsgrad
        ? StateNames.stepAnd("exp_avg", "exp_avg_sq", "max_exp_avg_sq")
        : StateNames.stepAnd("exp_avg", "exp_avg_sq");
  }

  @Override
  protected StateNames stateNames(Options o) {
    return stateNames(o.amsgrad);
  }
}
