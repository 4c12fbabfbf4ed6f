package thalweg.figures;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds a corner of the axes with room for a legend.
final class Corner {

  /// How much of the axes' width and height a legend is taken to cover.
  private static final double PART = 1 / 3.0;

  private Corner() {}

  /// The corner with the fewest points, in matplotlib's order where several have as few.
  static Legend best(Plane plane) {
    return Stream.of(Legend.UPPER_RIGHT, Legend.UPPER_LEFT, Legend.LOWER_LEFT, Legend.LOWER_RIGHT)
        .min(Comparator.comparingLong(corner -> covered(plane, corner))).orElseThrow();
  }

  private static long covered(Plane plane, Legend corner) {
    var xs = plane.xlimits();
    var ys = plane.ylimits();
    return plane.marks().stream().mapToLong(mark -> {
      int points = Math.min(mark.x().size(), mark.y().size());
      return IntStream.range(0, points).filter(i -> within(corner,
          place(mark.x().get(i), xs, plane.x().log()), place(mark.y().get(i), ys, plane.y().log()))).count();
    }).sum();
  }

  private static boolean within(Legend corner, double right, double up) {
    return switch (corner) {
      case UPPER_RIGHT -> right > 1 - PART && up > 1 - PART;
      case UPPER_LEFT -> right < PART && up > 1 - PART;
      case LOWER_LEFT -> right < PART && up < PART;
      default -> right > 1 - PART && up < PART;
    };
  }

  /// From 0 to 1 along the axis.
  private static double place(double value, Limits limits, boolean log) {
    return log
        ? Math.log(value / limits.low()) / Math.log(limits.high() / limits.low())
        : (value - limits.low()) / (limits.high() - limits.low());
  }
}
