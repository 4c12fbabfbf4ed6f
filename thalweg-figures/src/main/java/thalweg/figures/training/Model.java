package thalweg.figures.training;

import java.util.List;

/// What a model answers, so that its fit can be drawn for the weights of any epoch.
///
/// ```java
/// Model parabola = (w, x) -> w.get(0) + w.get(1) * x + w.get(2) * x * x;
/// IO.println(parabola.at(List.of(1.0, 0.0, 2.0), 3));  // 19.0
/// ```
@FunctionalInterface
public interface Model {

  /// `w0 + w1 x`.
  Model LINE = (weights, x) -> weights.get(0) + weights.get(1) * x;

  /// The answer for `x` with the given weights, flattened as in a [thalweg.trace.Trace].
  double at(List<Double> weights, double x);
}
