package thalweg.lab.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import thalweg.optim.Adam;
import thalweg.optim.Optimizer;
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
          Map.entry("SGD", (Maker) (p, a) -> new SGD(p, sgd(a))),
          Map.entry("Adam", (Maker) (p, a) -> new Adam(p, adam(a))));

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

  private static Adam.Options adam(Arguments a) {
    double[] betas = a.reals("betas", 0.9, 0.999);
    return Adam.lr(a.real("lr", 1e-3))
        .betas(betas[0], betas[1])
        .eps(a.real("eps", 1e-8))
        .weightDecay(a.real("weight_decay", 0))
        .amsgrad(a.flag("amsgrad", false))
        .maximize(a.flag("maximize", false));
  }
}
