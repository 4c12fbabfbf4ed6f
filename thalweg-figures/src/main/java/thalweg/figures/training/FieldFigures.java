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
import static thalweg.figures.Style.zorder;

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
import thalweg.figures.Style;
import thalweg.figures.Values;
import thalweg.trace.Trace;

/// Functions of two numbers: their levels, their gradients, and the paths that follow them. Trailing options say how they
/// are labelled, see [Labels].
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
  public static Figure gradientField(Field field, Labels.Option... options) {
    var labels = Labels.of(options);
    var u = field.dx();
    var v = field.dy();
    var axes =
        Axes.plane()
            .contourf(field.f(), levels(20), cmap(ColorMap.VIRIDIS), colorbar("z = h(x, y)"))
            .quiver(u.xs(), u.ys(), u.flat(), v.flat(), color(Color.RED), pivot(Pivot.MIDDLE))
            .xlabel(Labels.or(labels.x(), "$x$")).ylabel(Labels.or(labels.y(), "$y$")).title(labels.say(Word.ASCENT));
    return Figure.of(axes).size(8, 7);
  }

  /// The landscape of a loss over two weights: its logarithm, the steps that descent takes from each place,
  /// and the ways of some runs, each from a dot to a cross.
  public static Figure landscapeField(Field loss, List<Trace> runs, Labels.Option... options) {
    return landscapeField(loss, _ -> Double.NaN, runs, options);
  }

  /// The same with a ribbon of all solutions.
  ///
  /// @param loss      above -0.001 everywhere, because its logarithm is shown
  /// @param solutions the second weight that solves the task with a given first; `NaN` where none does
  /// @param runs      what was trained, from its start to its end
  public static Figure landscapeField(
      Field loss, DoubleUnaryOperator solutions, List<Trace> runs, Labels.Option... options) {
    var labels = Labels.of(options);
    var axes =
        Axes.plane()
            .contourf(loss.f().map(l -> Math.log(l + ALMOST_NOTHING)), levels(100), cmap(ColorMap.COOLWARM),
                colorbar(labels.say(Word.LOG_LOSS)));
    axes = ribbon(descent(axes, loss, labels), loss.f(), solutions, labels);
    for (var run : runs) {
      axes = way(axes, run, labels);
    }
    return Figure.of(axes.xlabel(labels.weight(0, 1)).ylabel(labels.weight(1, 1))).size(8, 7);
  }

  /// All solutions in the landscape and a little beyond; elsewhere a gap.
  private static Plane ribbon(Plane axes, Grid loss, DoubleUnaryOperator solutions, Labels labels) {
    var across = loss.x().stream().summaryStatistics();
    var up = loss.y().stream().summaryStatistics();
    double height = up.getMax() - up.getMin();
    var w1 = Values.linspace(across.getMin(), across.getMax(), RIBBON_PLACES);
    var w2 = w1.map(solutions).map(w -> w > up.getMin() - height && w < up.getMax() + height ? w : Double.NaN);
    return w2.stream().allMatch(Double::isNaN) ? axes
        : axes.plot(w1, w2, label(labels.say(Word.SOLUTIONS)), color(RIBBON), alpha(0.4), linewidth(10),
            hover(labels.say(Word.ONE_SOLUTION)));
  }

  /// Against the gradient. Small arrows are all drawn alike, so that they can be seen near the solutions
  /// and the saddle; their colour tells how long they are.
  private static Plane descent(Plane axes, Field loss, Labels labels) {
    var u = loss.dx().flat();
    var v = loss.dy().flat();
    var lengths = lengths(u, v);
    var stretch = lengths.map(l -> l > 0 ? -1 / Math.min(40 * l, 50) : 0);
    return axes.quiver(loss.dx().xs(), loss.dx().ys(), u.times(stretch), v.times(stretch), 1,
        label(labels.say(Word.DESCENT_STEP)), cmap(ColorMap.PLASMA), c(lengths), clim(0, 1), shaft(SHAFT));
  }

  private static Values lengths(Values u, Values v) {
    return Values.of(IntStream.range(0, u.size()).mapToDouble(i -> Math.hypot(u.get(i), v.get(i))).toArray());
  }

  /// The loss over two weights from above, and the way of a run through it.
  public static Figure pathOverGrid(Grid loss, Trace run, Labels.Option... options) {
    var labels = Labels.of(options);
    var path = Epochs.of(run, labels, 0, TrainingFigures.MOST_PLACES);
    var axes = fromAbove(loss, labels).plot(path.weight(0), path.weight(1), color(Color.WHITE), linewidth(1.2));
    return paths(way(axes, run, labels), labels);
  }

  /// The levels of a loss, or of its logarithm where it is above 0 everywhere.
  private static Plane fromAbove(Grid loss, Labels labels) {
    var log = loss.flat().stream().filter(Double::isFinite).allMatch(l -> l > 0);
    var shown = log ? loss.map(Math::log10) : loss;
    return Axes.plane()
        .contourf(shown, levels(30), cmap(ColorMap.VIRIDIS), colorbar(labels.say(log ? Word.LOG10_LOSS : Word.LOSS)))
        .contour(shown, levels(10), color(Color.WHITE), alpha(0.35), linewidth(0.6));
  }

  /// The loss over two weights from above, and the ways of several runs, each in a colour under its name and
  /// ending in a cross.
  public static Figure pathsOverGrid(Grid loss, List<Trace> runs, Labels.Option... options) {
    var labels = Labels.of(options);
    var axes = fromAbove(loss, labels).freeze();
    for (int r = 0; r < runs.size(); r++) {
      var run = runs.get(r);
      var path = Epochs.of(run, labels, 0, TrainingFigures.MOST_PLACES);
      axes = beyond(axes, path, labels, cycle(r))
          .plot(path.weight(0), path.weight(1), label(run.name()), cycle(r), marker(Marker.POINT), hover(path.texts()))
          .scatter(Values.of(run.result().get(0)), Values.of(run.result().get(1)), marker(Marker.X), size(90),
              cycle(r), edgecolor(Color.WHITE), hover(path.text(run.epochs())));
    }
    return paths(axes, labels);
  }

  /// Marks at the edge of the axes what lies beyond; said once in the legend.
  private static Plane beyond(Plane axes, Epochs path, Labels labels, Style.Option color) {
    var places = new Edge(List.of(path.weight(0), path.weight(1)), List.of(axes.xlimits(), axes.ylimits()), path.texts());
    if (!places.crossed()) {
      return axes;
    }
    var outside = labels.say(Word.OUTSIDE);
    boolean said = axes.marks().stream().anyMatch(mark -> mark.style().label().equals(outside));
    var beyond = places.beyond();
    return axes.freeze().scatter(beyond.rows().get(0), beyond.rows().get(1), label(said ? "" : outside),
        marker(Marker.TRIANGLE_UP), size(30), color, hover(beyond.texts()));
  }

  private static Figure paths(Plane axes, Labels labels) {
    return Figure.of(axes.xlabel(labels.weight(0, 0)).ylabel(labels.weight(1, 0)).legend(Legend.ABOVE)).size(6, 4.6);
  }

  /// Every epoch a point, the later the darker; the start a dot, the end a cross.
  private static Plane way(Plane axes, Trace run, Labels labels) {
    var path = Epochs.of(run, labels, 0, TrainingFigures.MOST_PLACES);
    var start = run.weights().getFirst();
    var end = run.result();
    return beyond(axes, path, labels, color(Color.C1))
        .scatter(path.weight(0), path.weight(1), label(labels.say(Word.EACH_STEP)), cmap(ColorMap.GREYS),
            c(Values.range(path.shown().size())), edgecolor(Color.GREY), hover(path.texts()))
        .scatter(Values.of(start.get(0)), Values.of(start.get(1)), label(labels.say(Word.START)), color(Color.BLUE),
            hover(path.text(0)))
        .scatter(Values.of(end.get(0)), Values.of(end.get(1)), label(labels.say(Word.END)), marker(Marker.X),
            size(100), color(Color.RED), hover(path.text(run.epochs())));
  }

  /// A function of two numbers as a sheet in space, and the way of a run over it, which no fold of the sheet
  /// hides: from a dot at the start to a cross at the end.
  ///
  /// ```java
  /// double[] axis = Values.linspace(-2, 2, 81).toArray();
  /// var bowl = Landscape.over(axis, axis, (a, b) -> a * a + b * b);
  /// var run = Descent.descend(w -> w.pow(2).sum(), tensor(-1.5, 1.0), 0.1, 30);
  /// IO.println(FieldFigures.surfaceWalk(bowl, run).panels().getFirst().marks().size());  // 4
  /// ```
  ///
  /// @param surface the function; a hundred lines each way look smooth
  /// @param run     what walked over it, of two weights
  public static Figure surfaceWalk(Landscape surface, Trace run, Labels.Option... options) {
    var labels = Labels.of(options);
    var path = Epochs.of(run, labels, 0, TrainingFigures.MOST_PLACES);
    var heights = surface.heights(path.weight(0), path.weight(1));
    int last = heights.size() - 1;
    var axes = Axes.space()
        .surface(surface.w0(), surface.w1(), surface.loss(), cmap(ColorMap.VIRIDIS), alpha(0.7))
        .plot(path.weight(0), path.weight(1), heights, label(labels.say(Word.EACH_STEP)), color(Color.RED),
            linewidth(1.5), marker(Marker.POINT), hover(path.texts()), zorder(1))
        .scatter(path.weight(0).get(0), path.weight(1).get(0), heights.get(0), label(labels.say(Word.START)),
            color(Color.BLUE), size(50), hover(path.text(0)), zorder(1))
        .scatter(path.weight(0).get(last), path.weight(1).get(last), heights.get(last), label(labels.say(Word.END)),
            marker(Marker.X), color(Color.RED), size(80), hover(path.text(run.epochs())), zorder(1));
    return Figure.of(axes.xlabel(labels.weight(0, 0)).ylabel(labels.weight(1, 0)).legend(Legend.ABOVE)).size(6, 4.5);
  }
}
