package thalweg.figures.training;

import static thalweg.figures.Style.color;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.size;

import java.util.List;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Legend;
import thalweg.figures.Marker;
import thalweg.figures.Plane;
import thalweg.figures.Values;
import thalweg.trace.Trace;

/// The pictures of a network of two weights, `ŷ = x·w₁·w₂`.
public final class ShallowFigures {

  private ShallowFigures() {}

  /// The notes' three panels: the points with the trained line, the loss, and the weights over the epochs.
  ///
  /// @param xEval where the line is drawn
  /// @param yEval what the trained network predicts there
  public static Figure threePanels(
      double[] xTrain, double[] yTrain, double[] xEval, double[] yEval, Trace trace) {
    Plane fit =
        Axes.plane()
            .scatter(xTrain, yTrain, label("training data"), color(Color.RED), size(16))
            .plot(xEval, yEval, label("test results"), color(Color.BLUE))
            .xlabel("$x$")
            .ylabel("$y$")
            .legend();
    Plane loss =
        Axes.plane()
            .plot(Values.range(trace.epochs()), Values.of(trace.losses()), color(Color.RED),
                hover(Epochs.describeAll(trace, trace.epochs())))
            .xlabel("epochs")
            .ylabel("mean squared error");
    Plane weights = Axes.plane().xlabel("epochs").ylabel("weights").legend(Legend.UPPER_RIGHT);
    for (int w = 0; w < 2; w++) {
      weights =
          weights.plot(Values.range(trace.epochs() + 1), weight(trace, w),
              label("$w_{" + (w + 1) + "}$"), color(w == 0 ? Color.C0 : Color.C1),
              hover(Epochs.describeAll(trace, trace.epochs() + 1)));
    }
    return Figure.row(fit, loss, weights).size(11, 3.5);
  }

  /// Gradient descent over the plane of the weights: all solutions, and the way from each start, a blue
  /// point, to where it ends, a red cross.
  ///
  /// @param edge      the plane reaches from `-edge` to `edge`
  /// @param solutions the curves of the weights that fit, as points `[w1, w2]`
  public static Figure descents(double edge, List<List<List<Double>>> solutions, List<Trace> traces) {
    Plane axes = Axes.plane().xlim(-edge, edge).ylim(-edge, edge).xlabel("$w_1$").ylabel("$w_2$");
    for (int i = 0; i < solutions.size(); i++) {
      axes =
          axes.plot(column(solutions.get(i), 0), column(solutions.get(i), 1),
              label(i == 0 ? "all solutions" : ""), color(Color.C0),
              hover("$w_1 w_2$ fits the points"));
    }
    for (Trace trace : traces) {
      axes =
          axes.scatter(weight(trace, 0), weight(trace, 1), size(16), color(Color.GREY),
              hover(Epochs.describeAll(trace, trace.epochs() + 1)));
    }
    for (Trace trace : traces) {
      boolean first = trace == traces.getFirst();
      axes =
          axes.scatter(end(trace, 0, 0), end(trace, 0, 1), label(first ? "start" : ""),
                  color(Color.BLUE), hover(Epochs.describe(trace, 0)))
              .scatter(end(trace, trace.epochs(), 0), end(trace, trace.epochs(), 1),
                  label(first ? "end" : ""), marker(Marker.X), size(60), color(Color.RED),
                  hover(Epochs.describe(trace, trace.epochs())));
    }
    return Figure.of(axes.legend(Legend.LOWER_RIGHT)).size(5.5, 5);
  }

  private static Values weight(Trace trace, int which) {
    return column(trace.weights(), which);
  }

  private static Values end(Trace trace, int row, int which) {
    return Values.of(trace.weights().get(row).get(which));
  }

  private static Values column(List<List<Double>> rows, int which) {
    return Values.of(rows.stream().map(row -> row.get(which)).toList());
  }
}
