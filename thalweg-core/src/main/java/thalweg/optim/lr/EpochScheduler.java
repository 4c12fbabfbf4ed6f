package thalweg.optim.lr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.optim.Optimizer;
import thalweg.optim.ParameterGroup;
import thalweg.tensor.Warnings;

/// A scheduler that counts epochs and has a formula for the next rate of each group: PyTorch's `_LRScheduler`.
public abstract class EpochScheduler implements Scheduler {
  private final Optimizer<?> optimizer;
  private final List<Double> baseLrs = new ArrayList<>();
  private int lastEpoch = -1;
  private long stepsBefore;

  /// A scheduler before its first epoch; the constructor of a subclass ends with [#begin()].
  protected EpochScheduler(Optimizer<?> optimizer) {
    this.optimizer = optimizer;
    noteBases();
  }

  /// Sets the rates of epoch 0.
  protected final void begin() {
    stepsBefore = optimizer.stepsTaken();
    advance();
  }

  /// The rate of a group in an epoch.
  ///
  /// @param epoch 0 at first
  /// @param group its number
  /// @param rate  the group's present rate
  /// @param base  the rate from which the group's schedules started
  protected abstract double rate(int epoch, int group, double rate, double base);

  /// The rate of epoch 0 when a sequence of schedulers comes to this one: the formula's from the base rate.
  protected double restartedRate(int group, double rate, double base) {
    return rate(0, group, base, base);
  }

  /// What happens when an epoch begins, before the rates are set.
  protected void enter(int epoch) {}

  @Override
  public final Optimizer<?> optimizer() {
    return optimizer;
  }

  /// The number of the epoch, 0 at first.
  public final int lastEpoch() {
    return lastEpoch;
  }

  /// The rates from which the groups' schedules started.
  public final List<Double> baseLrs() {
    return List.copyOf(baseLrs);
  }

  /// Puts other base rates in the place of the groups' initial ones.
  final void setBaseLrs(List<Double> rates) {
    baseLrs.clear();
    baseLrs.addAll(rates);
  }

  @Override
  public final void step() {
    if (lastEpoch == 0 && optimizer.stepsTaken() == stepsBefore) {
      Warnings.warn(
          "%s.step() came before the optimizer's step(), so the first rate is skipped; call optimizer.step() first"
              .formatted(name()));
    }
    advance();
  }

  private void advance() {
    noteBases();
    enter(lastEpoch + 1);
    lastEpoch++;
    setRates(false);
  }

  /// Groups may have been added since.
  private void noteBases() {
    List<? extends ParameterGroup<?>> groups = optimizer.paramGroups();
    for (int i = baseLrs.size(); i < groups.size(); i++) {
      ParameterGroup<?> group = groups.get(i);
      if (group.initialLr().isEmpty()) {
        group.setInitialLr(group.learningRate());
      }
      baseLrs.add(group.initialLr().getAsDouble());
    }
  }

  private void setRates(boolean restarted) {
    for (int i = 0; i < baseLrs.size(); i++) {
      ParameterGroup<?> group = optimizer.paramGroups().get(i);
      double now = group.learningRate();
      double base = baseLrs.get(i);
      group.setLearningRate(restarted ? restartedRate(i, now, base) : rate(lastEpoch, i, now, base));
    }
  }

  /// Begins again at epoch 0, wherever the rates are now.
  final void restart() {
    enter(0);
    lastEpoch = 0;
    setRates(true);
  }

  /// Undoes the first step, for a sequence that has not come here yet.
  final void unbegin() {
    lastEpoch--;
  }

  final String name() {
    return getClass().getSimpleName();
  }

  // ---- saving and loading

  @Override
  public final SchedulerState stateDict() {
    var values = new LinkedHashMap<String, List<Double>>();
    values.put("last_epoch", List.of((double) lastEpoch));
    values.put("base_lrs", baseLrs);
    values.putAll(ownState());
    return SchedulerState.of(name(), values);
  }

  @Override
  public final void loadStateDict(SchedulerState saved) {
    saved.requireLike(stateDict());
    lastEpoch = (int) saved.number("last_epoch");
    setBaseLrs(saved.values().get("base_lrs"));
    restoreOwn(saved);
  }

  /// What a scheduler remembers beside the epoch and the base rates.
  Map<String, List<Double>> ownState() {
    return Map.of();
  }

  /// Takes that on.
  void restoreOwn(SchedulerState saved) {}
}
