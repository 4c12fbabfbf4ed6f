package thalweg.figures;

import java.util.Comparator;
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

  /// What stands over the axes, see [MathText]; empty for nothing.
  String title();

  /// Where the legend was asked to stand; [Legend#NONE] for no legend.
  Legend legendPlace();

  /// Where the legend stands: `legendPlace`, or for `BEST` a corner with room for it.
  Legend legendCorner();

  /// What stands over the list of labelled marks; empty for nothing.
  String legendTitle();

  /// What is drawn, in the order it was added.
  List<? extends Mark> marks();

  /// The marks from the lowest to the uppermost: by their `zorder`, then in the order they were added.
  default List<Mark> drawn() {
    return marks().stream().<Mark>map(mark -> mark)
        .sorted(Comparator.comparingDouble(mark -> mark.style().zorder())).toList();
  }
}
