package thalweg.lab.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import thalweg.optim.Optimizer;
import thalweg.optim.lr.ConstantLR;
import thalweg.optim.lr.CosineAnnealingLR;
import thalweg.optim.lr.CosineAnnealingWarmRestarts;
import thalweg.optim.lr.CyclicLR;
import thalweg.optim.lr.ExponentialLR;
import thalweg.optim.lr.LinearLR;
import thalweg.optim.lr.MultiStepLR;
import thalweg.optim.lr.OneCycleLR;
import thalweg.optim.lr.PolynomialLR;
import thalweg.optim.lr.ReduceLROnPlateau;
import thalweg.optim.lr.Scheduler;
import thalweg.optim.lr.StepLR;

/// Schedulers by PyTorch's names, with PyTorch's argument names and defaults.
public final class Schedulers {
  private static final String PLATEAU = "ReduceLROnPlateau";

  /// Makes one for an optimiser.
  @FunctionalInterface
  interface Maker {
    Scheduler make(Optimizer<?> optimizer, Arguments args);
  }

  private static final Map<String, Maker> ALL =
      Map.ofEntries(
          Map.entry(
              "StepLR",
              (o, a) -> new StepLR(o, a.integer("step_size"), a.real("gamma", 0.1))),
          Map.entry(
              "MultiStepLR",
              (o, a) ->
                  new MultiStepLR(
                      o,
                      Arrays.stream(a.ints("milestones")).boxed().toList(),
                      a.real("gamma", 0.1))),
          Map.entry("ExponentialLR", (o, a) -> new ExponentialLR(o, a.real("gamma"))),
          Map.entry(
              "CosineAnnealingLR",
              (o, a) -> new CosineAnnealingLR(o, a.integer("T_max"), a.real("eta_min", 0))),
          Map.entry(
              "CosineAnnealingWarmRestarts",
              (o, a) ->
                  new CosineAnnealingWarmRestarts(
                      o, a.integer("T_0"), a.integer("T_mult", 1), a.real("eta_min", 0))),
          Map.entry(
              "LinearLR",
              (o, a) ->
                  new LinearLR(
                      o,
                      a.real("start_factor", 1.0 / 3),
                      a.real("end_factor", 1),
                      a.integer("total_iters", 5))),
          Map.entry(
              "ConstantLR",
              (o, a) -> new ConstantLR(o, a.real("factor", 1.0 / 3), a.integer("total_iters", 5))),
          Map.entry(
              "PolynomialLR",
              (o, a) -> new PolynomialLR(o, a.integer("total_iters", 5), a.real("power", 1))),
          Map.entry("OneCycleLR", (o, a) -> new OneCycleLR(o, oneCycle(a))),
          Map.entry("CyclicLR", (o, a) -> new CyclicLR(o, cyclic(a))));

  private Schedulers() {}

  /// Their names.
  public static Set<String> names() {
    var names = new TreeSet<>(ALL.keySet());
    names.add(PLATEAU);
    return names;
  }

  /// @throws Mismatch if Thalweg does not have it, or it knows no argument of a name
  static Scheduler make(String name, Optimizer<?> optimizer, Arguments args) {
    Maker maker = ALL.get(name);
    if (maker == null) {
      throw new Mismatch("unknown scheduler " + name);
    }
    Scheduler scheduler = maker.make(optimizer, args);
    requireAllUsed(args);
    return scheduler;
  }

  /// @throws Mismatch if it is another scheduler, which does not listen to metrics
  static ReduceLROnPlateau makePlateau(String name, Optimizer<?> optimizer, Arguments args) {
    if (!name.equals(PLATEAU)) {
      throw new Mismatch("unknown scheduler of metrics " + name);
    }
    var scheduler = new ReduceLROnPlateau(optimizer, plateau(args));
    requireAllUsed(args);
    return scheduler;
  }

  private static void requireAllUsed(Arguments args) {
    args.has("verbose");
    if (args.integer("last_epoch", -1) != -1) {
      throw new Mismatch("last_epoch other than -1 needs an optimizer that had a schedule before");
    }
    args.requireAllUsed();
  }

  private static OneCycleLR.Options oneCycle(Arguments a) {
    OneCycleLR.Options options =
        OneCycleLR.maxLr(a.reals("max_lr"))
            .pctStart(a.real("pct_start", 0.3))
            .annealStrategy(
                OneCycleLR.Anneal.valueOf(a.choice("anneal_strategy", "cos", "linear")))
            .cycleMomentum(a.flag("cycle_momentum", true))
            .baseMomentum(a.reals("base_momentum", 0.85))
            .maxMomentum(a.reals("max_momentum", 0.95))
            .divFactor(a.real("div_factor", 25))
            .finalDivFactor(a.real("final_div_factor", 1e4))
            .threePhase(a.flag("three_phase", false));
    int epochs = a.integer("epochs", 0);
    int stepsPerEpoch = a.integer("steps_per_epoch", 0);
    return a.has("total_steps")
        ? options.totalSteps(a.integer("total_steps"))
        : options.epochs(epochs, stepsPerEpoch);
  }

  private static CyclicLR.Options cyclic(Arguments a) {
    double gamma = a.real("gamma", 1);
    CyclicLR.Mode mode =
        switch (a.choice("mode", "triangular", "triangular2", "exp_range")) {
          case "TRIANGULAR" -> CyclicLR.Mode.TRIANGULAR;
          case "TRIANGULAR2" -> CyclicLR.Mode.TRIANGULAR2;
          default -> CyclicLR.Mode.expRange(gamma);
        };
    a.has("scale_mode"); // counts only beside a function, which a case cannot hold
    return CyclicLR.between(0, 0)
        .rates(list(a.reals("base_lr")), list(a.reals("max_lr")))
        .stepSizeUp(a.real("step_size_up", 2000))
        .stepSizeDown(a.real("step_size_down", Double.NaN))
        .mode(mode)
        .cycleMomentum(a.flag("cycle_momentum", true))
        .baseMomentum(a.reals("base_momentum", 0.8))
        .maxMomentum(a.reals("max_momentum", 0.9));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static ReduceLROnPlateau.Options plateau(Arguments a) {
    return ReduceLROnPlateau.factor(a.real("factor", 0.1))
        .mode(ReduceLROnPlateau.Mode.valueOf(a.choice("mode", "min", "max")))
        .patience(a.integer("patience", 10))
        .threshold(
            a.real("threshold", 1e-4),
            ReduceLROnPlateau.ThresholdMode.valueOf(a.choice("threshold_mode", "rel", "abs")))
        .cooldown(a.integer("cooldown", 0))
        .minLr(a.reals("min_lr", 0))
        .eps(a.real("eps", 1e-8));
  }
}
