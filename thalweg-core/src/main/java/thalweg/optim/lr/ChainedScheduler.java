package thalweg.optim.lr;

import java.util.List;
import java.util.Map;
import thalweg.optim.Optimizer;

/// Several schedulers of one optimiser that move on together, so that their effects multiply: PyTorch's
/// `ChainedScheduler`.
///
/// ```java
/// var sgd = new SGD(new Linear(2, 1).parameters(), 1);
/// var both = new ChainedScheduler(new ConstantLR(sgd, 0.5, 2), new ExponentialLR(sgd, 0.5));
/// sgd.step();
/// both.step();
/// IO.println(both.lastLr());  // [0.25]
/// ```
public final class ChainedScheduler implements Scheduler {
  private final List<Scheduler> schedulers;

  /// @throws IllegalArgumentException for no schedulers, or such of several optimisers
  public ChainedScheduler(Scheduler... schedulers) {
    this.schedulers = List.of(schedulers);
    SequentialLR.requireOneOptimizer("ChainedScheduler", this.schedulers);
  }

  @Override
  public Optimizer<?> optimizer() {
    return schedulers.getFirst().optimizer();
  }

  @Override
  public void step() {
    schedulers.forEach(Scheduler::step);
  }

  @Override
  public SchedulerState stateDict() {
    return new SchedulerState(
        "ChainedScheduler", Map.of(), schedulers.stream().map(Scheduler::stateDict).toList());
  }

  @Override
  public void loadStateDict(SchedulerState saved) {
    saved.requireLike(stateDict());
    for (int i = 0; i < schedulers.size(); i++) {
      schedulers.get(i).loadStateDict(saved.schedulers().get(i));
    }
  }
}
