package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.RandomTensors.manualSeed;
import static thalweg.tensor.RandomTensors.randn;
import static thalweg.tensor.Tensors.cat;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.stack;
import static thalweg.tensor.Tensors.tensor;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import thalweg.figures.MathText;
import thalweg.figures.text.Text;
import thalweg.figures.training.Labels;
import thalweg.figures.training.Landscape;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Points;
import thalweg.lab.lesson.Training;
import thalweg.lab.verdict.Aim;
import thalweg.lab.verdict.Bowl;
import thalweg.lab.verdict.Course;
import thalweg.lab.verdict.Judge;
import thalweg.tensor.Numbers;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// Points to fit a line to, and what their loss surface looks like.
///
/// @param source  where they come from, for the terminal
/// @param prose   the same for a page
/// @param names   what figures write along x and y
/// @param inputs  `X`, shape `(n, 2)`: a column of ones and one of `x`
/// @param targets `y`, shape `(n, 1)`
/// @param truth   the weights that made the points, if they are known
record LineData(
    Text source, Text prose, Labels.Option names, Tensor inputs, Tensor targets, Optional<double[]> truth) {
  /// Points whose source nobody is told.
  LineData(Tensor inputs, Tensor targets) {
    this(Text.none(), Text.none(), Labels.axes("x", "y"), inputs, targets, Optional.empty());
  }

  /// What float32 leaves of a sum of squares.
  private static final double ROUNDING = 1e-6;

  /// The notes' points, `y = 2.5 + 4x + σ·noise`; drawn in the notes' order, so that the same seed gives the
  /// same points.
  static LineData random(long seed, int n, double sigma) {
    manualSeed(seed);
    Tensor x = randn(n).sort().values();
    Tensor noise = randn(n).mul(sigma);
    Tensor inputs = stack(1, ones(n), x);
    Tensor truth = tensor(new double[][] {{2.5}, {4.0}});
    Tensor targets = inputs.matmul(truth).add(noise.reshape(n, 1));
    String text = Long.toUnsignedString(seed);
    return new LineData(
        text("common.points.random", "formula", "y = 2.5 + 4x", "sigma", shortest(sigma), "n", n, "seed", text),
        text("common.points.random", "formula", "$y = 2.5 + 4x$", "sigma", shortest(sigma), "n", n, "seed", text),
        Labels.axes("x", "y"),
        inputs,
        targets,
        Optional.of(new double[] {2.5, 4.0}));
  }

  /// The user's points.
  ///
  /// @throws thalweg.lab.lesson.BadInputException if they are too large for float32
  static LineData of(Points points) {
    points.requireSumsOfSquares();
    int n = points.size();
    Tensor x = tensor(points.xs());
    return new LineData(
        source(points, name -> name),
        source(points, LineData::code),
        Labels.axes(MathText.literal(points.xName()), MathText.literal(points.yName())),
        stack(1, ones(n), x),
        tensor(points.ys()).reshape(n, 1),
        Optional.empty());
  }

  private static Text source(Points points, UnaryOperator<String> shown) {
    return text(
        "common.points.own",
        "file", shown.apply(points.source()),
        "x", shown.apply(points.xName()),
        "y", shown.apply(points.yName()),
        "n", points.size());
  }

  /// A name that a user gave, as it stands, within prose.
  private static String code(String name) {
    return "`" + name.replace('`', '\'') + "`";
  }

  /// Each point `times` times.
  LineData repeated(int times) {
    Tensor[] inputs = Collections.nCopies(times, this.inputs).toArray(Tensor[]::new);
    Tensor[] targets = Collections.nCopies(times, this.targets).toArray(Tensor[]::new);
    return new LineData(source, prose, names, cat(0, inputs), cat(0, targets), truth);
  }

  /// The user's points if there are any, otherwise the notes'.
  static LineData of(LessonContext context) {
    return context
        .data()
        .map(LineData::of)
        .orElseGet(
            () ->
                random(context.seed("seed"), context.integer("n"), context.real("sigma")));
  }

  int size() {
    return inputs.size(0);
  }

  /// `x` as a column, `(n, 1)`: note 1's `X[:, [1]]`.
  Tensor x() {
    return inputs.narrow(1, 1, 1);
  }

  /// The sum of squared errors of the line `w0 + w1·x`: note 1's `l(w0hat, w1hat)`.
  double sumOfSquares(double w0, double w1) {
    return targets.sub(w0).sub(x().mul(w1)).pow(2).sum().item();
  }

  /// `λmax`, the largest curvature of the sum of squared errors: the larger eigenvalue of its Hessian
  /// `2XᵀX`. Gradient descent on the sum is stable below `2/λmax`, on the mean below `n` times that.
  double largestCurvature() {
    double n = size();
    double sum = 0;
    double squares = 0;
    for (double x : x().toDoubleArray()) {
      sum += x;
      squares += x * x;
    }
    double half = n + squares;
    double root = Math.hypot(n - squares, 2 * sum);
    return half + root;
  }

  /// The largest stable step of the sum of squared errors.
  double stableStep() {
    return 2 / largestCurvature();
  }

  /// A multiple of the largest stable step, rounded to what one would type.
  double step(double factor) {
    return Double.parseDouble(Numbers.significant(factor * stableStep(), 4));
  }

  /// The weights of the best line, by the normal equations; the mean and slope 0 where all `x` are equal.
  double[] leastSquares() {
    double[] x = x().toDoubleArray();
    double[] y = targets.toDoubleArray();
    double meanX = mean(x);
    double meanY = mean(y);
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < x.length; i++) {
      covariance += (x[i] - meanX) * (y[i] - meanY);
      variance += (x[i] - meanX) * (x[i] - meanX);
    }
    double slope = variance == 0 ? 0 : covariance / variance;
    return new double[] {meanY - slope * meanX, slope};
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /// The loss as a quadratic: the sum of squared errors divided by `divisor`.
  ///
  /// @param divisor 1 for the sum, the number of points for the mean
  Bowl bowl(double divisor) {
    double[] x = x().toDoubleArray();
    double[] y = targets.toDoubleArray();
    double[] best = leastSquares();
    double meanY = mean(y);
    double sum = 0;
    double squares = 0;
    double left = 0;
    double spread = 0;
    double size = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i];
      squares += x[i] * x[i];
      double error = y[i] - best[0] - best[1] * x[i];
      left += error * error;
      spread += (y[i] - meanY) * (y[i] - meanY);
      size += y[i] * y[i];
    }
    double[][] hessian = {{2 * size() / divisor, 2 * sum / divisor}, {2 * sum / divisor, 2 * squares / divisor}};
    double scale = Math.max(spread, Math.max(ROUNDING * size, Double.MIN_NORMAL)); // all y alike have no spread
    return new Bowl(hessian, best, left / divisor, scale / divisor);
  }

  /// Judges a training on the sum of squared errors divided by `divisor`.
  ///
  /// @param rate the learning rate of plain gradient descent; empty for another rule of updates
  Training judged(Trace trace, double divisor, OptionalDouble rate) {
    double last = sumOfSquares(trace.result().get(0), trace.result().get(1)) / divisor;
    var course = Course.of(trace, last);
    return new Training(trace, course, Judge.of(course, new Aim.Quadratic(bowl(divisor)), rate));
  }

  /// The loss surface on the note's grid, from -6 in steps of 0.5 to 10.5; on a wider one where the way from `start`
  /// to the best weights needs it.
  Landscape landscape(double[] start) {
    double[] best = truth.orElseGet(this::leastSquares);
    return Landscape.over(axis(start[0], best[0]), axis(start[1], best[1]), this::sumOfSquares);
  }

  private static double[] axis(double start, double best) {
    double least = Math.min(start, best);
    double most = Math.max(start, best);
    double from = -6;
    double step = 0.5;
    if (least < -6 || most > 10.5) {
      double margin = 0.15 * Math.max(most - least, 1);
      from = least - margin;
      step = (most - least + 2 * margin) / 33;
    }
    double[] axis = new double[34];
    for (int i = 0; i < axis.length; i++) {
      axis[i] = from + i * step;
    }
    return axis;
  }
}
