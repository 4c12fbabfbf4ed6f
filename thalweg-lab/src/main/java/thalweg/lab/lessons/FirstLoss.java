package thalweg.lab.lessons;

import static thalweg.tensor.Tensors.tensor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import thalweg.autograd.Graph;
import thalweg.expr.Expression;
import thalweg.nn.Linear;
import thalweg.nn.MSELoss;
import thalweg.scratch.Samples;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// The graphs that the first `loss.backward()` of the lessons goes through, each loss computed as its lesson
/// does.
final class FirstLoss {
  private FirstLoss() {}

  /// Of lesson `line`: the sum of squares, by hand.
  static Graph of(LineData data, double[] start) {
    Tensor x = data.inputs();
    Tensor y = data.targets();
    Tensor what = tensor(start).reshape(2, 1).requiresGrad_(true);
    try (var _ = Graph.keepValues()) {
      Tensor yhat = x.matmul(what);
      Tensor loss = y.sub(yhat).pow(2).sum();
      return Graph.backward(loss, Map.of("X", x, "y", y, "w", what, "ŷ", yhat, "L", loss));
    }
  }

  /// Of lesson `shapes`: a layer with bias.
  static Graph ofLayer(ShapesPoints points, double[] start) {
    int n = points.size();
    Tensor x = points.x().reshape(n, 1);
    Tensor y = points.y().reshape(n, 1);
    var net = new Linear(1, 1);
    net.weight().setData(tensor(start[1]).reshape(1, 1));
    net.bias().setData(tensor(start[0]).reshape(1));
    var names = new LinkedHashMap<String, Tensor>(net.namedParameters());
    try (var _ = Graph.keepValues()) {
      Tensor yhat = net.apply(x);
      Tensor loss = new MSELoss().apply(yhat, y);
      names.putAll(Map.of("x", x, "y", y, "ŷ", yhat, "L", loss));
      return Graph.backward(loss, names);
    }
  }

  /// Of lesson `shallow`: two weights in a row.
  static Graph of(Samples samples, double[] start) {
    Tensor x = tensor(DType.FLOAT64, samples.x());
    Tensor y = tensor(DType.FLOAT64, samples.y());
    Tensor w1 = number(start[0]);
    Tensor w2 = number(start[1]);
    try (var _ = Graph.keepValues()) {
      Tensor yhat = x.mul(w1).mul(w2);
      Tensor loss = y.sub(yhat).pow(2).mean();
      return Graph.backward(
          loss, Map.of("x", x, "y", y, "w1", w1, "w2", w2, "ŷ", yhat, "L", loss));
    }
  }

  /// Of a formula, as autograd records it: there each constant meets an operation of its own.
  static Graph recorded(Expression formula, SequencedMap<String, Double> point) {
    var inputs = new LinkedHashMap<String, Tensor>();
    point.forEach((name, value) -> inputs.put(name, number(value)));
    try (var _ = Graph.keepValues()) {
      return Graph.backward(formula.evaluate(inputs), inputs);
    }
  }

  private static Tensor number(double value) {
    return tensor(DType.FLOAT64, (Object) value).requiresGrad_(true);
  }
}
