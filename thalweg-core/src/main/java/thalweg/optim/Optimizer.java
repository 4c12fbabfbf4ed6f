package thalweg.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import thalweg.autograd.GradMode;
import thalweg.tensor.Tensor;

/// Changes parameters by their gradients: PyTorch's `torch.optim.Optimizer`.
///
/// Most optimisers are a rule for one parameter, a [PerParameterOptimizer]; [LBFGS] looks at all parameters at
/// once. What they share is here: groups of parameters, learning rates, clearing of gradients, saving and
/// loading.
///
/// ```java
/// var weight = ones(2).requiresGrad_(true);
/// var adam = new Adam(List.of(weight), Adam.lr(0.5));
/// weight.square().sum().backward();
/// adam.step();
/// IO.println(weight.detach());  // tensor([0.5000, 0.5000])
/// IO.println(adam.stateDict().state().get(0).keySet());  // [step, exp_avg, exp_avg_sq]
/// ```
///
/// @param <O> its options
public abstract sealed class Optimizer<O extends OptimizerOptions<O>>
    permits PerParameterOptimizer, LBFGS {
  private final String name;
  private final List<ParameterGroup<O>> groups = new ArrayList<>();
  private final List<ParameterGroup<O>> visibleGroups = Collections.unmodifiableList(groups);
  private long stepsTaken;

  Optimizer(String name, List<Tensor> parameters, O options) {
    this.name = name;
    add(parameters, options);
  }

  /// Appends a group.
  final ParameterGroup<O> add(List<Tensor> parameters, O options) {
    var group = new ParameterGroup<>(name, parameters, options);
    for (Tensor parameter : group.parameters()) {
      if (parameters().stream().anyMatch(known -> known == parameter)) {
        throw new IllegalArgumentException(
            "%s: a parameter of shape %s is in a group already; it can be in one only"
                .formatted(name, parameter.shape().tuple()));
      }
    }
    groups.add(group);
    return group;
  }

  /// The groups of parameters, in the order in which they were added: PyTorch's `param_groups`.
  public final List<ParameterGroup<O>> paramGroups() {
    return visibleGroups;
  }

  /// What is updated: the parameters of all groups.
  public final List<Tensor> parameters() {
    return groups.stream().flatMap(group -> group.parameters().stream()).toList();
  }

  /// Updates each parameter that has a gradient.
  ///
  /// @throws UnsupportedOperationException for an optimiser that has to measure the loss itself
  public abstract void step();

  /// Measures the loss by `closure`, which clears the gradients, computes the loss, calls `backward()` and
  /// gives the loss back; then updates. An optimiser may measure several times.
  ///
  /// @return the loss before the update
  public abstract Tensor step(Supplier<Tensor> closure);

  /// Calls `closure`, recorded.
  static Tensor measure(Supplier<Tensor> closure) {
    try (var _ = GradMode.set(true)) {
      return closure.get();
    }
  }

  final void countStep() {
    stepsTaken++;
  }

  /// How many steps were taken since this optimiser was made.
  public final long stepsTaken() {
    return stepsTaken;
  }

  /// The learning rate of the first group; see [#paramGroups()] for the others.
  public final double learningRate() {
    return groups.getFirst().learningRate();
  }

  /// Sets the learning rate of the steps to come, in all groups.
  ///
  /// @throws IllegalArgumentException if it is below 0, or no number
  public final void setLearningRate(double rate) {
    groups.getFirst().options().lr(rate).requireValid();
    groups.forEach(group -> group.setLearningRate(rate));
  }

  /// Clears the gradients: they are none afterwards.
  public final void zeroGrad() {
    for (ParameterGroup<O> group : groups) {
      group.parameters().forEach(parameter -> parameter.setGrad(null));
    }
  }

  // ---- saving and loading

  /// All that is needed to go on from here, as plain data.
  public final OptimizerState stateDict() {
    var saved = new ArrayList<OptimizerState.Group>();
    int first = 0;
    for (ParameterGroup<O> group : groups) {
      int end = first + group.parameters().size();
      List<Integer> numbers = IntStream.range(first, end).boxed().toList();
      saved.add(new OptimizerState.Group(group.options(), group.initialLr(), numbers));
      first = end;
    }
    return new OptimizerState(saved, state());
  }

  /// Goes on from where `saved` was taken, to the bit; the parameters themselves are not part of it. Where
  /// something does not fit, nothing is changed.
  ///
  /// @throws IllegalArgumentException naming the group, parameter or entry that does not fit
  public final void loadStateDict(OptimizerState saved) {
    if (saved.paramGroups().size() != groups.size()) {
      throw unfit(
          "%d groups are saved, but there are %d".formatted(saved.paramGroups().size(), groups.size()));
    }
    var options = new ArrayList<O>();
    for (int i = 0; i < groups.size(); i++) {
      options.add(fitting(i, groups.get(i), saved.paramGroups().get(i)));
    }
    int parameters = parameters().size();
    for (int number : saved.state().keySet()) {
      if (number < 0 || number >= parameters) {
        throw unfit("parameter %d is saved, but there are %d".formatted(number, parameters));
      }
    }
    Runnable restoring = restoring(saved.state(), options);
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).restore(options.get(i), saved.paramGroups().get(i).initialLr());
    }
    restoring.run();
  }

  @SuppressWarnings("unchecked") // the class of the options is compared first
  private O fitting(int i, ParameterGroup<O> group, OptimizerState.Group saved) {
    if (saved.params().size() != group.parameters().size()) {
      throw unfit(
          "group %d is saved with %d parameters, but has %d"
              .formatted(i, saved.params().size(), group.parameters().size()));
    }
    if (saved.options().getClass() != group.options().getClass()) {
      throw unfit("group %d is saved with %s, but needs %s".formatted(i, saved.options(), group.options()));
    }
    O options = (O) saved.options();
    return options;
  }

  /// What is remembered, copied, by the number of the parameter.
  abstract Map<Integer, Map<String, Tensor>> state();

  /// Checks what was saved, and gives the action that takes it on.
  ///
  /// @param options of the groups, as saved
  abstract Runnable restoring(Map<Integer, Map<String, Tensor>> saved, List<O> options);

  final IllegalArgumentException unfit(String why) {
    return new IllegalArgumentException(name + ".loadStateDict: " + why);
  }
}
