package thalweg.lab.lessons;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// Makes a [Trace] while a loop runs.
final class Recorder {
  private final String name;
  private final Map<String, Double> parameters;
  private final List<Trace.Step> steps = new ArrayList<>();

  Recorder(String name, Map<String, Double> parameters) {
    this.name = name;
    this.parameters = parameters;
  }

  /// A run's settings as a trace shows them, in this order.
  static Map<String, Double> settings(double alpha, int n, int epochs) {
    var settings = new LinkedHashMap<String, Double>();
    settings.put("alpha", alpha);
    settings.put("n", (double) n);
    settings.put("epochs", (double) epochs);
    return settings;
  }

  /// One epoch, after `backward` and before the update.
  void step(Tensor weights, Tensor loss, double learningRate) {
    steps.add(
        new Trace.Step(list(weights), loss.item(), list(weights.grad()), learningRate));
  }

  /// The run, with the weights after its last update.
  Trace finish(Tensor weights) {
    return new Trace(name, parameters, steps, list(weights));
  }

  private static List<Double> list(Tensor tensor) {
    var list = new ArrayList<Double>();
    for (double x : tensor.toDoubleArray()) {
      list.add(x);
    }
    return list;
  }
}
