package thalweg.scratch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import thalweg.trace.Trace;

/// A shallow, narrow linear network from scratch, `ŷ = x·w₁·w₂`: one neuron between input and output, two weights, and
/// a gradient worked out by hand. All in `double`, with NumPy's order of operations, so that the numbers are NumPy's.
///
/// ```java
/// Seeds.numpy().manualSeed(2021);
/// var train = Samples.genSamples(73, 2.0, 0.2);
/// var net = new ShallowNarrow(1.4, -1.6);
/// var run = net.train(train.x(), train.y(), 0.02, 211);
/// IO.println(Numbers.fixed(run.losses().getFirst(), 4));  // 6.3547
/// IO.println(Numbers.fixed(run.losses().getLast(), 4));   // 0.0340
/// ```
///
/// The class `shallowNarrow` (`ShallowNarrowExercise`) of the study notes.
public final class ShallowNarrow {
  private double w1;
  private double w2;

  /// @param initWeights `w₁, w₂`
  /// @throws IllegalArgumentException for another number of weights
  public ShallowNarrow(double... initWeights) {
    if (initWeights.length != 2) {
      throw new IllegalArgumentException(
          "ShallowNarrow: %d initial weights; it has two, w1 and w2".formatted(initWeights.length));
    }
    w1 = initWeights[0];
    w2 = initWeights[1];
  }

  /// The forward pass, `ŷ = x·w₁·w₂`: `(n) → (n)`.
  public double[] forward(double[] x) {
    return map(x.length, i -> x[i] * w1 * w2);
  }

  /// The gradient of the loss: `∂L/∂w₁ = −mean(2·w₂·x·(y − w₁w₂x))`, and `∂L/∂w₂` with the weights exchanged.
  ///
  /// @return `[∂L/∂w₁, ∂L/∂w₂]`
  /// @throws IllegalArgumentException for arrays of different length
  public double[] dlossDw(double[] x, double[] yTrue) {
    requireEqualShapes("dlossDw", x, yTrue);
    double dw1 = -Mean.of(map(x.length, i -> 2 * w2 * x[i] * (yTrue[i] - w1 * w2 * x[i])));
    double dw2 = -Mean.of(map(x.length, i -> 2 * w1 * x[i] * (yTrue[i] - w1 * w2 * x[i])));
    return new double[] {dw1, dw2};
  }

  /// The mean squared error, `mean((y − ŷ)²)`.
  ///
  /// @throws IllegalArgumentException for arrays of different length
  public static double loss(double[] yPrediction, double[] yTrue) {
    requireEqualShapes("loss", yPrediction, yTrue);
    return Mean.of(
        map(
            yTrue.length,
            i -> {
              double error = yTrue[i] - yPrediction[i];
              return error * error;
            }));
  }

  /// Gradient descent for `epochs` updates, `w ← w − lr·∂L/∂w`. Afterwards this network has the resulting weights.
  ///
  /// @return the run: its `losses()` are the notes' `loss_records`, taken before each update; its `weights()` are the
  ///     start and then the `weight_records`, taken after each
  /// @throws IllegalArgumentException for arrays of different length
  public Trace train(double[] x, double[] yTrue, double lr, int epochs) {
    requireEqualShapes("train", x, yTrue);
    var steps = new ArrayList<Trace.Step>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      double loss = loss(forward(x), yTrue);
      double[] gradient = dlossDw(x, yTrue);
      steps.add(new Trace.Step(weights(), loss, List.of(gradient[0], gradient[1]), lr));
      w1 -= lr * gradient[0];
      w2 -= lr * gradient[1];
    }
    var settings = new LinkedHashMap<String, Double>();
    settings.put("lr", lr);
    settings.put("n", (double) x.length);
    settings.put("epochs", (double) epochs);
    return new Trace("shallow narrow", settings, steps, weights());
  }

  /// The weights as they are now, `[w₁, w₂]`.
  public List<Double> weights() {
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
