package thalweg.lab.lessons;

import static thalweg.tensor.Numbers.shortest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.autograd.Autograd;
import thalweg.figures.Grid;
import thalweg.lab.lesson.Training;
import thalweg.scratch.Samples;
import thalweg.scratch.ShallowNarrow;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.trace.Trace;

/// The loss of `y = w₁w₂x` over its two weights, for the points of `y = x`: all that the notes' picture of it
/// shows, as numbers.
///
/// @param samples      `y = x` at ten places from 0 to 1
/// @param grid         the values of either weight: -1.9, -1.7, … 1.9
/// @param loss         `loss.get(i).get(j)` at `w₁ = grid[i]`, `w₂ = grid[j]`
/// @param gradient     the loss's gradient `[∂L/∂w₁, ∂L/∂w₂]` there; descent goes against it
/// @param solutions    the two branches of `w₁w₂ = 1`, as points `[w₁, w₂]` within the grid
/// @param trajectories gradient descent from three starts, each named by its start
/// @param still        gradient descent from the saddle itself
/// @param hessian      the second derivatives at the saddle, `[0, 0]`
record ShallowLandscape(
    Samples samples,
    double[] grid,
    List<List<Double>> loss,
    List<List<List<Double>>> gradient,
    List<List<List<Double>>> solutions,
    List<Trace> trajectories,
    Trace still,
    double[][] hessian) {
  static final double RATE = 0.15;
  static final int EPOCHS = 40;

  private static final int GRID = 20;
  private static final double EDGE = 1.9;
  private static final double[][] STARTS = {{0.5, -0.5}, {0.55, -0.45}, {-1.8, 1.7}};

  static ShallowLandscape compute() {
    Samples samples = Samples.genSamples(10, 1, 0);
    double[] grid = evenGrid();
    return new ShallowLandscape(
        samples,
        grid,
        rows(grid, (w1, w2) -> lossAt(samples, w1, w2)),
        rows(grid, (w1, w2) -> gradientAt(samples, w1, w2)),
        List.of(branch(1), branch(-1)),
        Arrays.stream(STARTS).map(start -> descend(samples, start)).toList(),
        descend(samples, new double[] {0, 0}),
        hessianAt(samples, 0, 0));
  }

  /// `np.arange(-1.9, 2.0, 0.2)`.
  private static double[] evenGrid() {
    double step = (-EDGE + 0.2) + EDGE;
    return IntStream.range(0, GRID).mapToDouble(i -> -EDGE + i * step).toArray();
  }

  private interface AtWeights<T> {
    T apply(double w1, double w2);
  }

  private static <T> List<List<T>> rows(double[] grid, AtWeights<T> value) {
    return Arrays.stream(grid)
        .mapToObj(w1 -> Arrays.stream(grid).mapToObj(w2 -> value.apply(w1, w2)).toList())
        .toList();
  }

  /// What became of each trajectory, and of the run from the saddle.
  List<Training> judged() {
    return Stream.concat(trajectories.stream(), Stream.of(still))
        .map(run -> ShallowChosen.plain(samples, run, RATE).judged(run))
        .toList();
  }

  /// The loss on a finer grid, for its contours.
  Grid contours() {
    double[] fine = IntStream.rangeClosed(0, 76).mapToDouble(i -> -EDGE + i * 0.05).toArray();
    return Grid.over(fine, fine, (w1, w2) -> lossAt(samples, w1, w2));
  }

  /// The derivative to weight `which`, 0 or 1, on the grid.
  Grid slope(int which) {
    double[][] slopes =
        gradient.stream()
            .map(row -> row.stream().mapToDouble(at -> at.get(which)).toArray())
            .toArray(double[][]::new);
    return Grid.of(grid, grid, slopes);
  }

  private static double lossAt(Samples samples, double w1, double w2) {
    return ShallowNarrow.loss(new ShallowNarrow(w1, w2).forward(samples.x()), samples.y());
  }

  private static List<Double> gradientAt(Samples samples, double w1, double w2) {
    return list(new ShallowNarrow(w1, w2).dlossDw(samples.x(), samples.y()));
  }

  private static List<List<Double>> branch(int sign) {
    return IntStream.rangeClosed(0, 100)
        .mapToDouble(i -> Math.pow(EDGE, i / 50.0 - 1)) // as many points on either side of w₁ = 1
        .mapToObj(w1 -> List.of(sign * w1, sign / w1))
        .toList();
  }

  private static Trace descend(Samples samples, double[] start) {
    Trace run = new ShallowNarrow(start).train(samples.x(), samples.y(), RATE, EPOCHS);
    return new Trace(name(start), RunSettings.of(RATE, samples.x().length, EPOCHS), run.steps(), run.result());
  }

  /// As Python writes the list.
  static String name(double[] start) {
    return "[%s, %s]".formatted(shortest(start[0]), shortest(start[1]));
  }

  /// By differentiating the loss twice.
  private static double[][] hessianAt(Samples samples, double w1, double w2) {
    Tensor matrix =
        Autograd.hessian(w -> loss(samples, w), Tensors.tensor(DType.FLOAT64, w1, w2));
    double[] h = matrix.toDoubleArray();
    return new double[][] {{h[0], h[1]}, {h[2], h[3]}};
  }

  /// The loss as a tensor of the weights, `[w₁, w₂]`, so that autograd can differentiate it.
  static Tensor loss(Samples samples, Tensor weights) {
    return squares(samples, weights).mean();
  }

  /// The squared error of each point.
  static Tensor squares(Samples samples, Tensor weights) {
    Tensor x = Tensors.tensor(DType.FLOAT64, samples.x());
    Tensor y = Tensors.tensor(DType.FLOAT64, samples.y());
    return y.sub(weights.select(0, 0).mul(weights.select(0, 1)).mul(x)).pow(2);
  }

  /// Of the Hessian, `[[p, q], [q, r]]`: `(p + r)/2 ± √(((p − r)/2)² + q²)`.
  List<Double> eigenvalues() {
    double middle = (hessian[0][0] + hessian[1][1]) / 2;
    double reach = Math.hypot((hessian[0][0] - hessian[1][1]) / 2, hessian[0][1]);
    return List.of(middle - reach, middle + reach);
  }

  /// Under the keys of the reference file, and a few more.
  Map<String, Object> values() {
    var values = new LinkedHashMap<String, Object>();
    values.put("grid", list(grid));
    values.put("loss", loss);
    values.put("gradient", gradient);
    values.put("solutions", solutions);
    var weights = new LinkedHashMap<String, Object>();
    trajectories.forEach(run -> weights.put(run.name(), run.weights()));
    values.put("trajectories", weights);
    values.put("lr", RATE);
    values.put("epochs", EPOCHS);
    var settings = new LinkedHashMap<String, Object>();
    settings.put("n", samples.x().length);
    settings.put("a", 1.0);
    settings.put("sigma", 0.0);
    values.put("samples", settings);
    var saddle = new LinkedHashMap<String, Object>();
    saddle.put("gradient", still.gradients().getFirst());
    saddle.put("hessian", Arrays.stream(hessian).map(ShallowLandscape::list).toList());
    saddle.put("eigenvalues", eigenvalues());
    saddle.put("weights", still.result());
    values.put("saddle", saddle);
    return values;
  }

  static List<Double> list(double[] values) {
    return DoubleStream.of(values).boxed().toList();
  }
}
