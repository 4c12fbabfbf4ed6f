package thalweg.figures.training;

import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.c;
import static thalweg.figures.Style.clim;
import static thalweg.figures.Style.cmap;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.colorbar;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.levels;
import static thalweg.figures.Style.linewidth;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.size;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Figure;
import thalweg.figures.Grid;
import thalweg.figures.Legend;
import thalweg.figures.Marker;
import thalweg.figures.Plane;
import thalweg.figures.Values;
import thalweg.trace.Trace;

/// Functions of two numbers seen from above: their levels, their gradients, and the paths that follow them.
public final class FieldFigures {

  /// Keeps the logarithm of a loss of 0 finite; note 3's number.
  private static final double ALMOST_NOTHING = 0.001;

  private static final Color RIBBON = new Color(0x0066ff);

  private FieldFigures() {}

  /// A function and its gradient, which points where the function rises most steeply.
  ///
  /// @param f the function, on a fine grid
  /// @param u the derivative to x, on a coarser grid
  /// @param v the derivative to y, on the same grid as `u`
  public static Figure gradientField(Grid f, Grid u, Grid v) {
    var axes =
        Axes.plane()
            .contourf(f, levels(20), cmap(ColorMap.VIRIDIS), colorbar("$z = h(x, y)$"))
            .quiver(u.xs(), u.ys(), u.flat(), v.flat(), longest(u, v) * 12, color(Color.RED))
            .axisEqual().xlabel("$x$").ylabel("$y$")
            .title("Gradient vectors point towards steepest ascent");
    return Figure.of(axes).size(5.8, 5);
  }

  /// The longest gradient, so that arrows of any function come out alike.
  private static double longest(Grid u, Grid v) {
    var us = u.flat();
    var vs = v.flat();
    double longest = IntStream.range(0, us.size()).mapToDouble(i -> Math.hypot(us.get(i), vs.get(i)))
        .filter(Double::isFinite).max().orElse(0);
    return longest > 0 ? longest : 1;
  }

  /// The landscape of the net `y = x w1 w2` where the best is `w1 w2 = 1`: the logarithm of the loss, the
  /// steps that descent takes from each place, the ribbon of all solutions, and the ways of some runs.
  ///
  /// @param loss the mean squared error over the weights
  /// @param dw1  its derivative to the first weight, on a grid of its own
  /// @param dw2  its derivative to the second, on the same grid as `dw1`
  /// @param runs what was trained, from its start (a dot) to its end (a cross)
  public static Figure landscapeField(Grid loss, Grid dw1, Grid dw2, List<Trace> runs) {
    var axes =
        Axes.plane()
            .contourf(loss.map(l -> Math.log(l + ALMOST_NOTHING)), levels(100), cmap(ColorMap.COOLWARM),
                colorbar("log(loss + 0.001)"));
    axes = descent(ribbons(axes, loss), dw1, dw2);
    for (int r = 0; r < runs.size(); r++) {
      axes = way(axes, runs.get(r), r == 0);
    }
    return Figure.of(
            axes.axisEqual().xlabel("$w_1$").ylabel("$w_2$").legend(Legend.ABOVE))
        .size(6.4, 5.7);
  }

  /// Both branches of `w1 w2 = 1` that lie in the landscape.
  private static Plane ribbons(Plane axes, Grid loss) {
    double far = loss.x().stream().map(Math::abs).max().orElse(1);
    double high = loss.y().stream().map(Math::abs).max().orElse(1);
    var w1 = Values.linspace(Math.log(1 / high), Math.log(far), 60).map(Math::exp);
    UnaryOperator<Values> other = values -> values.map(w -> -w);
    return axes
        .plot(w1, w1.map(w -> 1 / w), label("solutions, $w_1 w_2 = 1$"), color(RIBBON), alpha(0.4),
            linewidth(9), hover("$w_1 w_2 = 1$"))
        .plot(other.apply(w1), other.apply(w1.map(w -> 1 / w)), color(RIBBON), alpha(0.4), linewidth(9),
            hover("$w_1 w_2 = 1$"));
  }

  /// Against the gradient. Small arrows are all drawn alike, so that they can be seen near the solutions
  /// and the saddle; their colour tells how long they are.
  private static Plane descent(Plane axes, Grid dw1, Grid dw2) {
    var u = dw1.flat();
    var v = dw2.flat();
    var lengths = Values.of(IntStream.range(0, u.size())
        .mapToDouble(i -> Math.hypot(u.get(i), v.get(i))).toArray());
    var stretch = lengths.map(l -> l > 0 ? -1 / Math.min(40 * l, 50) : 0);
    return axes.quiver(dw1.xs(), dw1.ys(), times(u, stretch), times(v, stretch), 1,
        label("step of descent"), cmap(ColorMap.PLASMA), c(lengths), clim(0, 1));
  }

  private static Values times(Values a, Values b) {
    return Values.of(IntStream.range(0, a.size()).mapToDouble(i -> a.get(i) * b.get(i)).toArray());
  }

  /// The loss over two weights from above, and the way of a run through it.
  public static Figure pathOverGrid(Grid loss, Trace run) {
    var log = loss.flat().stream().filter(Double::isFinite).allMatch(l -> l > 0);
    var shown = log ? loss.map(Math::log10) : loss;
    var axes =
        Axes.plane()
            .contourf(shown, levels(30), cmap(ColorMap.VIRIDIS),
                colorbar(log ? "$\\log_{10}$(loss)" : "loss"))
            .contour(shown, levels(10), color(new Color(0xffffff)), alpha(0.35), linewidth(0.6))
            .plot(weight(run, 0), weight(run, 1), color(new Color(0xffffff)), linewidth(1.2));
    return Figure.of(way(axes, run, true).xlabel("$w_0$").ylabel("$w_1$").legend(Legend.ABOVE)).size(6, 4.6);
  }

  /// Every epoch a point, the later the darker; the start a dot, the end a cross.
  private static Plane way(Plane axes, Trace run, boolean listed) {
    int last = run.weights().size() - 1;
    var texts = IntStream.rangeClosed(0, last).mapToObj(epoch -> Epochs.describe(run, epoch)).toList();
    var w1 = weight(run, 0);
    var w2 = weight(run, 1);
    return axes
        .scatter(w1, w2, label(listed ? "each epoch" : ""), size(22), cmap(ColorMap.GREYS),
            c(Values.range(w1.size())), hover(texts))
        .scatter(Values.of(w1.get(0)), Values.of(w2.get(0)), label(listed ? "start" : ""), size(36),
            color(Color.BLUE), hover(texts.getFirst()))
        .scatter(Values.of(w1.get(last)), Values.of(w2.get(last)), label(listed ? "end" : ""),
            marker(Marker.X), size(90), color(Color.RED), hover(texts.getLast()));
  }

  private static Values weight(Trace run, int which) {
    return Values.of(run.weights().stream().map(row -> row.get(which)).toList());
  }
}
