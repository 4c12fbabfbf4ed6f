package thalweg.optim.lr;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import thalweg.optim.Optimizer;
import thalweg.optim.OptimizerOptions;
import thalweg.optim.ParameterGroup;

/// Up and down between two rates, while the momentum goes the other way: PyTorch's `CyclicLR` (Smith 2017). Call
/// `step()` after each batch.
///
/// ```java
/// var sgd = new SGD(new Linear(2, 1).parameters(), SGD.lr(0.1).momentum(0.9));
/// var scheduler = new CyclicLR(sgd, CyclicLR.between(0.25, 0.75).stepSizeUp(2));
/// sgd.step();
/// scheduler.step();
/// IO.println(scheduler.lastLr());  // [0.5]
/// ```
public final class CyclicLR extends EpochScheduler {
  /// How the height of the cycles changes.
  ///
  /// @param scale        a factor of the height
  /// @param isByIteration true if it is a function of the step, 0 at first, false if of the cycle, 1 at first
  public record Mode(DoubleUnaryOperator scale, boolean isByIteration) {
    /// The same height always.
    public static final Mode TRIANGULAR = new Mode(cycle -> 1, false);

    /// Half the height each cycle.
    public static final Mode TRIANGULAR2 =
        new Mode(cycle -> 1 / StrictMath.pow(2, cycle - 1), false);

    /// A height that is multiplied by `gamma` each step.
    public static Mode expRange(double gamma) {
      return new Mode(step -> StrictMath.pow(gamma, step), true);
    }
  }

  /// What can be chosen.
  ///
  /// @param baseLr        the least rate, one for all groups or one for each
  /// @param maxLr         the largest rate
  /// @param stepSizeUp    the steps upwards, 2,000 by default
  /// @param stepSizeDown  the steps downwards; NaN, the default, for as many as upwards
  /// @param mode          how the height changes; not at all by default
  /// @param cycleMomentum change the momentum too; true by default
  /// @param baseMomentum  the least momentum, 0.8 by default
  /// @param maxMomentum   the largest momentum, 0.9 by default
  public record Options(
      List<Double> baseLr,
      List<Double> maxLr,
      double stepSizeUp,
      double stepSizeDown,
      Mode mode,
      boolean cycleMomentum,
      List<Double> baseMomentum,
      List<Double> maxMomentum) {
    public Options {
      baseLr = List.copyOf(baseLr);
      maxLr = List.copyOf(maxLr);
      baseMomentum = List.copyOf(baseMomentum);
      maxMomentum = List.copyOf(maxMomentum);
      requireSteps("stepSizeUp", stepSizeUp);
      if (!Double.isNaN(stepSizeDown)) {
        requireSteps("stepSizeDown", stepSizeDown);
      }
    }

    private static void requireSteps(String name, double steps) {
      if (!(steps > 0)) {
        throw Require.refused("CyclicLR", name, steps, "it must be above 0");
      }
    }

    /// With rates for each group.
    public Options rates(List<Double> baseLr, List<Double> maxLr) {
      return new Options(baseLr, maxLr, stepSizeUp, stepSizeDown, mode, cycleMomentum, baseMomentum,
          maxMomentum);
    }

    /// With so many steps upwards.
    public Options stepSizeUp(double stepSizeUp) {
      return new Options(baseLr, maxLr, stepSizeUp, stepSizeDown, mode, cycleMomentum, baseMomentum,
          maxMomentum);
    }

    /// With so many steps downwards.
    public Options stepSizeDown(double stepSizeDown) {
      return new Options(baseLr, maxLr, stepSizeUp, stepSizeDown, mode, cycleMomentum, baseMomentum,
          maxMomentum);
    }

    /// With cycles whose height changes.
    public Options mode(Mode mode) {
      return new Options(baseLr, maxLr, stepSizeUp, stepSizeDown, mode, cycleMomentum, baseMomentum,
          maxMomentum);
    }

    /// With or without a change of the momentum.
    public Options cycleMomentum(boolean cycleMomentum) {
      return new Options(baseLr, maxLr, stepSizeUp, stepSizeDown, mode, cycleMomentum, baseMomentum,
          maxMomentum);
    }

    /// With another least momentum: one for all groups, or one for each.
    public Options baseMomentum(double... baseMomentum) {
      return new Options(baseLr, maxLr, stepSizeUp, stepSizeDown, mode, cycleMomentum,
          PerGroup.of(baseMomentum).values(), maxMomentum);
    }

    /// With another largest momentum: one for all groups, or one for each.
    public Options maxMomentum(double... maxMomentum) {
      return new Options(baseLr, maxLr, stepSizeUp, stepSizeDown, mode, cycleMomentum, baseMomentum,
          PerGroup.of(maxMomentum).values());
    }
  }

  private final Options options;
  private final PerGroup maxLr;
  private final PerGroup baseMomentum;
  private final PerGroup maxMomentum;
  private final double cycleSteps;
  private final double shareUp;

  /// With options: `new CyclicLR(sgd, CyclicLR.between(0.01, 0.1).stepSizeUp(100))`.
  ///
  /// @throws IllegalArgumentException for numbers that do not fit the groups, or a momentum to be changed where the
  ///     optimiser has none
  public CyclicLR(Optimizer<?> optimizer, Options options) {
    super(prepared(optimizer, options));
    this.options = options;
    this.maxLr = new PerGroup(options.maxLr);
    this.baseMomentum = new PerGroup(options.baseMomentum);
    this.maxMomentum = new PerGroup(options.maxMomentum);
    double down = Double.isNaN(options.stepSizeDown) ? options.stepSizeUp : options.stepSizeDown;
    this.cycleSteps = options.stepSizeUp + down;
    this.shareUp = options.stepSizeUp / cycleSteps;
    begin();
    // Only now, as in PyTorch: where an earlier schedule has set the rate to start from, epoch 0 has that rate.
    var baseLr = new PerGroup(options.baseLr);
    setBaseLrs(
        IntStream.range(0, optimizer.paramGroups().size()).mapToObj(baseLr::get).toList());
  }

  /// The optimiser with the rates that the cycles start from.
  private static Optimizer<?> prepared(Optimizer<?> optimizer, Options options) {
    var baseLr = new PerGroup(options.baseLr);
    baseLr.require("CyclicLR", "baseLr", optimizer);
    new PerGroup(options.maxLr).require("CyclicLR", "maxLr", optimizer);
    new PerGroup(options.baseMomentum).require("CyclicLR", "baseMomentum", optimizer);
    new PerGroup(options.maxMomentum).require("CyclicLR", "maxMomentum", optimizer);
    for (ParameterGroup<?> group : optimizer.paramGroups()) {
      if (options.cycleMomentum
          && !(group.options() instanceof OptimizerOptions.WithMomentum<?>)) {
        throw new IllegalArgumentException(
            "CyclicLR: there is no momentum to change in %s; say cycleMomentum(false)"
                .formatted(group.options()));
      }
    }
    for (int i = 0; i < optimizer.paramGroups().size(); i++) {
      optimizer.paramGroups().get(i).setLearningRate(baseLr.get(i));
    }
    return optimizer;
  }

  /// The defaults between two rates, of all groups.
  public static Options between(double baseLr, double maxLr) {
    return new Options(List.of(baseLr), List.of(maxLr), 2000, Double.NaN, Mode.TRIANGULAR, true,
        List.of(0.8), List.of(0.9));
  }

  @Override
  protected void enter(int epoch) {
    for (int i = 0; options.cycleMomentum && i < optimizer().paramGroups().size(); i++) {
      double height = (maxMomentum.get(i) - baseMomentum.get(i)) * shareOfHeight(epoch);
      optimizer().paramGroups().get(i).setMomentum(maxMomentum.get(i) - height * scale(epoch));
    }
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    return base + (maxLr.get(group) - base) * shareOfHeight(epoch) * scale(epoch);
  }

  /// The number of the cycle, 1 at first.
  private double cycle(int epoch) {
    return Math.floor(1 + epoch / cycleSteps);
  }

  /// 0 at the bottom, 1 at the top.
  private double shareOfHeight(int epoch) {
    double x = 1 + epoch / cycleSteps - cycle(epoch);
    return x <= shareUp ? x / shareUp : (x - 1) / (shareUp - 1);
  }

  private double scale(int epoch) {
    return options.mode.scale.applyAsDouble(options.mode.isByIteration ? epoch : cycle(epoch));
  }
}
