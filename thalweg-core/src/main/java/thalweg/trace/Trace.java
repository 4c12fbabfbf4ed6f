package thalweg.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import thalweg.tensor.Tensor;

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

  /// Records a run while it happens: one [#step] an epoch, after `backward` and before the update, and [#finish] at the
  /// end.
  ///
  /// ```java
  /// Tensor w = tensor(5.0).requiresGrad_(true);
  /// var optimizer = new SGD(List.of(w), SGD.lr(0.1));
  /// var recorder = new Trace.Recorder("w² from 5", Map.of("lr", 0.1));
  /// for (int epoch = 0; epoch < 3; epoch++) {
  ///   optimizer.zeroGrad();
  ///   Tensor loss = w.pow(2);
  ///   loss.backward();
  ///   recorder.step(w, loss, 0.1);
  ///   optimizer.step();
  /// }
  /// Trace trace = recorder.finish(w);
  /// IO.println(trace.losses());        // [25.0, 16.0, 10.24000072479248]
  /// IO.println(trace.weights().size());  // 4
  /// ```
  public static final class Recorder {
    private final String name;
    private final Map<String, Double> settings;
    private final List<Step> steps = new ArrayList<>();

    /// @param name     what the run is called
    /// @param settings its settings by name, in the order in which they should be shown
    public Recorder(String name, Map<String, Double> settings) {
      this.name = name;
      this.settings = settings;
    }

    /// One epoch.
    ///
    /// @param parameters   what is trained, with gradients; flattened one after the other
    /// @param loss         one number, computed from them
    /// @param learningRate the rate of the update that follows
    /// @throws IllegalStateException if a parameter has no gradient
    public void step(List<Tensor> parameters, Tensor loss, double learningRate) {
      var gradients = parameters.stream().map(Recorder::gradient).toList();
      steps.add(new Step(flat(parameters), loss.item(), flat(gradients), learningRate));
    }

    /// One epoch of a model whose parameters are one tensor; see [#step(List, Tensor, double)].
    public void step(Tensor parameter, Tensor loss, double learningRate) {
      step(List.of(parameter), loss, learningRate);
    }

    /// The run of a model whose parameters are one tensor.
    public Trace finish(Tensor parameter) {
      return finish(List.of(parameter));
    }

    /// The run, with the parameters after its last update.
    public Trace finish(List<Tensor> parameters) {
      return new Trace(name, settings, steps, flat(parameters));
    }

    private static Tensor gradient(Tensor parameter) {
      if (parameter.grad() == null) {
        throw new IllegalStateException(
            "Trace.Recorder: a parameter of shape %s has no gradient; call backward() before step"
                .formatted(parameter.shape().tuple()));
      }
      return parameter.grad();
    }

    private static List<Double> flat(List<Tensor> tensors) {
      return tensors.stream().flatMapToDouble(tensor -> Arrays.stream(tensor.toDoubleArray())).boxed().toList();
    }
  }
}
