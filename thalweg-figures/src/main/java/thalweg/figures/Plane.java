package thalweg.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Axes with x and y.
///
/// @param equal whether a unit of y is drawn as long as a unit of x
public record Plane(
    String title, Axis x, Axis y, boolean equal, Legend legendPlace, String legendTitle, List<Mark.Planar> marks)
    implements Axes {

  static final Plane EMPTY = new Plane("", Axis.PLAIN, Axis.PLAIN, false, Legend.NONE, "", List.of());

  /// What matplotlib's `bar` leaves between bars at whole numbers.
  private static final double THICKNESS = 0.8;

  /// By how much matplotlib's arrows are shorter than the places they have side by side.
  private static final double ARROWS = 1.8;

  public Plane {
    marks = List.copyOf(marks);
    for (var mark : marks) {
      if (x.log()) {
        new Subject(mark.kind(), mark.style()).checkLog("x", mark.x());
      }
      if (y.log()) {
        new Subject(mark.kind(), mark.style()).checkLog("y", mark.y());
      }
    }
  }

  /// Points at `(x[i], y[i])`.
  public Plane scatter(double[] x, double[] y, Style.Option... options) {
    return scatter(Values.of(x), Values.of(y), options);
  }

  /// Points at `(x[i], y[i])`.
  public Plane scatter(Values x, Values y, Style.Option... options) {
    return add(new Mark.Points(x, y, style(options)));
  }

  /// A line through `(x[i], y[i])`.
  public Plane plot(double[] x, double[] y, Style.Option... options) {
    return plot(Values.of(x), Values.of(y), options);
  }

  /// A line through `(x[i], y[i])`.
  public Plane plot(Values x, Values y, Style.Option... options) {
    return add(new Mark.Line(x, y, style(options)));
  }

  /// A line of steps through `(x[i], y[i])`.
  public Plane step(double[] x, double[] y, Steps where, Style.Option... options) {
    return step(Values.of(x), Values.of(y), where, options);
  }

  /// A line of steps through `(x[i], y[i])`.
  public Plane step(Values x, Values y, Steps where, Style.Option... options) {
    return add(new Mark.Line(x, y, Style.drawstyle(where).apply(style(options))));
  }

  /// Upright bars of the given heights on 0, 0.8 wide, their middles at `x`.
  public Plane bar(double[] x, double[] height, Style.Option... options) {
    return bar(Values.of(x), Values.of(height), THICKNESS, options);
  }

  /// Upright bars of the given `width`.
  public Plane bar(Values x, Values height, double width, Style.Option... options) {
    return bars(x, height, width, false, options);
  }

  /// Upright bars of the given `width` that begin at `bottom`, as when they are stacked.
  public Plane bar(Values x, Values height, double width, Values bottom, Style.Option... options) {
    return add(new Mark.Bars(x, height, bottom, x.map(_ -> width), false, style(options)));
  }

  /// Lying bars of the given lengths from 0, 0.8 high, their middles at `y`.
  public Plane barh(double[] y, double[] width, Style.Option... options) {
    return barh(Values.of(y), Values.of(width), THICKNESS, options);
  }

  /// Lying bars of the given `height`.
  public Plane barh(Values y, Values width, double height, Style.Option... options) {
    return bars(y, width, height, true, options);
  }

  /// Lying bars of the given `height` that begin at `left`.
  public Plane barh(Values y, Values width, double height, Values left, Style.Option... options) {
    return add(new Mark.Bars(y, width, left, y.map(_ -> height), true, style(options)));
  }

  /// How many of the numbers fall in each of `bins` bins from the least to the largest, as bars.
  public Plane hist(double[] data, int bins, Style.Option... options) {
    return hist(Histogram.of(Values.of(data), bins), options);
  }

  /// A histogram with a range, edges or densities of its own, as bars.
  public Plane hist(Histogram histogram, Style.Option... options) {
    return add(new Mark.Bars(histogram.centers(), histogram.heights(), histogram.heights().map(_ -> 0),
        histogram.widths(), false, style(options)));
  }

  /// A line through `(x[i], y[i])` with bars along y; `linestyle(NONE)` leaves the line out.
  public Plane errorbar(double[] x, double[] y, Errors yerr, Style.Option... options) {
    return errorbar(Values.of(x), Values.of(y), Errors.NONE, yerr, options);
  }

  /// The same with bars along x and y; either may be [Errors#NONE].
  public Plane errorbar(Values x, Values y, Errors xerr, Errors yerr, Style.Option... options) {
    return add(new Mark.ErrorBars(x, y, xerr, yerr, style(options)));
  }

  /// The area between `y1[i]` and `y2[i]` over `x[i]`.
  public Plane fillBetween(double[] x, double[] y1, double[] y2, Style.Option... options) {
    return fillBetween(Values.of(x), Values.of(y1), Values.of(y2), options);
  }

  /// The area between `y1[i]` and `y2[i]` over `x[i]`.
  public Plane fillBetween(Values x, Values y1, Values y2, Style.Option... options) {
    return add(new Mark.Fill(x, y1, y2, style(options)));
  }

  /// Numbers as coloured cells, the first row on top: cell `[i][j]` has its middle at `(j, i)`, y grows
  /// downwards, and cells are square, as in matplotlib.
  public Plane imshow(double[][] rows, Style.Option... options) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    var extent = new Extent(-0.5, Math.max(columns, 1) - 0.5, Math.max(rows.length, 1) - 0.5, -0.5);
    return imshow(rows, true, extent, options).invertYaxis().axisEqual();
  }

  /// Numbers as coloured cells between given edges; `upper` puts the first row at the extent's `top`.
  public Plane imshow(double[][] rows, boolean upper, Extent extent, Style.Option... options) {
    return add(new Mark.Image(Stream.of(rows).map(Values::of).toList(), upper, extent, style(options)));
  }

  /// The areas between the levels of `grid`, in viridis unless a `cmap` says otherwise.
  public Plane contourf(Grid grid, Style.Option... options) {
    return add(new Mark.Contour(grid, true, style(options)));
  }

  /// The areas between the levels of `z[i][j]` at `(x[i], y[j])`.
  public Plane contourf(double[] x, double[] y, double[][] z, Style.Option... options) {
    return contourf(Grid.of(x, y, z), options);
  }

  /// The lines of the levels of `grid`, in one colour unless there is a `cmap`.
  public Plane contour(Grid grid, Style.Option... options) {
    return add(new Mark.Contour(grid, false, style(options)));
  }

  /// The lines of the levels of `z[i][j]` at `(x[i], y[j])`.
  public Plane contour(double[] x, double[] y, double[][] z, Style.Option... options) {
    return contour(Grid.of(x, y, z), options);
  }

  /// Arrows at `(x[i], y[i])` along `(u[i], v[i])`; a vector as long as `scale` is drawn as long as the
  /// axes are wide.
  public Plane quiver(
      double[] x, double[] y, double[] u, double[] v, double scale, Style.Option... options) {
    return quiver(Values.of(x), Values.of(y), Values.of(u), Values.of(v), scale, options);
  }

  /// Arrows at `(x[i], y[i])` along `(u[i], v[i])`, of the length that `scale` says.
  public Plane quiver(Values x, Values y, Values u, Values v, double scale, Style.Option... options) {
    return add(new Mark.Arrows(x, y, u, v, scale, style(options)));
  }

  /// Arrows of matplotlib's length: where they stand in a square, a vector of mean length reaches about half
  /// the way to the next.
  public Plane quiver(Values x, Values y, Values u, Values v, Style.Option... options) {
    var arrows = new Mark.Arrows(x, y, u, v, 1, style(options));
    double mean = arrows.lengths().stream().filter(Double::isFinite).average().orElse(0);
    double scale = ARROWS * mean * Math.max(10, Math.sqrt(x.size()));
    return add(new Mark.Arrows(x, y, u, v, scale > 0 && scale < Double.POSITIVE_INFINITY ? scale : 1, arrows.style()));
  }

  /// A text at `(x, y)`; it does not widen the axes.
  public Plane text(double x, double y, String text, Style.Option... options) {
    return add(new Mark.Text(x, y, text, Style.of(options)));
  }

  /// A text at `(textX, textY)` with an arrow to `(x, y)`; neither widens the axes.
  public Plane annotate(String text, double x, double y, double textX, double textY, Style.Option... options) {
    return add(new Mark.Annotation(text, x, y, textX, textY, Style.of(options)));
  }

  /// A line across the axes at a height.
  public Plane axhline(double y, Style.Option... options) {
    return add(new Mark.Rule(y, false, style(options)));
  }

  /// An upright line across the axes.
  public Plane axvline(double x, Style.Option... options) {
    return add(new Mark.Rule(x, true, style(options)));
  }

  /// A band across the axes between two heights.
  public Plane axhspan(double low, double high, Style.Option... options) {
    return add(new Mark.Band(low, high, false, style(options)));
  }

  /// An upright band across the axes.
  public Plane axvspan(double low, double high, Style.Option... options) {
    return add(new Mark.Band(low, high, true, style(options)));
  }

  /// These axes with one more mark on top.
  public Plane add(Mark.Planar mark) {
    var more = new ArrayList<>(marks);
    more.add(mark);
    return with(more);
  }

  /// These axes with other marks.
  Plane with(List<Mark.Planar> marks) {
    return new Plane(title, x, y, equal, legendPlace, legendTitle, marks);
  }

  /// What stands over the axes, see [MathText].
  public Plane title(String title) {
    return new Plane(title, x, y, equal, legendPlace, legendTitle, marks);
  }

  /// What stands at the x axis, see [MathText].
  public Plane xlabel(String label) {
    return x(axis -> axis.label(label));
  }

  /// What stands at the y axis, see [MathText].
  public Plane ylabel(String label) {
    return y(axis -> axis.label(label));
  }

  /// Ticks of the x axis at these places alone; none for no ticks.
  public Plane xticks(double... places) {
    return x(axis -> axis.ticks(places));
  }

  /// Ticks of the y axis at these places alone; none for no ticks.
  public Plane yticks(double... places) {
    return y(axis -> axis.ticks(places));
  }

  /// Ticks with texts of their own, one for each place.
  public Plane xticks(double[] places, List<String> texts) {
    return x(axis -> axis.ticks(places, texts));
  }

  /// Ticks with texts of their own, one for each place.
  public Plane yticks(double[] places, List<String> texts) {
    return y(axis -> axis.ticks(places, texts));
  }

  /// The ends of the x axis; by default those that hold the marks.
  public Plane xlim(double low, double high) {
    return x(axis -> axis.limits(low, high));
  }

  /// The ends of the y axis; by default those that hold the marks.
  public Plane ylim(double low, double high) {
    return y(axis -> axis.limits(low, high));
  }

  /// Turns the x axis round.
  public Plane invertXaxis() {
    return x(Axis::invert);
  }

  /// Turns the y axis round.
  public Plane invertYaxis() {
    return y(Axis::invert);
  }

  /// Lines across the axes at all ticks.
  public Plane grid() {
    return x(axis -> axis.grid(true)).y(axis -> axis.grid(true));
  }

  /// Draws a unit of y as long as a unit of x, so that directions are right.
  public Plane axisEqual() {
    return new Plane(title, x, y, true, legendPlace, legendTitle, marks);
  }

  /// A logarithmic x axis; numbers that are not positive have no place on it and are refused.
  public Plane logx() {
    return x(Axis::logarithmic);
  }

  /// A logarithmic y axis; numbers that are not positive have no place on it and are refused.
  public Plane logy() {
    return y(Axis::logarithmic);
  }

  /// Lists the labelled marks in the upper left corner.
  public Plane legend() {
    return legend(Legend.UPPER_LEFT);
  }

  /// Lists the labelled marks at a place.
  public Plane legend(Legend place) {
    return legend(place, legendTitle);
  }

  /// Lists the labelled marks under a title.
  public Plane legend(Legend place, String title) {
    return new Plane(this.title, x, y, equal, place, title, marks);
  }

  /// For `BEST` the corner of a third of the axes' width and height with the fewest points of marks in it.
  @Override
  public Legend legendCorner() {
    return legendPlace == Legend.BEST ? Corner.best(this) : legendPlace;
  }

  /// These axes with limits that further marks no longer move.
  public Plane freeze() {
    var xs = xlimits();
    var ys = ylimits();
    return xlim(xs.low(), xs.high()).ylim(ys.low(), ys.high());
  }

  /// The ends of the x axis: those asked for, or those that hold the marks.
  public Limits xlimits() {
    return limits(x, Mark.Planar::xs, !sticky(true));
  }

  /// The ends of the y axis: those asked for, or those that hold the marks.
  public Limits ylimits() {
    return limits(y, Mark.Planar::ys, !sticky(false));
  }

  /// Areas fill the axes to their ends and bars stand on them, as in matplotlib; everything else leaves a
  /// margin.
  private Limits limits(Axis axis, Function<Mark.Planar, DoubleStream> coordinate, boolean margin) {
    var values = marks.stream().filter(Mark.Planar::widens).flatMapToDouble(coordinate);
    return axis.ends(filled(coordinate).orElseGet(() -> {
      var around = axis.log() ? Limits.aroundLog(values) : Limits.around(values);
      return margin || axis.log() || around.low() >= 0 || around.high() <= 0 ? around
          : new Limits(0, around.high());
    }));
  }

  private Optional<Limits> filled(Function<Mark.Planar, DoubleStream> coordinate) {
    return marks.stream().filter(Mark.Planar::fills)
        .map(mark -> Values.of(coordinate.apply(mark).toArray()).ends()).flatMap(Optional::stream).findFirst();
  }

  /// Whether all is on one side of the zero that bars stand on.
  private boolean sticky(boolean horizontal) {
    return marks.stream().anyMatch(mark -> mark instanceof Mark.Bars bars && bars.horizontal() == horizontal
            && bars.base().stream().anyMatch(base -> base == 0))
        && marks.stream().flatMapToDouble(horizontal ? Mark.Planar::xs : Mark.Planar::ys).noneMatch(v -> v < 0);
  }

  private Plane bars(
      Values at, Values length, double thickness, boolean horizontal, Style.Option... options) {
    return add(new Mark.Bars(at, length, at.map(_ -> 0), at.map(_ -> thickness), horizontal, style(options)));
  }

  private Style style(Style.Option... options) {
    return Style.of(marks.size(), options);
  }

  private Plane x(UnaryOperator<Axis> change) {
    return new Plane(title, change.apply(x), y, equal, legendPlace, legendTitle, marks);
  }

  private Plane y(UnaryOperator<Axis> change) {
    return new Plane(title, x, change.apply(y), equal, legendPlace, legendTitle, marks);
  }
}
