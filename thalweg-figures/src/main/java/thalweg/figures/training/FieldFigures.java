package thalweg.figures.training;

import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.c;
import static thalweg.figures.Style.clim;
import static thalweg.figures.Style.cmap;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.colorbar;
import static thalweg.figures.Style.cycle;
import static thalweg.figures.Style.edgecolor;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.levels;
import static thalweg.figures.Style.linewidth;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.pivot;
import static thalweg.figures.Style.shaft;
import static thalweg.figures.Style.size;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Figure;
import thalweg.figures.Grid;
import thalweg.figures.Legend;
import thalweg.figures.Marker;
import thalweg.figures.Pivot;
import thalweg.figures.Plane;
import thalweg.figures.Values;
import thalweg.trace.Trace;

/// Functions of two numbers seen from above: their levels, their gradients, and the paths that follow them.
public final class FieldFigures {

  /// Keeps the logarithm of a loss of 0 finite; note 3's number.
  private static final double ALMOST_NOTHING = 0.001;

  /// The shaft of an arrow in note 3, as a part of the axes' width: matplotlib's for an arrow drawn alone.
  private static final double SHAFT = 0.06 / 8;

  private static final Color RIBBON = new Color(0x0066ff);

  /// How many places a ribbon of solutions is made of.
  private static final int RIBBON_PLACES = 801;

  private FieldFigures() {}

  /// A function and its gradient, which points where the function rises most steeply.
  ///
  /// ```java
  /// var axis = Values.linspace(-3, 3, 121);
  /// var field = Field.of(Expression.parse("sin(x^2 + y^2)"), axis, axis, axis.every(10), axis.every(10));
  /// var figure = FieldFigures.gradientField(field);
  /// IO.println(figure.panels().getFirst().title());  // Gradient vectors point towards steepest ascent
  /// ```
  public static Figure gradientField(Field field) {
    var u = field.dx();
    var v = field.dy();
    var axes =
        Axes.plane()
            .contourf(field.f(), levels(20), cmap(ColorMap.VIRIDIS), colorbar("z = h(x, y)"))
            .quiver(u.xs(), u.ys(), u.flat(), v.flat(), color(Color.RED), pivot(Pivot.MIDDLE))
            .xlabel("$x$").ylabel("$y$").title("Gradient vectors point towards steepest ascent");
    return Figure.of(axes).size(8, 7);
  }

  /// The landscape of a loss over two weights: its logarithm, the steps that descent takes from each place,
  /// and the ways of some runs, each from a dot to a cross.
  public static Figure landscapeField(Field loss, List<Trace> runs) {
    return landscapeField(loss, _ -> Double.NaN, runs);
  }

  /// The same with a ribbon of all solutions.
  ///
  /// @param loss      above -0.001 everywhere, because its logarithm is shown
  /// @param solutions the second weight that solves the task with a given first; `NaN` where none does
  /// @param runs      what was trained, from its start to its end
  public static Figure landscapeField(Field loss, DoubleUnaryOperator solutions, List<Trace> runs) {
    var axes =
        Axes.plane()
            .contourf(loss.f().map(l -> Math.log(l + ALMOST_NOTHING)), levels(100), cmap(ColorMap.COOLWARM),
                colorbar("log (Loss)"));
    axes = ribbon(descent(axes, loss), loss.f(), solutions);
    for (var run : runs) {
      axes = way(axes, run);
    }
    return Figure.of(axes.xlabel("$w_1$").ylabel("$w_2$")).size(8, 7);
  }

  /// All solutions in the landscape and a little beyond; elsewhere a gap.
  private static Plane ribbon(Plane axes, Grid loss, DoubleUnaryOperator solutions) {
    var across = loss.x().stream().summaryStatistics();
    var up = loss.y().stream().summaryStatistics();
    double height = up.getMax() - up.getMin();
    var w1 = Values.linspace(across.getMin(), across.getMax(), RIBBON_PLACES);
    var w2 = w1.map(solutions).map(w -> w > up.getMin() - height && w < up.getMax() + height ? w : Double.NaN);
    return w2.stream().allMatch(Double::isNaN) ? axes
        : axes.plot(w1, w2, label("solutions"), color(RIBBON), alpha(0.4), linewidth(10), hover("a solution"));
  }

  /// Against the gradient. Small arrows are all drawn alike, so that they can be seen near the solutions
  /// and the saddle; their colour tells how long they are.
  private static Plane descent(Plane axes, Field loss) {
    var u = loss.dx().flat();
    var v = loss.dy().flat();
    var lengths = lengths(u, v);
    var stretch = lengths.map(l -> l > 0 ? -1 / Math.min(40 * l, 50) : 0);
    return axes.quiver(loss.dx().xs(), loss.dx().ys(), u.times(stretch), v.times(stretch), 1,
        label("step of descent"), cmap(ColorMap.PLASMA), c(lengths), clim(0, 1), shaft(SHAFT));
  }

  private static Values lengths(Values u, Values v) {
    return Values.of(IntStream.range(0, u.size()).mapToDouble(i -> Math.hypot(u.get(i), v.get(i))).toArray());
  }

  /// The loss over two weights from above, and the way of a run through it.
  public static Figure pathOverGrid(Grid loss, Trace run) {
    var axes = fromAbove(loss).plot(weight(run, 0), weight(run, 1), color(Color.WHITE), linewidth(1.2));
    return Figure.of(way(axes, run).xlabel("$w_0$").ylabel("$w_1$").legend(Legend.ABOVE)).size(6, 4.6);
  }

  /// The levels of a loss, or of its logarithm where it is above 0 everywhere.
  private static Plane fromAbove(Grid loss) {
    var log = loss.flat().stream().filter(Double::isFinite).allMatch(l -> l > 0);
    var shown = log ? loss.map(Math::log10) : loss;
    return Axes.plane()
        .contourf(shown, levels(30), cmap(ColorMap.VIRIDIS), colorbar(log ? "$\\log_{10}$(loss)" : "loss"))
        .contour(shown, levels(10), color(Color.WHITE), alpha(0.35), linewidth(0.6));
  }

  /// The loss over two weights from above, and the ways of several runs, each in a colour under its name and
  /// ending in a cross.
  public static Figure pathsOverGrid(Grid loss, List<Trace> runs) {
    var axes = fromAbove(loss).freeze();
    for (int r = 0; r < runs.size(); r++) {
      var run = runs.get(r);
      var texts = hover(texts(run));
      axes = axes
          .plot(weight(run, 0), weight(run, 1), label(run.name()), cycle(r), marker(Marker.POINT), texts)
          .scatter(Values.of(run.result().get(0)), Values.of(run.result().get(1)), marker(Marker.X), size(90),
              cycle(r), edgecolor(Color.WHITE), hover(texts(run).getLast()));
    }
    return Figure.of(axes.xlabel("$w_0$").ylabel("$w_1$").legend(Legend.ABOVE)).size(6, 4.6);
  }

  /// Every epoch a point, the later the darker; the start a dot, the end a cross.
  private static Plane way(Plane axes, Trace run) {
    int last = run.weights().size() - 1;
    var texts = texts(run);
    var w1 = weight(run, 0);
    var w2 = weight(run, 1);
    return axes
        .scatter(w1, w2, label("each epoch"), cmap(ColorMap.GREYS), c(Values.range(w1.size())),
            edgecolor(Color.GREY), hover(texts))
        .scatter(Values.of(w1.get(0)), Values.of(w2.get(0)), label("start"), color(Color.BLUE),
            hover(texts.getFirst()))
        .scatter(Values.of(w1.get(last)), Values.of(w2.get(last)), label("end"), marker(Marker.X), size(100),
            color(Color.RED), hover(texts.getLast()));
  }

  private static List<String> texts(Trace run) {
    return IntStream.rangeClosed(0, run.epochs()).mapToObj(epoch -> Epochs.describe(run, epoch)).toList();
  }

  private static Values weight(Trace run, int which) {
    return Values.of(run.weights().stream().map(row -> row.get(which)).toList());
  }
}
