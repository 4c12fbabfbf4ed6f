package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;

/// [Adam] that trusts its second moment only once it varies little: PyTorch's `torch.optim.RAdam` (Liu et al.
/// 2020).
///
/// With gradient `g` of step `t` and weight decay `λ`, for each parameter `p`:
///
/// ```
/// g  ← g + λ·p
/// m  ← β₁·m + (1 − β₁)·g
/// v  ← β₂·v + (1 − β₂)·g²
/// ρ∞ = 2 / (1 − β₂) − 1
/// ρ  = ρ∞ − 2·t·β₂ᵗ / (1 − β₂ᵗ)
/// r  = √((ρ − 4)(ρ − 2)·ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)·ρ)) · √(1 − β₂ᵗ) / (√v + ε)      (1 as long as ρ ≤ 5)
/// p  ← p − lr · m / (1 − β₁ᵗ) · r
/// ```
public final class RAdam extends PerParameterOptimizer<RAdam.Options> {
  /// What can be chosen; all have a default.
  ///
  /// @param lr          the learning rate, 0.001 by default
  /// @param beta1       `β₁`, 0.9 by default
  /// @param beta2       `β₂`, 0.999 by default
  /// @param eps         `ε`, 1e-8 by default
  /// @param weightDecay `λ`, 0 by default
  public record Options(double lr, double beta1, double beta2, double eps, double weightDecay)
      implements OptimizerOptions.WithBetas<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(lr, beta1, beta2, eps, weightDecay);
    }

    @Override
    public Options betas(double beta1, double beta2) {
      return new Options(lr, beta1, beta2, eps, weightDecay);
    }

    /// With `ε`.
    public Options eps(double eps) {
      return new Options(lr, beta1, beta2, eps, weightDecay);
    }

    /// With weight decay `λ`.
    public Options weightDecay(double weightDecay) {
      return new Options(lr, beta1, beta2, eps, weightDecay);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("RAdam", "lr", lr);
      Require.betas("RAdam", this);
      Require.atLeastZero("RAdam", "eps", eps);
      Require.atLeastZero("RAdam", "weightDecay", weightDecay);
    }
  }

  /// With the default options.
  public RAdam(List<Tensor> parameters) {
    this(parameters, lr(0.001));
  }

  /// With options: `new RAdam(net.parameters(), RAdam.lr(0.01).betas(0.8, 0.99))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public RAdam(List<Tensor> parameters, Options options) {
    super("RAdam", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0.9, 0.999, 1e-8, 0);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    long t = state.countStep();
    Tensor m = state.average("exp_avg", g, o.beta1);
    Tensor v = state.averageSquare("exp_avg_sq", g, o.beta2);
    double power = StrictMath.pow(o.beta2, t);
    double longest = 2 / (1 - o.beta2) - 1;
    double length = longest - 2 * t * power / (1 - power);
    Tensor direction = m.div(1 - StrictMath.pow(o.beta1, t)).mul(o.lr);
    if (length > 5) {
      Tensor rate = v.sqrt().add(o.eps).reciprocal().mul(Math.sqrt(1 - power));
      direction = direction.mul(rate).mul(rectification(length, longest));
    }
    p.sub_(direction);
  }

  private static double rectification(double rho, double longest) {
    return Math.sqrt(
        (rho - 4) * (rho - 2) * longest / ((longest - 4) * (longest - 2) * rho));
  }

  @Override
  protected StateNames stateNames(Options o) {
    return StateNames.stepAnd("exp_avg", "exp_avg_sq");
  }
}
