package thalweg.optim.lr;

import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import thalweg.optim.Optimizer;

/// Every epoch the rate is multiplied by a function of the epoch: PyTorch's `MultiplicativeLR`.
public final class MultiplicativeLR extends EpochScheduler {
  private final List<IntToDoubleFunction> factors;

  /// With one function for all groups.
  public MultiplicativeLR(Optimizer<?> optimizer, IntToDoubleFunction factor) {
    this(optimizer, Collections.nCopies(optimizer.paramGroups().size(), factor));
  }

  /// With a function for each group.
  ///
  /// @throws IllegalArgumentException unless there are as many functions as groups
  public MultiplicativeLR(Optimizer<?> optimizer, List<IntToDoubleFunction> factors) {
    super(optimizer);
    PerGroup.requireSize("MultiplicativeLR", "factors", factors.size(), optimizer);
    this.factors = List.copyOf(factors);
    begin();
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    return epoch == 0 ? rate : rate * factor(group).applyAsDouble(epoch);
  }

  /// A group that came later takes the last one.
  private IntToDoubleFunction factor(int group) {
    return factors.get(Math.min(group, factors.size() - 1));
  }

  @Override
  protected double restartedRate(int group, double rate, double base) {
    return rate;
  }
}
