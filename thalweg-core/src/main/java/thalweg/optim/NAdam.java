package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// [Adam] with Nesterov's momentum: PyTorch's `torch.optim.NAdam` (Dozat 2016).
///
/// With gradient `g` of step `t`, weight decay `λ` and momentum decay `ψ`, for each parameter `p`:
///
/// ```
/// g  ← g + λ·p
/// μₜ = β₁·(1 − ½·0.96^(t·ψ))
/// m  ← β₁·m + (1 − β₁)·g
/// v  ← β₂·v + (1 − β₂)·g²
/// d  ← √(v / (1 − β₂ᵗ)) + ε
/// p  ← p − lr·(1 − μₜ) / (1 − μ₁⋯μₜ) · g / d − lr·μₜ₊₁ / (1 − μ₁⋯μₜ₊₁) · m / d
/// ```
///
/// PyTorch 1.13 has one factor `μₜ` too many in the last product, `μ₁⋯μₜ·μₜ·μₜ₊₁`; so has this.
public final class NAdam extends PerParameterOptimizer<NAdam.Options> {
  /// `μ₁⋯μₜ`, a `float32` as in PyTorch.
  private static final String PRODUCT = "mu_product";

  /// What can be chosen; all have a default.
  ///
  /// @param lr            the learning rate, 0.002 by default
  /// @param beta1         `β₁`, 0.9 by default
  /// @param beta2         `β₂`, 0.999 by default
  /// @param eps           `ε`, 1e-8 by default
  /// @param weightDecay   `λ`, 0 by default
  /// @param momentumDecay `ψ`, 0.004 by default
  public record Options(
      double lr,
      double beta1,
      double beta2,
      double eps,
      double weightDecay,
      double momentumDecay)
      implements OptimizerOptions.WithBetas<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(lr, beta1, beta2, eps, weightDecay, momentumDecay);
    }

    @Override
    public Options betas(double beta1, double beta2) {
      return new Options(lr, beta1, beta2, eps, weightDecay, momentumDecay);
    }

    /// With `ε`.
    public Options eps(double eps) {
      return new Options(lr, beta1, beta2, eps, weightDecay, momentumDecay);
    }

    /// With weight decay `λ`.
    public Options weightDecay(double weightDecay) {
      return new Options(lr, beta1, beta2, eps, weightDecay, momentumDecay);
    }

    /// With momentum decay `ψ`.
    public Options momentumDecay(double momentumDecay) {
      return new Options(lr, beta1, beta2, eps, weightDecay, momentumDecay);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("NAdam", "lr", lr);
      Require.betas("NAdam", this);
      Require.atLeastZero("NAdam", "eps", eps);
      Require.atLeastZero("NAdam", "weightDecay", weightDecay);
      Require.atLeastZero("NAdam", "momentumDecay", momentumDecay);
    }
  }

  /// With the default options.
  public NAdam(List<Tensor> parameters) {
    this(parameters, lr(0.002));
  }

  /// With options: `new NAdam(net.parameters(), NAdam.lr(0.01).momentumDecay(0.01))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public NAdam(List<Tensor> parameters, Options options) {
    super("NAdam", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0.9, 0.999, 1e-8, 0, 0.004);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    long t = state.countStep();
    double mu = momentum(o, t);
    double next = momentum(o, t + 1);
    Tensor product = state.put(PRODUCT, state.get(PRODUCT, () -> Tensors.ones()).mul(mu));
    double nextProduct = product.mul(mu).mul(next).item();
    Tensor m = state.average("exp_avg", g, o.beta1);
    Tensor v = state.averageSquare("exp_avg_sq", g, o.beta2);
    Tensor root = v.div(1 - StrictMath.pow(o.beta2, t)).sqrt().add_(o.eps);
    p.addcdiv_(g, root, -o.lr * (1 - mu) / (1 - product.item()));
    p.addcdiv_(m, root, -o.lr * next / (1 - nextProduct));
  }

  private static double momentum(Options o, long t) {
    return o.beta1 * (1 - 0.5 * StrictMath.pow(0.96, t * o.momentumDecay));
  }

  @Override
  protected StateNames stateNames(Options o) {
    return new StateNames(
        List.of(ParameterState.STEP, PRODUCT), List.of("exp_avg", "exp_avg_sq"));
  }
}
