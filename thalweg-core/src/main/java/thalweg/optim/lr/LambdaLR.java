package thalweg.optim.lr;

import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import thalweg.optim.Optimizer;

/// The base rate times a function of the epoch: PyTorch's `LambdaLR`.
///
/// ```java
/// var sgd = new SGD(new Linear(2, 1).parameters(), 0.8);
/// var scheduler = new LambdaLR(sgd, epoch -> 1.0 / (1 + epoch));
/// sgd.step();
/// scheduler.step();
/// IO.println(scheduler.lastLr());  // [0.4]
/// ```
public final class LambdaLR extends EpochScheduler {
  private final List<IntToDoubleFunction> factors;

  /// With one function for all groups.
  public LambdaLR(Optimizer<?> optimizer, IntToDoubleFunction factor) {
    this(optimizer, Collections.nCopies(optimizer.paramGroups().size(), factor));
  }

  /// With a function for each group.
  ///
  /// @throws IllegalArgumentException unless there are as many functions as groups
  public LambdaLR(Optimizer<?> optimizer, List<IntToDoubleFunction> factors) {
    super(optimizer);
    PerGroup.requireSize("LambdaLR", "factors", factors.size(), optimizer);
    this.factors = List.copyOf(factors);
    begin();
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    return base * factor(group).applyAsDouble(epoch);
  }

  /// A group that came later takes the last one.
  private IntToDoubleFunction factor(int group) {
    return factors.get(Math.min(group, factors.size() - 1));
  }
}
