package thalweg.optim.lr;

import java.util.LinkedHashMap;
import java.util.List;
import thalweg.optim.Optimizer;
import thalweg.optim.ParameterGroup;

/// Reduces the rate when a measured value, such as the loss, has stopped improving: PyTorch's
/// `ReduceLROnPlateau`.
///
/// ```java
/// var sgd = new SGD(new Linear(2, 1).parameters(), 0.8);
/// var scheduler = new ReduceLROnPlateau(sgd, ReduceLROnPlateau.factor(0.5).patience(1));
/// for (double loss : List.of(1.0, 2.0, 3.0)) {
///   scheduler.step(loss);
/// }
/// IO.println(sgd.learningRate());  // 0.4
/// ```
public final class ReduceLROnPlateau {
  /// What is better.
  public enum Mode {
    /// Less.
    MIN,
    /// More.
    MAX
  }

  /// What the threshold is measured in.
  public enum ThresholdMode {
    /// Parts of the best value.
    REL,
    /// The value's own unit.
    ABS
  }

  /// What can be chosen; all have a default.
  ///
  /// @param mode          what is better: less by default
  /// @param factor        by which the rate is multiplied, below 1; 0.1 by default
  /// @param patience      how many epochs without improvement are borne, 10 by default
  /// @param threshold     what an improvement must exceed, 1e-4 by default
  /// @param thresholdMode what it is measured in: parts of the best value by default
  /// @param cooldown      how many epochs after a reduction count for nothing, 0 by default
  /// @param minLr         the least rate, one for all groups or one for each; 0 by default
  /// @param eps           reductions up to this are left out, 1e-8 by default
  public record Options(
      Mode mode,
      double factor,
      int patience,
      double threshold,
      ThresholdMode thresholdMode,
      int cooldown,
      List<Double> minLr,
      double eps) {
    public Options {
      minLr = List.copyOf(minLr);
      if (!(factor < 1)) {
        throw Require.refused("ReduceLROnPlateau", "factor", factor, "it must be below 1");
      }
    }

    /// With another idea of what is better.
    public Options mode(Mode mode) {
      return new Options(
          mode, factor, patience, threshold, thresholdMode, cooldown, minLr, eps);
    }

    /// With another patience.
    public Options patience(int patience) {
      return new Options(
          mode, factor, patience, threshold, thresholdMode, cooldown, minLr, eps);
    }

    /// With a threshold in parts of the best value, or in the value's unit.
    public Options threshold(double threshold, ThresholdMode thresholdMode) {
      return new Options(
          mode, factor, patience, threshold, thresholdMode, cooldown, minLr, eps);
    }

    /// With epochs that count for nothing after a reduction.
    public Options cooldown(int cooldown) {
      return new Options(
          mode, factor, patience, threshold, thresholdMode, cooldown, minLr, eps);
    }

    /// With a least rate: one for all groups, or one for each.
    public Options minLr(double... minLr) {
      return new Options(mode, factor, patience, threshold, thresholdMode, cooldown,
          PerGroup.of(minLr).values(), eps);
    }

    /// With another bound for reductions that are left out.
    public Options eps(double eps) {
      return new Options(
          mode, factor, patience, threshold, thresholdMode, cooldown, minLr, eps);
    }
  }

  private static final String NAME = "ReduceLROnPlateau";

  private final Optimizer<?> optimizer;
  private final Options options;
  private final PerGroup minLr;
  private double best;
  private int badEpochs;
  private int cooldownLeft;
  private int lastEpoch;

  /// With the default options.
  public ReduceLROnPlateau(Optimizer<?> optimizer) {
    this(optimizer, factor(0.1));
  }

  /// With options: `new ReduceLROnPlateau(sgd, ReduceLROnPlateau.factor(0.5).patience(3))`.
  ///
  /// @throws IllegalArgumentException unless there is one least rate, or one for each group
  public ReduceLROnPlateau(Optimizer<?> optimizer, Options options) {
    this.optimizer = optimizer;
    this.options = options;
    this.minLr = new PerGroup(options.minLr);
    this.best =
        options.mode == Mode.MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    minLr.require(NAME, "minLr", optimizer);
  }

  /// The defaults with this factor.
  public static Options factor(double factor) {
    return new Options(
        Mode.MIN, factor, 10, 1e-4, ThresholdMode.REL, 0, List.of(0.0), 1e-8);
  }

  /// Hears what was measured in an epoch, and reduces the rates if it is time.
  public void step(double metric) {
    lastEpoch++;
    if (isBetter(metric)) {
      best = metric;
      badEpochs = 0;
    } else {
      badEpochs++;
    }
    if (cooldownLeft > 0) {
      cooldownLeft--;
      badEpochs = 0;
    }
    if (badEpochs > options.patience) {
      reduce();
      cooldownLeft = options.cooldown;
      badEpochs = 0;
    }
  }

  private boolean isBetter(double metric) {
    double threshold = options.threshold;
    boolean relative = options.thresholdMode == ThresholdMode.REL;
    return switch (options.mode) {
      case MIN -> metric < (relative ? best * (1 - threshold) : best - threshold);
      case MAX -> metric > (relative ? best * (threshold + 1) : best + threshold);
    };
  }

  private void reduce() {
    for (int i = 0; i < optimizer.paramGroups().size(); i++) {
      ParameterGroup<?> group = optimizer.paramGroups().get(i);
      double rate = group.learningRate();
      double less = Math.max(rate * options.factor, minLr.get(i));
      if (rate - less > options.eps) {
        group.setLearningRate(less);
      }
    }
  }

  /// All that is needed to go on from here, beside the arguments and the state of the optimiser.
  public SchedulerState stateDict() {
    var values = new LinkedHashMap<String, List<Double>>();
    values.put("best", List.of(best));
    values.put("num_bad_epochs", List.of((double) badEpochs));
    values.put("cooldown_counter", List.of((double) cooldownLeft));
    values.put("last_epoch", List.of((double) lastEpoch));
    return SchedulerState.of(NAME, values);
  }

  /// Goes on from where `saved` was taken.
  ///
  /// @throws IllegalArgumentException naming what does not fit; then nothing is changed
  public void loadStateDict(SchedulerState saved) {
    saved.requireLike(stateDict());
    best = saved.number("best");
    badEpochs = (int) saved.number("num_bad_epochs");
    cooldownLeft = (int) saved.number("cooldown_counter");
    lastEpoch = (int) saved.number("last_epoch");
  }
}
