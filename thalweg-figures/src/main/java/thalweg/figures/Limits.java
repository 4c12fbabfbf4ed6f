package thalweg.figures;

import java.util.stream.DoubleStream;

/// The ends of an axis; `low` may lie above `high` to turn the axis round.
public record Limits(double low, double high) {

  /// The margin matplotlib leaves at each end, as a part of the data's range.
  private static final double MARGIN = 0.05;

  public Limits {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low == high) {
      throw new IllegalArgumentException(
          "limits: expected two different finite numbers, got %s and %s".formatted(low, high));
    }
  }

  /// Limits that hold every finite value with matplotlib's margin; from 0 to 1 where there is none.
  static Limits around(DoubleStream values) {
    var range = values.filter(Double::isFinite).summaryStatistics();
    if (range.getCount() == 0) {
      return new Limits(0, 1);
    }
    double low = range.getMin();
    double high = range.getMax();
    if (high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
      double room = low == 0 ? MARGIN : MARGIN * Math.abs(low);
      return new Limits(low - room, high + room);
    }
    // Halves first: the range of numbers near the largest double would overflow.
    double room = (high / 2 - low / 2) * 2 * MARGIN;
    return widened(low, high, room);
  }

  private static Limits widened(double low, double high, double room) {
    double largest = Double.MAX_VALUE;
    return new Limits(Math.max(low - room, -largest), Math.min(high + room, largest));
  }

  /// The same on a logarithmic scale, where only positive values have a place.
  static Limits aroundLog(DoubleStream values) {
    var exponents = around(values.filter(v -> v > 0).map(Math::log10));
    return new Limits(Math.pow(10, exponents.low), Math.min(Math.pow(10, exponents.high), Double.MAX_VALUE));
  }

  /// The same ends the other way round.
  Limits reversed() {
    return new Limits(high, low);
  }

  /// Wider by a part of the range at each end.
  Limits widened(double part) {
    return widened(low, high, (high / 2 - low / 2) * 2 * part);
  }
}
