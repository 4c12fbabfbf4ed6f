package thalweg.figures.training;

import java.util.List;
import java.util.stream.IntStream;
import thalweg.figures.Limits;
import thalweg.figures.Values;

/// Points of axes whose ends stay: those within, and those beyond, moved to the nearest place at the edge.
///
/// @param rows   the coordinates, one row for each axis
/// @param limits the ends of each axis
/// @param texts  what is said of each point
record Edge(List<Values> rows, List<Limits> limits, List<String> texts) {

  /// Some of the points.
  record Part(List<Values> rows, List<String> texts) {}

  Part within() {
    return part(false);
  }

  Part beyond() {
    return part(true);
  }

  boolean crossed() {
    return !beyond().texts.isEmpty();
  }

  private Part part(boolean beyond) {
    int[] points = IntStream.range(0, texts.size()).filter(point -> isBeyond(point) == beyond).toArray();
    var kept = IntStream.range(0, rows.size())
        .mapToObj(axis -> Values.of(IntStream.of(points)
            .mapToDouble(point -> clamped(rows.get(axis).get(point), limits.get(axis))).toArray()))
        .toList();
    return new Part(kept, IntStream.of(points).mapToObj(texts::get).toList());
  }

  /// `NaN` is nowhere, and so not beyond.
  private boolean isBeyond(int point) {
    return IntStream.range(0, rows.size()).anyMatch(axis -> {
      double value = rows.get(axis).get(point);
      return value != clamped(value, limits.get(axis)) && !Double.isNaN(value);
    });
  }

  private static double clamped(double value, Limits ends) {
    return Double.isNaN(value) ? value
        : Math.clamp(value, Math.min(ends.low(), ends.high()), Math.max(ends.low(), ends.high()));
  }
}
