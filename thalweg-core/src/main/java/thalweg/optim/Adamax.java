package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;

/// [Adam] with the largest gradient in place of the root of the mean square: PyTorch's `torch.optim.Adamax`
/// (Kingma and Ba 2015).
///
/// With gradient `g` of step `t` and weight decay `λ`, for each parameter `p`:
///
/// ```
/// g ← g + λ·p
/// m ← β₁·m + (1 − β₁)·g
/// u ← max(β₂·u, |g| + ε)
/// p ← p − lr / (1 − β₁ᵗ) · m / u
/// ```
public final class Adamax extends PerParameterOptimizer<Adamax.Options> {
  /// What can be chosen; all have a default.
  ///
  /// @param lr          the learning rate, 0.002 by default
  /// @param beta1       `β₁`, 0.9 by default
  /// @param beta2       `β₂`, 0.999 by default
  /// @param eps         `ε`, 1e-8 by default
  /// @param weightDecay `λ`, 0 by default
  /// @param maximize    ascend instead; false by default
  public record Options(
      double lr,
      double beta1,
      double beta2,
      double eps,
      double weightDecay,
      boolean maximize)
      implements OptimizerOptions.WithBetas<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(lr, beta1, beta2, eps, weightDecay, maximize);
    }

    @Override
    public Options betas(double beta1, double beta2) {
      return new Options(lr, beta1, beta2, eps, weightDecay, maximize);
    }

    /// With `ε`.
    public Options eps(double eps) {
      return new Options(lr, beta1, beta2, eps, weightDecay, maximize);
    }

    /// With weight decay `λ`.
    public Options weightDecay(double weightDecay) {
      return new Options(lr, beta1, beta2, eps, weightDecay, maximize);
    }

    /// Ascending.
    public Options maximize(boolean maximize) {
      return new Options(lr, beta1, beta2, eps, weightDecay, maximize);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("Adamax", "lr", lr);
      Require.betas("Adamax", this);
      Require.atLeastZero("Adamax", "eps", eps);
      Require.atLeastZero("Adamax", "weightDecay", weightDecay);
    }
  }

  /// With the default options.
  public Adamax(List<Tensor> parameters) {
    this(parameters, lr(0.002));
  }

  /// With options: `new Adamax(net.parameters(), Adamax.lr(0.01).betas(0.8, 0.99))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public Adamax(List<Tensor> parameters, Options options) {
    super("Adamax", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0.9, 0.999, 1e-8, 0, false);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    long t = state.countStep();
    Tensor m = state.average("exp_avg", g, o.beta1);
    Tensor u = state.put("exp_inf", state.get("exp_inf").mul(o.beta2).maximum(g.abs().add(o.eps)));
    p.addcdiv_(m, u, -(o.lr / (1 - StrictMath.pow(o.beta1, t))));
  }

  @Override
  protected StateNames stateNames(Options o) {
    return StateNames.stepAnd("exp_avg", "exp_inf");
  }
}
