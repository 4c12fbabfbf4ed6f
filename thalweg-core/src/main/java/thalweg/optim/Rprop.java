package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Steps by the sign of the gradient alone, each with a size of its own: PyTorch's `torch.optim.Rprop` (Riedmiller
/// and Braun 1993).
///
/// With gradient `g` and the former one `h`, for each element of each parameter `p`, from `s = lr` on:
///
/// ```
/// s ← min(max(s·η, least), largest)    η = η⁺ if g·h > 0, η⁻ if g·h < 0, otherwise 1
/// g ← 0 if g·h < 0
/// p ← p − s·sign(g)
/// h ← g
/// ```
///
/// For full batches: the noise of small ones turns signs.
public final class Rprop extends PerParameterOptimizer<Rprop.Options> {
  /// What can be chosen; all have a default.
  ///
  /// @param lr          the learning rate, where the step sizes start, 0.01 by default
  /// @param etaMinus    `η⁻`, between 0 and 1, 0.5 by default
  /// @param etaPlus     `η⁺`, above 1, 1.2 by default
  /// @param leastStep   the least step size, 1e-6 by default
  /// @param largestStep the largest step size, 50 by default
  /// @param maximize    ascend instead; false by default
  public record Options(
      double lr,
      double etaMinus,
      double etaPlus,
      double leastStep,
      double largestStep,
      boolean maximize)
      implements OptimizerOptions<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(lr, etaMinus, etaPlus, leastStep, largestStep, maximize);
    }

    /// With the factors `η⁻` and `η⁺`.
    public Options etas(double etaMinus, double etaPlus) {
      return new Options(lr, etaMinus, etaPlus, leastStep, largestStep, maximize);
    }

    /// With the least and the largest step size.
    public Options stepSizes(double leastStep, double largestStep) {
      return new Options(lr, etaMinus, etaPlus, leastStep, largestStep, maximize);
    }

    /// Ascending.
    public Options maximize(boolean maximize) {
      return new Options(lr, etaMinus, etaPlus, leastStep, largestStep, maximize);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("Rprop", "lr", lr);
      if (!(etaMinus > 0 && etaMinus < 1 && etaPlus > 1)) {
        throw Require.refused(
            "Rprop", "etas", etaMinus + ", " + etaPlus, "it must be 0 < etaMinus < 1 < etaPlus");
      }
    }
  }

  /// With the default options.
  public Rprop(List<Tensor> parameters) {
    this(parameters, lr(0.01));
  }

  /// With options: `new Rprop(net.parameters(), Rprop.lr(0.01).etas(0.4, 1.3))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public Rprop(List<Tensor> parameters, Options options) {
    super("Rprop", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0.5, 1.2, 1e-6, 50, false);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    state.countStep();
    Tensor agreement = g.mul(state.get("prev"));
    Tensor turned = agreement.lt(0);
    Tensor factor =
        Tensors.onesLike(g).maskedFill(agreement.gt(0), o.etaPlus).maskedFill(turned, o.etaMinus);
    Tensor former = state.get("step_size", () -> Tensors.zerosLike(p).fill_(o.lr));
    Tensor size =
        state.put("step_size", former.mul(factor).clamp(o.leastStep, o.largestStep));
    Tensor kept = state.put("prev", g.maskedFill(turned, 0));
    p.addcmul_(kept.sign(), size, -1);
  }

  @Override
  protected StateNames stateNames(Options o) {
    return StateNames.stepAnd("prev", "step_size");
  }
}
