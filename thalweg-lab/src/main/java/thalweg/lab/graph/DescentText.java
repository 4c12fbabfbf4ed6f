package thalweg.lab.graph;

import static thalweg.lab.graph.GraphText.number;
import static thalweg.lab.text.Messages.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import thalweg.autograd.Autograd;
import thalweg.figures.text.Language;
import thalweg.lab.verdict.Aim;
import thalweg.lab.verdict.Course;
import thalweg.lab.verdict.Judge;
import thalweg.lab.verdict.Verdict;
import thalweg.op.Linalg;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.trace.Trace;

/// A gradient descent in words and numbers.
///
/// @param names what the weights are called
/// @param last  the function after the last step, which the trace does not hold
public record DescentText(List<String> names, Trace trace, double last) {
  /// Second derivatives of more variables than these would take long.
  private static final int MOST_CURVED = 20;

  /// A table shows no more steps than these.
  private static final int MOST_ROWS = 24;

  /// The first steps are all shown; there most happens.
  private static final int FIRST_ROWS = 6;

  /// Step, weights, function and gradient, thinned to fit a screen; the last row is where it ends.
  public TextTable table(Language language) {
    var header = new ArrayList<String>();
    header.add(text("graph.step").in(language));
    header.addAll(names);
    header.add("f");
    names.forEach(name -> header.add("∂f/∂" + name));
    var table = new TextTable(header.toArray(String[]::new));
    int end = firstNotFinite();
    for (int step : shown(Math.min(trace.epochs(), end + 1))) {
      Trace.Step row = trace.steps().get(step);
      table.row(cells(step, row.weights(), row.loss(), row.gradient()));
    }
    if (end < trace.epochs()) {
      return table; // nothing but NaN would follow
    }
    return table.row(cells(trace.epochs(), trace.result(), last, List.of()));
  }

  private List<String> cells(int step, List<Double> weights, double value, List<Double> gradient) {
    var cells = new ArrayList<String>();
    cells.add(Integer.toString(step));
    weights.forEach(weight -> cells.add(number(weight)));
    cells.add(number(value));
    gradient.forEach(slope -> cells.add(number(slope)));
    while (cells.size() < 2 + 2 * names.size()) {
      cells.add("");
    }
    return cells;
  }

  /// All steps where they are few, else the first ones and then evenly spaced ones.
  static List<Integer> shown(int steps) {
    int every = Math.ceilDiv(Math.max(1, steps - FIRST_ROWS), MOST_ROWS - FIRST_ROWS);
    var shown = new ArrayList<Integer>();
    for (int step = 0; step < steps; step++) {
      if (step < FIRST_ROWS || (step - FIRST_ROWS) % every == every - 1) {
        shown.add(step);
      }
    }
    return shown;
  }

  /// What became of it.
  ///
  /// @param formula from one number for each name, in their order, to one number
  public Verdict verdict(Function<Tensor, Tensor> formula) {
    OptionalDouble eta =
        trace.steps().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(trace.steps().getFirst().learningRate());
    return Judge.of(Course.of(trace, last), new Aim.Unknown(w -> slope(formula, w)), eta);
  }

  /// The gradient and the curvatures at a point; of many variables the gradient alone.
  private static Aim.Slope slope(Function<Tensor, Tensor> formula, List<Double> point) {
    double[] at = point.stream().mapToDouble(Double::doubleValue).toArray();
    Tensor w = Tensors.tensor(DType.FLOAT64, at).requiresGrad_(true);
    double[] gradient = Autograd.grad(formula.apply(w), List.of(w)).getFirst().toDoubleArray();
    if (at.length > MOST_CURVED) {
      return new Aim.Slope(gradient, new double[0]);
    }
    Tensor hessian = Autograd.hessian(formula, w.detach());
    boolean finite = DoubleStream.of(hessian.toDoubleArray()).allMatch(Double::isFinite);
    return new Aim.Slope(
        gradient, finite ? Linalg.eigvalsh(hessian).toDoubleArray() : new double[0]);
  }

  /// The first step with a number that is none, or one more than there are.
  private int firstNotFinite() {
    for (int i = 0; i < trace.epochs(); i++) {
      Trace.Step step = trace.steps().get(i);
      boolean finite =
          Double.isFinite(step.loss())
              && step.weights().stream().allMatch(Double::isFinite)
              && step.gradient().stream().allMatch(Double::isFinite);
      if (!finite) {
        return i;
      }
    }
    boolean finite = Double.isFinite(last) && trace.result().stream().allMatch(Double::isFinite);
    return trace.epochs() + (finite ? 1 : 0);
  }
}
