package thalweg.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Axes with x, y and z.
public record Space(
    String title, Axis x, Axis y, Axis z, View view, Legend legendPlace, List<Mark.Spatial> marks)
    implements Axes {

  static final Space EMPTY =
      new Space("", Axis.PLAIN, Axis.PLAIN, Axis.PLAIN, View.DEFAULT, Legend.NONE, List.of());

  /// What matplotlib adds in space beyond the margin it leaves in the plane.
  private static final double VIEW_MARGIN = 1 / 48.0;

  public Space {
    marks = List.copyOf(marks);
  }

  /// Points at `(x[i], y[i], z[i])`.
  public Space scatter(double[] x, double[] y, double[] z, Style.Option... options) {
    return scatter(Values.of(x), Values.of(y), Values.of(z), options);
  }

  public Space scatter(Values x, Values y, Values z, Style.Option... options) {
    return add(new Mark.Points3(x, y, z, Style.of(marks.size(), options)));
  }

  /// One point.
  public Space scatter(double x, double y, double z, Style.Option... options) {
    return scatter(Values.of(x), Values.of(y), Values.of(z), options);
  }

  /// The surface of height `z[i][j]` over `(x[i], y[j])`.
  public Space surface(double[] x, double[] y, double[][] z, Style.Option... options) {
    return surface(Values.of(x), Values.of(y), Stream.of(z).map(Values::of).toList(), options);
  }

  public Space surface(Values x, Values y, List<Values> z, Style.Option... options) {
    return add(new Mark.Surface(x, y, z, Style.of(marks.size(), options)));
  }

  /// These axes with one more mark.
  public Space add(Mark.Spatial mark) {
    var more = new ArrayList<>(marks);
    more.add(mark);
    return new Space(title, x, y, z, view, legendPlace, more);
  }

  public Space title(String title) {
    return new Space(title, x, y, z, view, legendPlace, marks);
  }

  public Space xlabel(String label) {
    return with(x.label(label), y, z);
  }

  public Space ylabel(String label) {
    return with(x, y.label(label), z);
  }

  public Space zlabel(String label) {
    return with(x, y, z.label(label));
  }

  public Space xticks(double... places) {
    return with(x.ticks(places), y, z);
  }

  public Space yticks(double... places) {
    return with(x, y.ticks(places), z);
  }

  public Space zticks(double... places) {
    return with(x, y, z.ticks(places));
  }

  public Space xlim(double low, double high) {
    return with(x.limits(low, high), y, z);
  }

  public Space ylim(double low, double high) {
    return with(x, y.limits(low, high), z);
  }

  public Space zlim(double low, double high) {
    return with(x, y, z.limits(low, high));
  }

  /// A logarithmic z axis; heights that are not positive leave gaps.
  public Space logz() {
    return with(x, y, z.logarithmic());
  }

  /// Looks from `azimuth` and `elevation` degrees at `distance`, see [View].
  public Space view(double azimuth, double elevation, double distance) {
    return new Space(title, x, y, z, new View(azimuth, elevation, distance), legendPlace, marks);
  }

  /// Lists the labelled marks in the upper right corner.
  public Space legend() {
    return legend(Legend.UPPER_RIGHT);
  }

  public Space legend(Legend place) {
    return new Space(title, x, y, z, view, place, marks);
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
    return limits(x, mark -> switch (mark) {
      case Mark.Points3 points -> points.x().stream();
      case Mark.Surface surface -> surface.x().stream();
    });
  }

  /// The ends of the y axis: those asked for, or those that hold the marks.
  public Limits ylimits() {
    return limits(y, mark -> switch (mark) {
      case Mark.Points3 points -> points.y().stream();
      case Mark.Surface surface -> surface.y().stream();
    });
  }

  /// The ends of the z axis: those asked for, or those that hold the marks.
  public Limits zlimits() {
    return limits(z, mark -> switch (mark) {
      case Mark.Points3 points -> points.z().stream();
      case Mark.Surface surface -> surface.z().stream().flatMapToDouble(Values::stream);
    });
  }

  private Limits limits(Axis axis, Function<Mark.Spatial, DoubleStream> coordinate) {
    return axis.limits().orElseGet(() -> {
      var values = marks.stream().flatMapToDouble(coordinate);
      return axis.log() ? Limits.aroundLog(values) : Limits.around(values).widened(VIEW_MARGIN);
    });
  }

  private Space with(Axis x, Axis y, Axis z) {
    return new Space(title, x, y, z, view, legendPlace, marks);
  }
}
