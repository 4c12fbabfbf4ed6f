package thalweg.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/// Axes with x and y.
public record Plane(String title, Axis x, Axis y, Legend legendPlace, List<Mark.Planar> marks)
    implements Axes {

  static final Plane EMPTY = new Plane("", Axis.PLAIN, Axis.PLAIN, Legend.NONE, List.of());

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

  /// These axes with one more mark on top.
  public Plane add(Mark.Planar mark) {
    var more = new ArrayList<>(marks);
    more.add(mark);
    return new Plane(title, x, y, legendPlace, more);
  }

  public Plane title(String title) {
    return new Plane(title, x, y, legendPlace, marks);
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
    return new Plane(title, x, y, place, marks);
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

  private Limits limits(Axis axis, Function<Mark.Planar, Values> coordinate) {
    DoubleStream values = marks.stream().map(coordinate).flatMapToDouble(Values::stream);
    return axis.limits().orElseGet(() -> axis.log() ? Limits.aroundLog(values) : Limits.around(values));
  }

  private Plane withX(Axis x) {
    return new Plane(title, x, y, legendPlace, marks);
  }

  private Plane withY(Axis y) {
    return new Plane(title, x, y, legendPlace, marks);
  }
}
