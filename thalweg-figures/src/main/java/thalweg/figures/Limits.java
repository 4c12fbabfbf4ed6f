package thalweg.figures;

import java.util.stream.DoubleStream;

/// The ends of an axis; `low` may lie above `high` to turn the axis round.
public record Limits(double low, double high) {

  /// The margin matplotlib leaves at each end, as a part of the data's range.
  private static final double MARGIN = 0.05;

  /// Numbers nearer to 0 cannot be divided into parts.
  private static final double NOTHING = 1e-300;

  /// So many of the least steps between numbers of their size cannot be divided into parts, either.
  private static final int STEPS = 16;

  public Limits {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low == high) {
      throw new IllegalArgumentException(
          "limits: expected two different finite numbers, got %s and %s".formatted(low, high));
    }
  }

  /// Limits that hold every finite value with matplotlib's margin; from 0 to 1 where there is none. Values that are
  /// one but for rounding get a twentieth of their size on each side, and a twentieth where that is nothing.
  static Limits around(DoubleStream values) {
    var range = values.filter(Double::isFinite).summaryStatistics();
    if (range.getCount() == 0) {
      return new Limits(0, 1);
    }
    double low = range.getMin();
    double high = range.getMax();
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (size < NOTHING) {
      return new Limits(-MARGIN, MARGIN);
    }
    return widened(low, high, MARGIN * (divide(low, high) ? high - low : size));
  }

  /// Whether there are numbers enough between two for an axis or for colours.
  static boolean divide(double low, double high) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    return size >= NOTHING && high - low > STEPS * Math.ulp(size);
  }

  private static Limits widened(double low, double high, double room) {
    double largest = Double.MAX_VALUE;
    return new Limits(Math.max(low - room, -largest), Math.min(high + room, largest));
  }

  /// The same on a logarithmic scale, where only positive values have a place; a single one gets the decade about it,
  /// or both beside it.
  static Limits aroundLog(DoubleStream values) {
    var exponents = values.filter(v -> v > 0 && Double.isFinite(v)).map(Math::log10).summaryStatistics();
    double low = exponents.getCount() == 0 ? 0 : exponents.getMin();
    double high = exponents.getCount() == 0 ? 1 : exponents.getMax();
    if (high - low <= STEPS * Math.ulp(Math.max(1, Math.max(Math.abs(low), Math.abs(high))))) {
      low = Math.ceil(low) - 1;
      high = Math.floor(high) + 1;
    }
    double room = exponents.getCount() == 0 ? 0 : MARGIN * (high - low);
    return new Limits(Math.max(Math.pow(10, low - room), Double.MIN_VALUE),
        Math.min(Math.pow(10, high + room), Double.MAX_VALUE));
  }

  /// Where a number lies between the ends: 0 at `low`, 1 at `high`, and beyond them in proportion.
  public double part(double number) {
    double range = high - low;
    // Halves where the range of numbers near the largest double overflows.
    return Double.isFinite(range) ? (number - low) / range : (number / 2 - low / 2) / (high / 2 - low / 2);
  }

  /// The same ends the other way round.
  Limits reversed() {
    return new Limits(high, low);
  }

  /// Wider by a part of the range at each end.
  Limits widened(double part) {
    return widened(low, high, part * (high - low));
  }
}
