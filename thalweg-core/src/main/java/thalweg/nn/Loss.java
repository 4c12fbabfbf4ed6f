package thalweg.nn;

import thalweg.tensor.Tensor;

/// How far a prediction is from its target.
@FunctionalInterface
public interface Loss {
  /// The loss of `input`, the prediction, against `target`.
  Tensor apply(Tensor input, Tensor target);
}
