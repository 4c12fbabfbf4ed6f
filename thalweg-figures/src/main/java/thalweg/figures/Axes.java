package thalweg.figures;

import java.util.List;

/// One panel of a figure, of the plane or of space.
///
/// ```java
/// Axes.plane()
///     .scatter(x, y, label("observed"), color(C0))
///     .plot(x, fitted, label("fitted"), dashed(), color(C1))
///     .xlabel("$x$").ylabel("$y$").legend();
/// ```
public sealed interface Axes permits Plane, Space {

  /// Empty axes with x and y.
  static Plane plane() {
    return Plane.EMPTY;
  }

  /// Empty axes with x, y and z.
  static Space space() {
    return Space.EMPTY;
  }

  String title();

  Legend legendPlace();

  /// What is drawn, the first at the bottom.
  List<? extends Mark> marks();
}
