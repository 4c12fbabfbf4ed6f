package thalweg.optim;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalDouble;
import thalweg.tensor.Tensor;
import thalweg.tensor.Warnings;

/// Parameters that are updated with the same options: one of PyTorch's `param_groups`.
///
/// @param <O> the optimiser's options
public final class ParameterGroup<O extends OptimizerOptions<O>> {
  private final List<Tensor> parameters;
  private final List<ParameterState> states;
  private O options;
  private OptionalDouble initialLr = OptionalDouble.empty();

  ParameterGroup(String optimizer, List<Tensor> parameters, O options) {
    this.parameters = distinct(optimizer, parameters);
    this.states = this.parameters.stream().map(ParameterState::new).toList();
    options.requireValid();
    this.options = options;
  }

  private static List<Tensor> distinct(String optimizer, List<Tensor> parameters) {
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException(optimizer + ": there is no parameter to update");
    }
    for (Tensor parameter : parameters) {
      if (!parameter.isLeaf() || !parameter.dtype().isFloating()) {
        throw new IllegalArgumentException(
            "%s: a parameter must be a floating leaf, but one of shape %s is %s"
                .formatted(
                    optimizer,
                    parameter.shape().tuple(),
                    parameter.isLeaf() ? parameter.dtype() : "the result of " + parameter.gradFn()));
      }
    }
    var seen = Collections.<Tensor>newSetFromMap(new IdentityHashMap<>());
    List<Tensor> distinct = parameters.stream().filter(seen::add).toList();
    if (distinct.size() < parameters.size()) {
      Warnings.warn(
          "%s: %d of %d parameters are given twice; each is updated once a step"
              .formatted(optimizer, parameters.size() - distinct.size(), parameters.size()));
    }
    return distinct;
  }

  /// What is updated.
  public List<Tensor> parameters() {
    return parameters;
  }

  /// What is remembered of parameter `i`.
  ParameterState state(int i) {
    return states.get(i);
  }

  /// The options of the steps to come.
  public O options() {
    return options;
  }

  /// Puts other options in the place of the present ones.
  ///
  /// @throws IllegalArgumentException if a value is out of range
  public void setOptions(O options) {
    options.requireValid();
    this.options = options;
  }

  /// The learning rate.
  public double learningRate() {
    return options.lr();
  }

  /// Sets the learning rate, as a schedule does: it may be below 0, if only by a rounding.
  public void setLearningRate(double rate) {
    options = options.lr(rate);
  }

  /// What schedulers cycle: the momentum, or else `β₁`; empty where the optimiser has neither.
  public OptionalDouble momentum() {
    return switch ((OptimizerOptions<O>) options) {
      case OptimizerOptions.WithMomentum<O> o -> OptionalDouble.of(o.momentum());
      case OptimizerOptions.WithBetas<O> o -> OptionalDouble.of(o.beta1());
      default -> OptionalDouble.empty();
    };
  }

  /// Sets the momentum, or else `β₁`, as a schedule does.
  ///
  /// @throws IllegalStateException if the optimiser has neither
  public void setMomentum(double momentum) {
    options =
        switch ((OptimizerOptions<O>) options) {
          case OptimizerOptions.WithMomentum<O> o -> o.momentum(momentum);
          case OptimizerOptions.WithBetas<O> o -> o.betas(momentum, o.beta2());
          default -> throw new IllegalStateException("setMomentum: there is none in " + options);
        };
  }

  /// The rate from which schedules start: PyTorch's `initial_lr`. Empty as long as there is no schedule.
  public OptionalDouble initialLr() {
    return initialLr;
  }

  /// Sets the rate from which schedules start.
  public void setInitialLr(double rate) {
    initialLr = OptionalDouble.of(rate);
  }

  /// Takes on what was saved.
  void restore(O options, OptionalDouble initialLr) {
    this.options = options;
    this.initialLr = initialLr;
  }
}
