package thalweg.optim;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thalweg.tensor.Tensor;

/// The optimisers of the stored values, by the names there.
final class NamedOptimizers {
  private static final Map<String, Function<List<Tensor>, Optimizer<?>>> ALL =
      Map.ofEntries(
          Map.entry("SGD", p -> new SGD(p, 0.1)),
          Map.entry("SGD momentum", p -> new SGD(p, SGD.lr(0.05).momentum(0.9))),
          Map.entry(
              "SGD nesterov",
              p -> new SGD(p, SGD.lr(0.05).momentum(0.9).nesterov(true).weightDecay(0.01))),
          Map.entry(
              "SGD dampening",
              p ->
                  new SGD(
                      p,
                      SGD.lr(0.05).momentum(0.8).dampening(0.1).weightDecay(0.01).maximize(true))),
          Map.entry("Adam", Adam::new),
          Map.entry(
              "Adam all",
              p ->
                  new Adam(
                      p, Adam.lr(0.02).betas(0.8, 0.99).eps(1e-6).weightDecay(0.1).maximize(true))),
          Map.entry("Adam amsgrad", p -> new Adam(p, Adam.lr(0.02).amsgrad(true))),
          Map.entry("AdamW", AdamW::new),
          Map.entry("AdamW all", p -> new AdamW(p, adamW())),
          Map.entry("RMSprop", RMSprop::new),
          Map.entry("RMSprop all", p -> new RMSprop(p, rmsprop())),
          Map.entry("RMSprop centered", p -> new RMSprop(p, RMSprop.lr(0.02).centered(true))),
          Map.entry("Adagrad", Adagrad::new),
          Map.entry("Adagrad all", p -> new Adagrad(p, adagrad())),
          Map.entry("Adadelta", Adadelta::new),
          Map.entry(
              "Adadelta all",
              p ->
                  new Adadelta(
                      p, Adadelta.lr(0.5).rho(0.8).eps(1e-4).weightDecay(0.1).maximize(true))),
          Map.entry("Adamax", Adamax::new),
          Map.entry("Adamax all", p -> new Adamax(p, adamax())),
          Map.entry("NAdam", NAdam::new),
          Map.entry("NAdam all", p -> new NAdam(p, nadam())),
          Map.entry("RAdam", RAdam::new),
          Map.entry(
              "RAdam all",
              p -> new RAdam(p, RAdam.lr(0.02).betas(0.8, 0.99).eps(1e-6).weightDecay(0.1))),
          Map.entry("Rprop", Rprop::new),
          Map.entry(
              "Rprop all",
              p ->
                  new Rprop(
                      p, Rprop.lr(0.02).etas(0.4, 1.5).stepSizes(0.015, 0.05).maximize(true))),
          Map.entry("LBFGS", LBFGS::new),
          Map.entry("LBFGS strong Wolfe", p -> new LBFGS(p, wolfe(LBFGS.lr(1)))),
          Map.entry(
              "LBFGS short", p -> new LBFGS(p, wolfe(LBFGS.lr(0.5).maxIter(4).historySize(2)))),
          Map.entry("LBFGS few", p -> new LBFGS(p, few())));

  private NamedOptimizers() {}

  static Optimizer<?> make(String name, List<Tensor> parameters) {
    return ALL.get(name).apply(parameters);
  }

  private static AdamW.Options adamW() {
    return AdamW.lr(0.02)
        .betas(0.8, 0.99)
        .eps(1e-6)
        .weightDecay(0.3)
        .amsgrad(true)
        .maximize(true);
  }

  private static RMSprop.Options rmsprop() {
    return RMSprop.lr(0.02)
        .alpha(0.9)
        .eps(1e-6)
        .weightDecay(0.1)
        .momentum(0.5)
        .centered(true)
        .maximize(true);
  }

  private static Adagrad.Options adagrad() {
    return Adagrad.lr(0.1)
        .lrDecay(0.1)
        .weightDecay(0.01)
        .initialAccumulatorValue(0.5)
        .eps(1e-6)
        .maximize(true);
  }

  private static Adamax.Options adamax() {
    return Adamax.lr(0.02).betas(0.8, 0.99).eps(1e-6).weightDecay(0.1).maximize(true);
  }

  private static NAdam.Options nadam() {
    return NAdam.lr(0.02).betas(0.8, 0.99).eps(1e-6).weightDecay(0.1).momentumDecay(0.05);
  }

  private static LBFGS.Options wolfe(LBFGS.Options options) {
    return options.lineSearch(LBFGS.LineSearch.STRONG_WOLFE);
  }

  private static LBFGS.Options few() {
    return LBFGS.lr(0.1).maxIter(6).maxEval(5).toleranceGrad(1e-5).toleranceChange(1e-7);
  }
}
