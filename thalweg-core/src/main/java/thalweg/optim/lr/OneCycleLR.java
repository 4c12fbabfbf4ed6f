package thalweg.optim.lr;

import java.util.List;
import thalweg.optim.Optimizer;
import thalweg.optim.ParameterGroup;

/// Up to a large rate and down to almost none in one run, while the momentum goes the other way: PyTorch's
/// `OneCycleLR` (Smith and Topin 2018). Call `step()` after each batch.
///
/// The rate rises from `maxLr / divFactor` to `maxLr` in the share `pctStart` of the steps, then falls to
/// `maxLr / divFactor / finalDivFactor`; with `threePhase` it first falls as long as it rose, to where it began.
///
/// ```java
/// var sgd = new SGD(new Linear(2, 1).parameters(), SGD.lr(0.1).momentum(0.9));
/// var scheduler = new OneCycleLR(sgd, OneCycleLR.maxLr(0.5).totalSteps(11).pctStart(0.5));
/// IO.println(scheduler.lastLr());  // [0.020000000000000018]
/// IO.println(sgd.paramGroups().getFirst().options().momentum());  // 0.95
/// ```
public final class OneCycleLR extends EpochScheduler {
  /// How a phase goes from one value to the next.
  public enum Anneal {
    /// Half a wave of the cosine.
    COS,
    /// A straight line.
    LINEAR;

    private double between(double start, double end, double share) {
      return switch (this) {
        case COS -> end + (start - end) / 2.0 * (StrictMath.cos(Math.PI * share) + 1);
        case LINEAR -> (end - start) * share + start;
      };
    }
  }

  /// What can be chosen.
  ///
  /// @param maxLr          the largest rate, one for all groups or one for each
  /// @param totalSteps     of the whole cycle
  /// @param pctStart       the share of the steps in which the rate rises, 0.3 by default
  /// @param annealStrategy how values change, by cosine by default
  /// @param cycleMomentum  change the momentum, or `β₁`, too; true by default
  /// @param baseMomentum   the least momentum, 0.85 by default
  /// @param maxMomentum    the largest momentum, 0.95 by default
  /// @param divFactor      how many times the first rate goes into the largest, 25 by default
  /// @param finalDivFactor how many times the last rate goes into the first, 10,000 by default
  /// @param threePhase     fall back to the first rate before it falls further; false by default
  public record Options(
      List<Double> maxLr,
      int totalSteps,
      double pctStart,
      Anneal annealStrategy,
      boolean cycleMomentum,
      List<Double> baseMomentum,
      List<Double> maxMomentum,
      double divFactor,
      double finalDivFactor,
      boolean threePhase) {
    public Options {
      maxLr = List.copyOf(maxLr);
      baseMomentum = List.copyOf(baseMomentum);
      maxMomentum = List.copyOf(maxMomentum);
      Require.within("OneCycleLR", "pctStart", pctStart, 0, 1);
    }

    /// With so many steps.
    public Options totalSteps(int totalSteps) {
      Require.atLeast("OneCycleLR", "totalSteps", totalSteps, 1);
      return new Options(maxLr, totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum,
          maxMomentum, divFactor, finalDivFactor, threePhase);
    }

    /// With so many epochs of so many steps.
    public Options epochs(int epochs, int stepsPerEpoch) {
      Require.atLeast("OneCycleLR", "epochs", epochs, 1);
      Require.atLeast("OneCycleLR", "stepsPerEpoch", stepsPerEpoch, 1);
      return totalSteps(Math.multiplyExact(epochs, stepsPerEpoch));
    }

    /// With another share of the steps for the rise.
    public Options pctStart(double pctStart) {
      return new Options(maxLr, totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum,
          maxMomentum, divFactor, finalDivFactor, threePhase);
    }

    /// With another way of changing values.
    public Options annealStrategy(Anneal annealStrategy) {
      return new Options(maxLr, totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum,
          maxMomentum, divFactor, finalDivFactor, threePhase);
    }

    /// With or without a change of the momentum.
    public Options cycleMomentum(boolean cycleMomentum) {
      return new Options(maxLr, totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum,
          maxMomentum, divFactor, finalDivFactor, threePhase);
    }

    /// With another least momentum: one for all groups, or one for each.
    public Options baseMomentum(double... baseMomentum) {
      return new Options(maxLr, totalSteps, pctStart, annealStrategy, cycleMomentum,
          PerGroup.of(baseMomentum).values(), maxMomentum, divFactor, finalDivFactor, threePhase);
    }

    /// With another largest momentum: one for all groups, or one for each.
    public Options maxMomentum(double... maxMomentum) {
      return new Options(maxLr, totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum,
          PerGroup.of(maxMomentum).values(), divFactor, finalDivFactor, threePhase);
    }

    /// With another first rate.
    public Options divFactor(double divFactor) {
      return new Options(maxLr, totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum,
          maxMomentum, divFactor, finalDivFactor, threePhase);
    }

    /// With another last rate.
    public Options finalDivFactor(double finalDivFactor) {
      return new Options(maxLr, totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum,
          maxMomentum, divFactor, finalDivFactor, threePhase);
    }

    /// With three phases.
    public Options threePhase(boolean threePhase) {
      return new Options(maxLr, totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum,
          maxMomentum, divFactor, finalDivFactor, threePhase);
    }
  }

  private enum Height {
    LEAST,
    FIRST,
    LARGEST
  }

  /// From one height to another, up to a step. The momentum is largest where the rate is not.
  private record Phase(double endStep, Height start, Height end) {}

  private final Options options;
  private final List<Phase> phases;
  private final PerGroup maxLr;
  private final PerGroup baseMomentum;
  private final PerGroup maxMomentum;

  /// Up to `maxLr` and down in `totalSteps`.
  public OneCycleLR(Optimizer<?> optimizer, double maxLr, int totalSteps) {
    this(optimizer, maxLr(maxLr).totalSteps(totalSteps));
  }

  /// With options: `new OneCycleLR(sgd, OneCycleLR.maxLr(0.5).totalSteps(100))`.
  ///
  /// @throws IllegalArgumentException for no total of steps, numbers that do not fit the groups, or a momentum to
  ///     be changed where the optimiser has none
  public OneCycleLR(Optimizer<?> optimizer, Options options) {
    super(prepared(optimizer, options));
    this.options = options;
    this.phases = phases(options);
    this.maxLr = new PerGroup(options.maxLr);
    this.baseMomentum = new PerGroup(options.baseMomentum);
    this.maxMomentum = new PerGroup(options.maxMomentum);
    begin();
  }

  /// The optimiser with the rates that the cycle starts from.
  private static Optimizer<?> prepared(Optimizer<?> optimizer, Options options) {
    Require.atLeast("OneCycleLR", "totalSteps", options.totalSteps, 1);
    var maxLr = new PerGroup(options.maxLr);
    maxLr.require("OneCycleLR", "maxLr", optimizer);
    new PerGroup(options.baseMomentum).require("OneCycleLR", "baseMomentum", optimizer);
    new PerGroup(options.maxMomentum).require("OneCycleLR", "maxMomentum", optimizer);
    for (ParameterGroup<?> group : optimizer.paramGroups()) {
      if (options.cycleMomentum && group.momentum().isEmpty()) {
        throw new IllegalArgumentException(
            "OneCycleLR: there is no momentum to change in %s; say cycleMomentum(false)"
                .formatted(group.options()));
      }
    }
    for (int i = 0; i < optimizer.paramGroups().size(); i++) {
      optimizer.paramGroups().get(i).setInitialLr(maxLr.get(i) / options.divFactor);
    }
    return optimizer;
  }

  /// The defaults with this largest rate, one for all groups or one for each; `totalSteps` is still to be said.
  public static Options maxLr(double... maxLr) {
    return new Options(PerGroup.of(maxLr).values(), 0, 0.3, Anneal.COS, true, List.of(0.85),
        List.of(0.95), 25, 1e4, false);
  }

  private static List<Phase> phases(Options o) {
    double rise = o.pctStart * o.totalSteps;
    var up = new Phase(rise - 1, Height.FIRST, Height.LARGEST);
    int last = o.totalSteps - 1;
    return o.threePhase
        ? List.of(
            up,
            new Phase(2 * o.pctStart * o.totalSteps - 2, Height.LARGEST, Height.FIRST),
            new Phase(last, Height.FIRST, Height.LEAST))
        : List.of(up, new Phase(last, Height.LARGEST, Height.LEAST));
  }

  /// @throws IllegalStateException after `totalSteps` steps
  @Override
  protected void enter(int epoch) {
    if (epoch > options.totalSteps) {
      throw new IllegalStateException(
          "OneCycleLR: step %d, but the cycle has totalSteps = %d; end the training there, or say more steps"
              .formatted(epoch + 1, options.totalSteps));
    }
    for (int i = 0; options.cycleMomentum && i < optimizer().paramGroups().size(); i++) {
      double low = baseMomentum.get(i);
      double high = maxMomentum.get(i);
      Phase phase = phase(epoch);
      optimizer()
          .paramGroups()
          .get(i)
          .setMomentum(
              options.annealStrategy.between(
                  phase.start == Height.LARGEST ? low : high,
                  phase.end == Height.LARGEST ? low : high,
                  share(epoch)));
    }
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    Phase phase = phase(epoch);
    return options.annealStrategy.between(
        height(phase.start, group, base), height(phase.end, group, base), share(epoch));
  }

  private double height(Height height, int group, double base) {
    return switch (height) {
      case LEAST -> base / options.finalDivFactor;
      case FIRST -> base;
      case LARGEST -> maxLr.get(group);
    };
  }

  private int phaseNumber(int step) {
    int i = 0;
    while (i < phases.size() - 1 && step > phases.get(i).endStep) {
      i++;
    }
    return i;
  }

  private Phase phase(int step) {
    return phases.get(phaseNumber(step));
  }

  /// How far a step is in its phase, from 0 to 1.
  private double share(int step) {
    int i = phaseNumber(step);
    double start = i == 0 ? 0 : phases.get(i - 1).endStep;
    double end = phases.get(i).endStep;
    if (start == end) {
      throw new IllegalStateException(
          "OneCycleLR: a phase of no steps; totalSteps = %d is too few for pctStart = %s"
              .formatted(options.totalSteps, options.pctStart));
    }
    return (step - start) / (end - start);
  }
}
