package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;

/// [Adam] with weight decay apart from the gradient: PyTorch's `torch.optim.AdamW` (Loshchilov and Hutter 2019).
///
/// With gradient `g` of step `t` and weight decay `λ`, for each parameter `p`:
///
/// ```
/// p ← p − lr·λ·p
/// m ← β₁·m + (1 − β₁)·g
/// v ← β₂·v + (1 − β₂)·g²
/// p ← p − lr / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
/// ```
///
/// With `amsgrad` the largest `v` so far takes the place of `v` in the last line.
public final class AdamW extends PerParameterOptimizer<AdamW.Options> {
  /// What can be chosen; all have a default.
  ///
  /// @param lr          the learning rate, 0.001 by default
  /// @param beta1       `β₁`, 0.9 by default
  /// @param beta2       `β₂`, 0.999 by default
  /// @param eps         `ε`, 1e-8 by default
  /// @param weightDecay `λ`, 0.01 by default
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
    public boolean isDecayDecoupled() {
      return true;
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("AdamW", "lr", lr);
      Require.betas("AdamW", this);
      Require.atLeastZero("AdamW", "eps", eps);
      Require.atLeastZero("AdamW", "weightDecay", weightDecay);
    }
  }

  /// With the default options.
  public AdamW(List<Tensor> parameters) {
    this(parameters, lr(0.001));
  }

  /// With options: `new AdamW(net.parameters(), AdamW.lr(0.01).weightDecay(0.1))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public AdamW(List<Tensor> parameters, Options options) {
    super("AdamW", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0.9, 0.999, 1e-8, 0.01, false, false);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    Adam.update(p, g, o, o.eps, o.amsgrad, state);
  }

  @Override
  protected StateNames stateNames(Options o) {
    return Adam.stateNames(o.amsgrad);
  }
}
