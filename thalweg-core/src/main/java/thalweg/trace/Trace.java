package thalweg.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a training run recorded, step by step, as plain data: no tensor, no graph.
///
/// A run of `T` epochs holds `T` [steps][Step] and `T + 1` weight rows: row 0 is the start, row `i`
/// the weights before step `i`, row `T` the result. `loss` and `gradient` of step `i` are taken at
/// row `i`. Lessons fill one, figures and reports read it.
///
/// @param name       what the run is called, for instance `sse alpha=0.001`
/// @param parameters its settings by name, in the order in which they should be shown
/// @param steps      the epochs, in order
/// @param result     the weights after the last step
public record Trace(
    String name, Map<String, Double> parameters, List<Step> steps, List<Double> result) {

  /// One epoch.
  ///
  /// @param weights      the flattened parameters before the update
  /// @param loss         the loss at `weights`
  /// @param gradient     the loss's gradient at `weights`
  /// @param learningRate the rate of the update that followed
  public record Step(List<Double> weights, double loss, List<Double> gradient, double learningRate) {
    public Step {
      weights = List.copyOf(weights);
      gradient = List.copyOf(gradient);
      if (weights.size() != gradient.size()) {
        throw new IllegalArgumentException(
            "Trace.Step: %d weights but %d gradients"
                .formatted(weights.size(), gradient.size()));
      }
    }
  }

  public Trace {
    Objects.requireNonNull(name, "name");
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    steps = List.copyOf(steps);
    result = List.copyOf(result);
  }

  /// How many updates were made.
  public int epochs() {
    return steps.size();
  }

  /// The weight rows from the start on: one more than [#epochs()].
  public List<List<Double>> weights() {
    var rows = new ArrayList<List<Double>>(steps.size() + 1);
    steps.forEach(step -> rows.add(step.weights()));
    rows.add(result);
    return rows;
  }

  /// The losses, one an epoch.
  public List<Double> losses() {
    return steps.stream().map(Step::loss).toList();
  }

  /// The gradients, one row an epoch.
  public List<List<Double>> gradients() {
    return steps.stream().map(Step::gradient).toList();
  }
}
