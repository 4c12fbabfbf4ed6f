package thalweg.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// An optimiser that treats each parameter by itself: a rule, which a subclass states in [#update]. Groups,
/// maximizing, weight decay, steps without recording, saving and loading follow.
///
/// ```java
/// record Rate(double lr) implements OptimizerOptions<Rate> {
///   public Rate lr(double lr) { return new Rate(lr); }
///   public void requireValid() {}
/// }
///
/// final class SignDescent extends PerParameterOptimizer<Rate> {
///   SignDescent(List<Tensor> parameters, double lr) { super("SignDescent", parameters, new Rate(lr)); }
///
///   protected void update(Tensor p, Tensor g, Rate options, ParameterState state) {
///     p.sub_(g.sign(), options.lr());
///   }
///   protected StateNames stateNames(Rate options) { return StateNames.NONE; }
/// }
///
/// var x = tensor(3.0, -4.0).requiresGrad_(true);
/// x.square().sum().backward();
/// new SignDescent(List.of(x), 0.5).step();
/// IO.println(x.detach());  // tensor([ 2.5000, -3.5000])
/// ```
///
/// @param <O> its options
public abstract non-sealed class PerParameterOptimizer<O extends OptimizerOptions<O>>
    extends Optimizer<O> {
  /// The names of what is remembered of a parameter after a step.
  ///
  /// @param numbers what is one number, such as `step`
  /// @param tensors what has the parameter's shape
  protected record StateNames(List<String> numbers, List<String> tensors) {
    /// Nothing is remembered.
    public static final StateNames NONE = new StateNames(List.of(), List.of());

    /// The number of steps and these tensors.
    public static StateNames stepAnd(String... tensors) {
      return new StateNames(List.of(ParameterState.STEP), List.of(tensors));
    }

    private TreeSet<String> all() {
      var all = new TreeSet<>(numbers);
      all.addAll(tensors);
      return all;
    }
  }

  /// An optimiser with one group.
  ///
  /// @param name what errors call it
  /// @throws IllegalArgumentException for no parameters, one that is not a floating leaf, or an option out of
  ///     range
  protected PerParameterOptimizer(String name, List<Tensor> parameters, O options) {
    super(name, parameters, options);
  }

  /// Adds parameters with options of their own, and gives their group.
  ///
  /// ```java
  /// var net = new Linear(2, 1);
  /// var sgd = new SGD(List.of(net.weight()), SGD.lr(0.1).weightDecay(0.01));
  /// sgd.addParamGroup(List.of(net.bias()), SGD.lr(0.2));
  /// IO.println(sgd.paramGroups().getLast().learningRate());  // 0.2
  /// ```
  ///
  /// @throws IllegalArgumentException as the constructor, or if one of them is in a group already
  public final ParameterGroup<O> addParamGroup(List<Tensor> parameters, O options) {
    return add(parameters, options);
  }

  /// The rule: changes `parameter` in place. Not recorded.
  ///
  /// @param gradient its gradient, with the sign and the weight decay that the options ask for
  /// @param options  of its group
  /// @param state    what is remembered of it from step to step
  protected abstract void update(
      Tensor parameter, Tensor gradient, O options, ParameterState state);

  /// What [#update] remembers with these options.
  protected abstract StateNames stateNames(O options);

  @Override
  public final void step() {
    countStep();
    try (var _ = Tensors.noGrad()) {
      for (ParameterGroup<O> group : paramGroups()) {
        O options = group.options();
        List<Tensor> parameters = group.parameters();
        for (int i = 0; i < parameters.size(); i++) {
          Tensor parameter = parameters.get(i);
          if (parameter.grad() != null) {
            Tensor gradient = decayed(parameter, parameter.grad().detach(), options);
            update(parameter, gradient, options, group.state(i));
          }
        }
      }
    }
  }

  @Override
  public final Tensor step(Supplier<Tensor> closure) {
    Tensor loss = measure(closure);
    step();
    return loss;
  }

  private static Tensor decayed(Tensor parameter, Tensor gradient, OptimizerOptions<?> options) {
    Tensor g = options.maximize() ? gradient.neg() : gradient;
    double decay = options.weightDecay();
    if (decay != 0 && options.isDecayDecoupled()) {
      parameter.mul_(1 - options.lr() * decay);
    } else if (decay != 0) {
      g = g.add(parameter, decay);
    }
    return g;
  }

  @Override
  final Map<Integer, Map<String, Tensor>> state() {
    var all = new LinkedHashMap<Integer, Map<String, Tensor>>();
    int number = 0;
    for (ParameterGroup<O> group : paramGroups()) {
      for (int i = 0; i < group.parameters().size(); i++, number++) {
        Map<String, Tensor> state = group.state(i).copy();
        if (!state.isEmpty()) {
          all.put(number, state);
        }
      }
    }
    return all;
  }

  @Override
  final Runnable restoring(Map<Integer, Map<String, Tensor>> saved, List<O> options) {
    var actions = new ArrayList<Runnable>();
    int number = 0;
    for (int k = 0; k < options.size(); k++) {
      ParameterGroup<O> group = paramGroups().get(k);
      StateNames names = stateNames(options.get(k));
      for (int i = 0; i < group.parameters().size(); i++, number++) {
        Map<String, Tensor> state = saved.getOrDefault(number, Map.of());
        if (!state.isEmpty()) {
          requireFit(number, group.parameters().get(i), names, state);
        }
        ParameterState target = group.state(i);
        actions.add(() -> target.restore(state, names.numbers()));
      }
    }
    return () -> actions.forEach(Runnable::run);
  }

  private void requireFit(
      int number, Tensor parameter, StateNames names, Map<String, Tensor> state) {
    var missing = names.all();
    missing.removeAll(state.keySet());
    var unexpected = new TreeSet<>(state.keySet());
    unexpected.removeAll(names.all());
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      throw unfit(
          "parameter %d must have %s; missing are %s, unexpected are %s"
              .formatted(number, names.all(), missing, unexpected));
    }
    state.forEach(
        (name, tensor) -> {
          boolean isNumber = names.numbers().contains(name);
          if (isNumber ? tensor.size() != 1 : !tensor.shape().equals(parameter.shape())) {
            throw unfit(
                "%s of parameter %d has shape %s, but must be %s"
                    .formatted(
                        name,
                        number,
                        tensor.shape().tuple(),
                        isNumber ? "one number" : parameter.shape().tuple()));
          }
        });
  }
}
