package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;

/// Steps as large as the former ones, so that units agree: PyTorch's `torch.optim.Adadelta` (Zeiler 2012).
///
/// With gradient `g` and weight decay `λ`, for each parameter `p`:
///
/// ```
/// g ← g + λ·p
/// v ← ρ·v + (1 − ρ)·g²
/// d ← √(u + ε) / √(v + ε) · g
/// u ← ρ·u + (1 − ρ)·d²
/// p ← p − lr·d
/// ```
public final class Adadelta extends PerParameterOptimizer<Adadelta.Options> {
  /// What can be chosen; all have a default.
  ///
  /// @param lr          the learning rate, 1 by default
  /// @param rho         `ρ`, 0.9 by default
  /// @param eps         `ε`, 1e-6 by default
  /// @param weightDecay `λ`, 0 by default
  /// @param maximize    ascend instead; false by default
  public record Options(double lr, double rho, double eps, double weightDecay, boolean maximize)
      implements OptimizerOptions<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(lr, rho, eps, weightDecay, maximize);
    }

    /// With the decay `ρ` of the averages.
    public Options rho(double rho) {
      return new Options(lr, rho, eps, weightDecay, maximize);
    }

    /// With `ε`.
    public Options eps(double eps) {
      return new Options(lr, rho, eps, weightDecay, maximize);
    }

    /// With weight decay `λ`.
    public Options weightDecay(double weightDecay) {
      return new Options(lr, rho, eps, weightDecay, maximize);
    }

    /// Ascending.
    public Options maximize(boolean maximize) {
      return new Options(lr, rho, eps, weightDecay, maximize);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("Adadelta", "lr", lr);
      if (!(rho >= 0 && rho <= 1)) {
        throw Require.refused("Adadelta", "rho", rho, "it must be from 0 to 1");
      }
      Require.atLeastZero("Adadelta", "eps", eps);
      Require.atLeastZero("Adadelta", "weightDecay", weightDecay);
    }
  }

  /// With the default options.
  public Adadelta(List<Tensor> parameters) {
    this(parameters, lr(1));
  }

  /// With options: `new Adadelta(net.parameters(), Adadelta.lr(1).rho(0.95))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public Adadelta(List<Tensor> parameters, Options options) {
    super("Adadelta", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0.9, 1e-6, 0, false);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    state.countStep();
    Tensor square = state.averageSquare("square_avg", g, o.rho);
    Tensor former = state.get("acc_delta").add(o.eps).sqrt();
    Tensor delta = former.div(square.add(o.eps).sqrt()).mul(g);
    state.averageSquare("acc_delta", delta, o.rho);
    p.sub_(delta, o.lr);
  }

  @Override
  protected StateNames stateNames(Options o) {
    return StateNames.stepAnd("square_avg", "acc_delta");
  }
}
