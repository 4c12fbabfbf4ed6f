package thalweg.lab.graph;

import static thalweg.lab.graph.GraphText.number;

import java.util.ArrayList;
import java.util.List;
import thalweg.trace.Trace;

/// A gradient descent in words and numbers.
///
/// @param names what the weights are called
/// @param last  the function after the last step, which the trace does not hold
public record DescentText(List<String> names, Trace trace, double last) {
  /// A table shows no more steps than these.
  private static final int MOST_ROWS = 24;

  /// The first steps are all shown; there most happens.
  private static final int FIRST_ROWS = 6;

  /// Step, weights, function and gradient, thinned to fit a screen; the last row is where it ends.
  public TextTable table() {
    var header = new ArrayList<String>();
    header.add("step");
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
  public String verdict() {
    int end = firstNotFinite();
    if (end <= trace.epochs()) {
      return notFinite(end);
    }
    var losses = new ArrayList<>(trace.losses());
    losses.add(last);
    double first = losses.getFirst();
    if (last > first) {
      return "Diverges: f grew from %s to %s. The steps overshoot; take a smaller η."
          .formatted(number(first), number(last));
    }
    double least = losses.stream().mapToDouble(Double::doubleValue).min().orElse(last);
    String passed =
        least < last - 1e-6 * Math.max(1, Math.abs(last))
            ? " On the way it was as low as %s: the steps overshoot.".formatted(number(least))
            : "";
    return "f went from %s to %s in %d steps.%s"
        .formatted(number(first), number(last), trace.epochs(), passed);
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

  private static String notFinite(int step) {
    return step == 0
        ? "Not finite at the start: there is no way down from a point outside the function's domain."
        : "Not finite from step %d on: diverges, or left the function's domain. Take a smaller η."
            .formatted(step);
  }
}
