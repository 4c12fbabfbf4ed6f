package thalweg.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Axes with x, y and z.
public record Space(
    String title, Axis x, Axis y, Axis z, View view, Legend legendPlace, String legendTitle,
    List<Mark.Spatial> marks)
    implements Axes {

  static final Space EMPTY =
      new Space("", Axis.PLAIN.grid(true), Axis.PLAIN.grid(true), Axis.PLAIN.grid(true), View.DEFAULT,
          Legend.NONE, "", List.of());

  /// What matplotlib adds in space beyond the margin it leaves in the plane.
  private static final double VIEW_MARGIN = 1 / 48.0;

  public Space {
    marks = List.copyOf(marks);
    for (var mark : marks) {
      var subject = new Subject(mark.kind(), mark.style());
      checkLog(subject, "x", x, mark.x());
      checkLog(subject, "y", y, mark.y());
      checkLog(subject, "z", z, mark.heights());
    }
  }

  private static void checkLog(Subject subject, String name, Axis axis, Values numbers) {
    if (axis.log()) {
      subject.checkLog(name, numbers);
    }
  }

  /// Points at `(x[i], y[i], z[i])`.
  public Space scatter(double[] x, double[] y, double[] z, Style.Option... options) {
    return scatter(Values.of(x), Values.of(y), Values.of(z), options);
  }

  /// Points at `(x[i], y[i], z[i])`.
  public Space scatter(Values x, Values y, Values z, Style.Option... options) {
    return add(new Mark.Points3(x, y, z, style(options)));
  }

  /// One point.
  public Space scatter(double x, double y, double z, Style.Option... options) {
    return scatter(Values.of(x), Values.of(y), Values.of(z), options);
  }

  /// The surface of height `z[i][j]` over `(x[i], y[j])`.
  public Space surface(double[] x, double[] y, double[][] z, Style.Option... options) {
    return surface(Values.of(x), Values.of(y), Stream.of(z).map(Values::of).toList(), options);
  }

  /// The surface of height `z[i][j]` over `(x[i], y[j])`.
  public Space surface(Values x, Values y, List<Values> z, Style.Option... options) {
    return add(new Mark.Surface(x, y, z, style(options)));
  }

  /// A line through `(x[i], y[i], z[i])`.
  public Space plot(double[] x, double[] y, double[] z, Style.Option... options) {
    return plot(Values.of(x), Values.of(y), Values.of(z), options);
  }

  /// A line through `(x[i], y[i], z[i])`.
  public Space plot(Values x, Values y, Values z, Style.Option... options) {
    return add(new Mark.Line3(x, y, z, style(options)));
  }

  /// The lines alone of the surface of height `z[i][j]` over `(x[i], y[j])`.
  public Space wireframe(double[] x, double[] y, double[][] z, Style.Option... options) {
    return wireframe(Values.of(x), Values.of(y), Stream.of(z).map(Values::of).toList(), options);
  }

  /// The lines alone of the surface of height `z[i][j]` over `(x[i], y[j])`.
  public Space wireframe(Values x, Values y, List<Values> z, Style.Option... options) {
    return add(new Mark.Wireframe(x, y, z, style(options)));
  }

  /// A text at `(x, y, z)`; it does not widen the axes.
  public Space text(double x, double y, double z, String text, Style.Option... options) {
    return add(new Mark.Text3(x, y, z, text, Style.of(options)));
  }

  /// These axes with one more mark.
  public Space add(Mark.Spatial mark) {
    var more = new ArrayList<>(marks);
    more.add(mark);
    return new Space(title, x, y, z, view, legendPlace, legendTitle, more);
  }

  /// These axes with other marks.
  Space with(List<Mark.Spatial> marks) {
    return new Space(title, x, y, z, view, legendPlace, legendTitle, marks);
  }

  /// What stands over the axes, see [MathText].
  public Space title(String title) {
    return new Space(title, x, y, z, view, legendPlace, legendTitle, marks);
  }

  /// What stands at the x axis, see [MathText].
  public Space xlabel(String label) {
    return with(x.label(label), y, z);
  }

  /// What stands at the y axis, see [MathText].
  public Space ylabel(String label) {
    return with(x, y.label(label), z);
  }

  /// What stands at the z axis, see [MathText].
  public Space zlabel(String label) {
    return with(x, y, z.label(label));
  }

  /// Ticks of the x axis at these places alone; none for no ticks.
  public Space xticks(double... places) {
    return with(x.ticks(places), y, z);
  }

  /// Ticks of the y axis at these places alone; none for no ticks.
  public Space yticks(double... places) {
    return with(x, y.ticks(places), z);
  }

  /// Ticks of the z axis at these places alone; none for no ticks.
  public Space zticks(double... places) {
    return with(x, y, z.ticks(places));
  }

  /// Ticks with texts of their own, one for each place.
  public Space xticks(double[] places, List<String> texts) {
    return with(x.ticks(places, texts), y, z);
  }

  /// Ticks with texts of their own, one for each place.
  public Space yticks(double[] places, List<String> texts) {
    return with(x, y.ticks(places, texts), z);
  }

  /// Ticks with texts of their own, one for each place.
  public Space zticks(double[] places, List<String> texts) {
    return with(x, y, z.ticks(places, texts));
  }

  /// The ends of the x axis; by default those that hold the marks.
  public Space xlim(double low, double high) {
    return with(x.limits(low, high), y, z);
  }

  /// The ends of the y axis; by default those that hold the marks.
  public Space ylim(double low, double high) {
    return with(x, y.limits(low, high), z);
  }

  /// The ends of the z axis; by default those that hold the marks.
  public Space zlim(double low, double high) {
    return with(x, y, z.limits(low, high));
  }

  /// Walls with or without lines at all ticks; with them by default.
  public Space grid(boolean on) {
    return with(x.grid(on), y.grid(on), z.grid(on));
  }

  /// A logarithmic z axis; heights that are not positive have no place on it and are refused.
  public Space logz() {
    return with(x, y, z.logarithmic());
  }

  /// Looks from `azimuth` and `elevation` degrees at `distance`, see [View].
  public Space view(double azimuth, double elevation, double distance) {
    return new Space(title, x, y, z, new View(azimuth, elevation, distance), legendPlace, legendTitle, marks);
  }

  /// Lists the labelled marks in the upper right corner.
  public Space legend() {
    return legend(Legend.UPPER_RIGHT);
  }

  /// Lists the labelled marks at a place.
  public Space legend(Legend place) {
    return new Space(title, x, y, z, view, place, legendTitle, marks);
  }

  /// Lists the labelled marks under a title.
  public Space legend(Legend place, String title) {
    return new Space(this.title, x, y, z, view, place, title, marks);
  }

  /// For `BEST` the upper right, which the box of space leaves free.
  @Override
  public Legend legendCorner() {
    return legendPlace == Legend.BEST ? Legend.UPPER_RIGHT : legendPlace;
  }

  /// These axes with limits that further marks no longer move.
  public Space freeze() {
    var xs = xlimits();
    var ys = ylimits();
    var zs = zlimits();
    return xlim(xs.low(), xs.high()).ylim(ys.low(), ys.high()).zlim(zs.low(), zs.high());
  }

  /// The ends of the x axis: those asked for, or those that hold the marks.
  public Limits xlimits() {
    return limits(x, Mark.Spatial::x);
  }

  /// The ends of the y axis: those asked for, or those that hold the marks.
  public Limits ylimits() {
    return limits(y, Mark.Spatial::y);
  }

  /// The ends of the z axis: those asked for, or those that hold the marks.
  public Limits zlimits() {
    return limits(z, Mark.Spatial::heights);
  }

  private Limits limits(Axis axis, Function<Mark.Spatial, Values> coordinate) {
    var values = marks.stream().filter(mark -> !(mark instanceof Mark.Text3)).map(coordinate)
        .flatMapToDouble(Values::stream);
    return axis.ends(axis.log() ? Limits.aroundLog(values) : Limits.around(values).widened(VIEW_MARGIN));
  }

  private Style style(Style.Option... options) {
    return Style.of(marks.size(), options);
  }

  private Space with(Axis x, Axis y, Axis z) {
    return new Space(title, x, y, z, view, legendPlace, legendTitle, marks);
  }
}
