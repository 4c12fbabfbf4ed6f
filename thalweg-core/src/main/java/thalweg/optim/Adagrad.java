package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Gradients divided by the root of the sum of all their squares: PyTorch's `torch.optim.Adagrad` (Duchi, Hazan
/// and Singer 2011).
///
/// With gradient `g` of step `t`, weight decay `λ` and decay of the rate `η`, for each parameter `p`:
///
/// ```
/// g ← g + λ·p
/// s ← s + g²                 (s at first the initial accumulator value)
/// p ← p − lr / (1 + (t − 1)·η) · g / (√s + ε)
/// ```
public final class Adagrad extends PerParameterOptimizer<Adagrad.Options> {
  /// What can be chosen; all have a default.
  ///
  /// @param lr                      the learning rate, 0.01 by default
  /// @param lrDecay                 `η`, 0 by default
  /// @param weightDecay             `λ`, 0 by default
  /// @param initialAccumulatorValue where `s` starts, 0 by default
  /// @param eps                     `ε`, 1e-10 by default
  /// @param maximize                ascend instead; false by default
  public record Options(
      double lr,
      double lrDecay,
      double weightDecay,
      double initialAccumulatorValue,
      double eps,
      boolean maximize)
      implements OptimizerOptions<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(lr, lrDecay, weightDecay, initialAccumulatorValue, eps, maximize);
    }

    /// With decay `η` of the rate.
    public Options lrDecay(double lrDecay) {
      return new Options(lr, lrDecay, weightDecay, initialAccumulatorValue, eps, maximize);
    }

    /// With weight decay `λ`.
    public Options weightDecay(double weightDecay) {
      return new Options(lr, lrDecay, weightDecay, initialAccumulatorValue, eps, maximize);
    }

    /// With sums that start at `initialAccumulatorValue`.
    public Options initialAccumulatorValue(double initialAccumulatorValue) {
      return new Options(lr, lrDecay, weightDecay, initialAccumulatorValue, eps, maximize);
    }

    /// With `ε`.
    public Options eps(double eps) {
      return new Options(lr, lrDecay, weightDecay, initialAccumulatorValue, eps, maximize);
    }

    /// Ascending.
    public Options maximize(boolean maximize) {
      return new Options(lr, lrDecay, weightDecay, initialAccumulatorValue, eps, maximize);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("Adagrad", "lr", lr);
      Require.atLeastZero("Adagrad", "lrDecay", lrDecay);
      Require.atLeastZero("Adagrad", "weightDecay", weightDecay);
      Require.atLeastZero("Adagrad", "initialAccumulatorValue", initialAccumulatorValue);
      Require.atLeastZero("Adagrad", "eps", eps);
    }
  }

  /// With the default options.
  public Adagrad(List<Tensor> parameters) {
    this(parameters, lr(0.01));
  }

  /// With options: `new Adagrad(net.parameters(), Adagrad.lr(0.1).lrDecay(0.01))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public Adagrad(List<Tensor> parameters, Options options) {
    super("Adagrad", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0, 0, 0, 1e-10, false);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    double rate = o.lr / (1 + (state.countStep() - 1) * o.lrDecay);
    Tensor start = state.get("sum", () -> Tensors.zerosLike(p).fill_(o.initialAccumulatorValue));
    Tensor sum = state.put("sum", start.addcmul_(g, g, 1));
    p.addcdiv_(g, sum.sqrt().add_(o.eps), -rate);
  }

  @Override
  protected StateNames stateNames(Options o) {
    return StateNames.stepAnd("sum");
  }
}
