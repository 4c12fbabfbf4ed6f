package thalweg.lab.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import thalweg.optim.Adadelta;
import thalweg.optim.Adagrad;
import thalweg.optim.Adam;
import thalweg.optim.AdamW;
import thalweg.optim.Adamax;
import thalweg.optim.LBFGS;
import thalweg.optim.NAdam;
import thalweg.optim.Optimizer;
import thalweg.optim.RAdam;
import thalweg.optim.RMSprop;
import thalweg.optim.Rprop;
import thalweg.optim.SGD;
import thalweg.tensor.Tensor;

/// Optimisers by PyTorch's names, with PyTorch's argument names and defaults.
public final class Optimizers {
  /// Makes one for parameters.
  @FunctionalInterface
  interface Maker {
    Optimizer<?> make(List<Tensor> parameters, Arguments args);
  }

  private static final Map<String, Maker> ALL =
      Map.ofEntries(
          Map.entry("SGD", (p, a) -> new SGD(p, sgd(a))),
          Map.entry("Adam", (p, a) -> new Adam(p, adam(a))),
          Map.entry("AdamW", (p, a) -> new AdamW(p, adamW(a))),
          Map.entry("RMSprop", (p, a) -> new RMSprop(p, rmsprop(a))),
          Map.entry("Adagrad", (p, a) -> new Adagrad(p, adagrad(a))),
          Map.entry("Adadelta", (p, a) -> new Adadelta(p, adadelta(a))),
          Map.entry("Adamax", (p, a) -> new Adamax(p, adamax(a))),
          Map.entry("NAdam", (p, a) -> new NAdam(p, nadam(a))),
          Map.entry("RAdam", (p, a) -> new RAdam(p, radam(a))),
          Map.entry("Rprop", (p, a) -> new Rprop(p, rprop(a))),
          Map.entry("LBFGS", (p, a) -> new LBFGS(p, lbfgs(a))));

  /// How PyTorch computes; the values are the same.
  private static final List<String> WITHOUT_EFFECT =
      List.of("foreach", "capturable", "differentiable", "fused");

  private Optimizers() {}

  /// Their names.
  public static Set<String> names() {
    return new TreeSet<>(ALL.keySet());
  }

  /// @throws Mismatch if Thalweg does not have it, or it knows no argument of a name
  static Optimizer<?> make(String name, List<Tensor> parameters, Arguments args) {
    Maker maker = ALL.get(name);
    if (maker == null) {
      throw new Mismatch("unknown optimizer " + name);
    }
    Optimizer<?> optimizer = maker.make(parameters, args);
    WITHOUT_EFFECT.forEach(args::has);
    args.requireAllUsed();
    return optimizer;
  }

  private static SGD.Options sgd(Arguments a) {
    return SGD.lr(a.real("lr"))
        .momentum(a.real("momentum", 0))
        .dampening(a.real("dampening", 0))
        .weightDecay(a.real("weight_decay", 0))
        .nesterov(a.flag("nesterov", false))
        .maximize(a.flag("maximize", false));
  }

  private static double[] betas(Arguments a) {
    return a.reals("betas", 0.9, 0.999);
  }

  private static Adam.Options adam(Arguments a) {
    return Adam.lr(a.real("lr", 1e-3))
        .betas(betas(a)[0], betas(a)[1])
        .eps(a.real("eps", 1e-8))
        .weightDecay(a.real("weight_decay", 0))
        .amsgrad(a.flag("amsgrad", false))
        .maximize(a.flag("maximize", false));
  }

  private static AdamW.Options adamW(Arguments a) {
    return AdamW.lr(a.real("lr", 1e-3))
        .betas(betas(a)[0], betas(a)[1])
        .eps(a.real("eps", 1e-8))
        .weightDecay(a.real("weight_decay", 1e-2))
        .amsgrad(a.flag("amsgrad", false))
        .maximize(a.flag("maximize", false));
  }

  private static RMSprop.Options rmsprop(Arguments a) {
    return RMSprop.lr(a.real("lr", 1e-2))
        .alpha(a.real("alpha", 0.99))
        .eps(a.real("eps", 1e-8))
        .weightDecay(a.real("weight_decay", 0))
        .momentum(a.real("momentum", 0))
        .centered(a.flag("centered", false))
        .maximize(a.flag("maximize", false));
  }

  private static Adagrad.Options adagrad(Arguments a) {
    return Adagrad.lr(a.real("lr", 1e-2))
        .lrDecay(a.real("lr_decay", 0))
        .weightDecay(a.real("weight_decay", 0))
        .initialAccumulatorValue(a.real("initial_accumulator_value", 0))
        .eps(a.real("eps", 1e-10))
        .maximize(a.flag("maximize", false));
  }

  private static Adadelta.Options adadelta(Arguments a) {
    return Adadelta.lr(a.real("lr", 1))
        .rho(a.real("rho", 0.9))
        .eps(a.real("eps", 1e-6))
        .weightDecay(a.real("weight_decay", 0))
        .maximize(a.flag("maximize", false));
  }

  private static Adamax.Options adamax(Arguments a) {
    return Adamax.lr(a.real("lr", 2e-3))
        .betas(betas(a)[0], betas(a)[1])
        .eps(a.real("eps", 1e-8))
        .weightDecay(a.real("weight_decay", 0))
        .maximize(a.flag("maximize", false));
  }

  private static NAdam.Options nadam(Arguments a) {
    return NAdam.lr(a.real("lr", 2e-3))
        .betas(betas(a)[0], betas(a)[1])
        .eps(a.real("eps", 1e-8))
        .weightDecay(a.real("weight_decay", 0))
        .momentumDecay(a.real("momentum_decay", 4e-3));
  }

  private static RAdam.Options radam(Arguments a) {
    return RAdam.lr(a.real("lr", 1e-3))
        .betas(betas(a)[0], betas(a)[1])
        .eps(a.real("eps", 1e-8))
        .weightDecay(a.real("weight_decay", 0));
  }

  private static Rprop.Options rprop(Arguments a) {
    double[] etas = a.reals("etas", 0.5, 1.2);
    double[] stepSizes = a.reals("step_sizes", 1e-6, 50);
    return Rprop.lr(a.real("lr", 1e-2))
        .etas(etas[0], etas[1])
        .stepSizes(stepSizes[0], stepSizes[1])
        .maximize(a.flag("maximize", false));
  }

  private static LBFGS.Options lbfgs(Arguments a) {
    int maxIter = a.integer("max_iter", 20);
    return LBFGS.lr(a.real("lr", 1))
        .maxIter(maxIter)
        .maxEval(a.integer("max_eval", maxIter * 5 / 4))
        .toleranceGrad(a.real("tolerance_grad", 1e-7))
        .toleranceChange(a.real("tolerance_change", 1e-9))
        .historySize(a.integer("history_size", 100))
        .lineSearch(lineSearch(a));
  }

  private static LBFGS.LineSearch lineSearch(Arguments a) {
    a.only("line_search_fn", "strong_wolfe");
    return a.has("line_search_fn") ? LBFGS.LineSearch.STRONG_WOLFE : LBFGS.LineSearch.NONE;
  }
}
