package thalweg.optim.lr;

import java.util.List;
import java.util.Map;
import thalweg.optim.Optimizer;
import thalweg.optim.ParameterGroup;

/// One scheduler after the other: PyTorch's `SequentialLR`. Each begins at its epoch 0 when the epoch of its
/// milestone comes.
///
/// ```java
/// var sgd = new SGD(new Linear(2, 1).parameters(), 1);
/// var warmUp = new ConstantLR(sgd, 0.25, 2);
/// var decay = new ExponentialLR(sgd, 0.5);
/// var scheduler = new SequentialLR(sgd, List.of(warmUp, decay), List.of(2));
/// for (int epoch = 0; epoch < 3; epoch++) {
///   sgd.step();
///   scheduler.step();
/// }
/// IO.println(scheduler.lastLr());  // [0.5]
/// ```
public final class SequentialLR implements Scheduler {
  private final Optimizer<?> optimizer;
  private final List<EpochScheduler> schedulers;
  private final List<Integer> milestones;
  private int lastEpoch;

  /// @param milestones the epochs at which the second scheduler begins, the third, …, in ascending order
  /// @throws IllegalArgumentException for schedulers of another optimiser, or other than one more than there are
  ///     milestones
  public SequentialLR(
      Optimizer<?> optimizer, List<? extends EpochScheduler> schedulers, List<Integer> milestones) {
    this.optimizer = optimizer;
    this.schedulers = List.copyOf(schedulers);
    this.milestones = List.copyOf(milestones);
    requireOneOptimizer("SequentialLR", this.schedulers);
    if (schedulers.getFirst().optimizer() != optimizer) {
      throw new IllegalArgumentException("SequentialLR: the schedulers are of another optimiser");
    }
    if (schedulers.size() != milestones.size() + 1
        || !milestones.stream().sorted().toList().equals(milestones)) {
      throw new IllegalArgumentException(
          "SequentialLR: %d schedulers and milestones %s; give one milestone less than schedulers, in order"
              .formatted(schedulers.size(), milestones));
    }
    for (ParameterGroup<?> group : optimizer.paramGroups()) {
      group.setLearningRate(group.initialLr().orElseThrow());
    }
    this.schedulers.forEach(EpochScheduler::unbegin);
    this.schedulers.getFirst().begin();
  }

  static void requireOneOptimizer(String name, List<? extends Scheduler> schedulers) {
    if (schedulers.isEmpty()) {
      throw new IllegalArgumentException(name + ": there is no scheduler");
    }
    for (int i = 1; i < schedulers.size(); i++) {
      if (schedulers.get(i).optimizer() != schedulers.getFirst().optimizer()) {
        throw new IllegalArgumentException(
            "%s: scheduler %d is of another optimiser than the first".formatted(name, i));
      }
    }
  }

  @Override
  public Optimizer<?> optimizer() {
    return optimizer;
  }

  @Override
  public void step() {
    lastEpoch++;
    int i = (int) milestones.stream().filter(milestone -> milestone <= lastEpoch).count();
    if (i > 0 && milestones.get(i - 1) == lastEpoch) {
      schedulers.get(i).restart();
    } else {
      schedulers.get(i).step();
    }
  }

  @Override
  public SchedulerState stateDict() {
    return new SchedulerState(
        "SequentialLR",
        Map.of("last_epoch", List.of((double) lastEpoch)),
        schedulers.stream().map(EpochScheduler::stateDict).toList());
  }

  @Override
  public void loadStateDict(SchedulerState saved) {
    saved.requireLike(stateDict());
    lastEpoch = (int) saved.number("last_epoch");
    for (int i = 0; i < schedulers.size(); i++) {
      schedulers.get(i).loadStateDict(saved.schedulers().get(i));
    }
  }
}
