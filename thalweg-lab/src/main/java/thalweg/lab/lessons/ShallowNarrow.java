package thalweg.lab.lessons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import thalweg.trace.Trace;

/// A shallow, narrow linear network, `ŷ = x·w₁·w₂`, from scratch: one neuron between input and output, two
/// weights, and a gradient worked out by hand. The class of notes 3 and 3b, on plain arrays, with NumPy's order
/// of operations.
final class ShallowNarrow {
  private double w1;
  private double w2;

  /// @param initWeights `[w₁, w₂]`
  ShallowNarrow(double... initWeights) {
    if (initWeights.length != 2) {
      throw new IllegalArgumentException(
          "ShallowNarrow: %d initial weights; it has two, w1 and w2".formatted(initWeights.length));
    }
    w1 = initWeights[0];
    w2 = initWeights[1];
  }

  /// The forward pass, `ŷ = x·w₁·w₂`.
  double[] forward(double[] x) {
    return map(x.length, i -> x[i] * w1 * w2);
  }

  /// The gradient of the loss: `∂L/∂w₁ = −mean(2·w₂·x·(y − w₁w₂x))`, and `∂L/∂w₂` with the weights exchanged.
  double[] dlossDw(double[] x, double[] yTrue) {
    requireEqualShapes("dlossDw", x, yTrue);
    double dw1 = -Mean.of(map(x.length, i -> 2 * w2 * x[i] * (yTrue[i] - w1 * w2 * x[i])));
    double dw2 = -Mean.of(map(x.length, i -> 2 * w1 * x[i] * (yTrue[i] - w1 * w2 * x[i])));
    return new double[] {dw1, dw2};
  }

  /// The mean squared error, `mean((y − ŷ)²)`.
  static double loss(double[] yPrediction, double[] yTrue) {
    requireEqualShapes("loss", yPrediction, yTrue);
    return Mean.of(
        map(
            yTrue.length,
            i -> {
              double error = yTrue[i] - yPrediction[i];
              return error * error;
            }));
  }

  /// Gradient descent for `epochs` updates, `w ← w − lr·∂L/∂w`.
  ///
  /// @return the run; this network has its resulting weights
  Trace train(String name, double[] x, double[] yTrue, double lr, int epochs) {
    requireEqualShapes("train", x, yTrue);
    var steps = new ArrayList<Trace.Step>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      double loss = loss(forward(x), yTrue);
      double[] gradient = dlossDw(x, yTrue);
      steps.add(new Trace.Step(weights(), loss, List.of(gradient[0], gradient[1]), lr));
      w1 -= lr * gradient[0];
      w2 -= lr * gradient[1];
    }
    return new Trace(name, Recorder.settings(lr, x.length, epochs), steps, weights());
  }

  /// `[w₁, w₂]`.
  List<Double> weights() {
    return List.of(w1, w2);
  }

  private static double[] map(int n, IntToDoubleFunction element) {
    double[] values = new double[n];
    Arrays.setAll(values, element);
    return values;
  }

  private static void requireEqualShapes(String what, double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "%s: shapes (%d) and (%d); each point needs an x and a y".formatted(what, a.length, b.length));
    }
  }
}
