package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What every optimiser here does with its parameters: check them, and apply a rule to each that has a
/// gradient, unrecorded.
record ParameterList(String optimizer, List<Tensor> parameters) {
  ParameterList {
    parameters = List.copyOf(parameters);
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
  }

  /// The change of one parameter.
  interface Rule {
    /// Updates `parameter`, number `i`, in place.
    void update(int i, Tensor parameter, Tensor gradient);
  }

  void update(Rule rule) {
    try (var _ = Tensors.noGrad()) {
      for (int i = 0; i < parameters.size(); i++) {
        Tensor parameter = parameters.get(i);
        if (parameter.grad() != null) {
          rule.update(i, parameter, parameter.grad().detach());
        }
      }
    }
  }

  /// @throws IllegalArgumentException unless `from ≤ value < to`
  static double require(String optimizer, String name, double value, double from, double to) {
    if (!(value >= from && value < to)) {
      throw new IllegalArgumentException(
          "%s: %s = %s, but it must be at least %s%s"
              .formatted(
                  optimizer, name, value, from, Double.isInfinite(to) ? "" : " and below " + to));
    }
    return value;
  }
}
