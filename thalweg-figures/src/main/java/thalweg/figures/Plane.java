package thalweg.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/// Axes with x and y.
///
/// @param equal whether a unit of y is drawn as long as a unit of x
public record Plane(String title, Axis x, Axis y, boolean equal, Legend legendPlace, List<Mark.Planar> marks)
    implements Axes {

  static final Plane EMPTY = new Plane("", Axis.PLAIN, Axis.PLAIN, false, Legend.NONE, List.of());

  public Plane {
    marks = List.copyOf(marks);
  }

  /// Points at `(x[i], y[i])`.
  public Plane scatter(double[] x, double[] y, Style.Option... options) {
    return scatter(Values.of(x), Values.of(y), options);
  }

  public Plane scatter(Values x, Values y, Style.Option... options) {
    return add(new Mark.Points(x, y, Style.of(marks.size(), options)));
  }

  /// A line through `(x[i], y[i])`.
  public Plane plot(double[] x, double[] y, Style.Option... options) {
    return plot(Values.of(x), Values.of(y), options);
  }

  public Plane plot(Values x, Values y, Style.Option... options) {
    return add(new Mark.Line(x, y, Style.of(marks.size(), options)));
  }

  /// The areas between the levels of `grid`, in viridis unless a `cmap` says otherwise.
  public Plane contourf(Grid grid, Style.Option... options) {
    return add(new Mark.Contour(grid, true, Style.of(marks.size(), options)));
  }

  public Plane contourf(double[] x, double[] y, double[][] z, Style.Option... options) {
    return contourf(Grid.of(x, y, z), options);
  }

  /// The lines of the levels of `grid`, in one colour unless there is a `cmap`.
  public Plane contour(Grid grid, Style.Option... options) {
    return add(new Mark.Contour(grid, false, Style.of(marks.size(), options)));
  }

  public Plane contour(double[] x, double[] y, double[][] z, Style.Option... options) {
    return contour(Grid.of(x, y, z), options);
  }

  /// Arrows at `(x[i], y[i])` along `(u[i], v[i])`; a vector as long as `scale` is drawn as long as the
  /// axes are wide.
  public Plane quiver(
      double[] x, double[] y, double[] u, double[] v, double scale, Style.Option... options) {
    return quiver(Values.of(x), Values.of(y), Values.of(u), Values.of(v), scale, options);
  }

  public Plane quiver(Values x, Values y, Values u, Values v, double scale, Style.Option... options) {
    return add(new Mark.Arrows(x, y, u, v, scale, Style.of(marks.size(), options)));
  }

  /// These axes with one more mark on top.
  public Plane add(Mark.Planar mark) {
    var more = new ArrayList<>(marks);
    more.add(mark);
    return new Plane(title, x, y, equal, legendPlace, more);
  }

  public Plane title(String title) {
    return new Plane(title, x, y, equal, legendPlace, marks);
  }

  public Plane xlabel(String label) {
    return withX(x.label(label));
  }

  public Plane ylabel(String label) {
    return withY(y.label(label));
  }

  public Plane xticks(double... places) {
    return withX(x.ticks(places));
  }

  public Plane yticks(double... places) {
    return withY(y.ticks(places));
  }

  public Plane xlim(double low, double high) {
    return withX(x.limits(low, high));
  }

  public Plane ylim(double low, double high) {
    return withY(y.limits(low, high));
  }

  /// Draws a unit of y as long as a unit of x, so that directions are right.
  public Plane axisEqual() {
    return new Plane(title, x, y, true, legendPlace, marks);
  }

  /// A logarithmic x axis; values that are not positive leave gaps.
  public Plane logx() {
    return withX(x.logarithmic());
  }

  /// A logarithmic y axis; values that are not positive leave gaps.
  public Plane logy() {
    return withY(y.logarithmic());
  }

  /// Lists the labelled marks in the upper left corner.
  public Plane legend() {
    return legend(Legend.UPPER_LEFT);
  }

  public Plane legend(Legend place) {
    return new Plane(title, x, y, equal, place, marks);
  }

  /// These axes with limits that further marks no longer move.
  public Plane freeze() {
    var xs = xlimits();
    var ys = ylimits();
    return xlim(xs.low(), xs.high()).ylim(ys.low(), ys.high());
  }

  /// The ends of the x axis: those asked for, or those that hold the marks.
  public Limits xlimits() {
    return limits(x, Mark.Planar::x);
  }

  /// The ends of the y axis: those asked for, or those that hold the marks.
  public Limits ylimits() {
    return limits(y, Mark.Planar::y);
  }

  /// Areas fill the axes to their ends, as in matplotlib; everything else leaves a margin.
  private Limits limits(Axis axis, Function<Mark.Planar, Values> coordinate) {
    DoubleStream values = marks.stream().map(coordinate).flatMapToDouble(Values::stream);
    return axis.limits()
        .or(() -> marks.stream().filter(Mark.Contour.class::isInstance).map(coordinate)
            .map(Values::ends).flatMap(Optional::stream).findFirst())
        .orElseGet(() -> axis.log() ? Limits.aroundLog(values) : Limits.around(values));
  }

  private Plane withX(Axis x) {
    return new Plane(title, x, y, equal, legendPlace, marks);
  }

  private Plane withY(Axis y) {
    return new Plane(title, x, y, equal, legendPlace, marks);
  }
}
