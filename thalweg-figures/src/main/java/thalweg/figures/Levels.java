package thalweg.figures;

import java.util.stream.IntStream;

/// The numbers between which a contour has its colours, or along which it has its lines.
///
/// @param places finite and increasing
public record Levels(Values places) {

  public Levels {
    if (!rise(places)) {
      throw new IllegalArgumentException(
          "levels: expected one or more increasing finite numbers, got " + places);
    }
  }

  /// Whether numbers can be levels.
  static boolean rise(Values places) {
    return places.size() > 0 && places.stream().allMatch(Double::isFinite)
        && IntStream.range(1, places.size()).allMatch(i -> places.get(i - 1) < places.get(i));
  }

  /// `count` levels from `first` on, `step` apart.
  static Levels every(double first, double step, int count) {
    return new Levels(Values.range(count).map(i -> first + i * step));
  }

  /// Levels at round numbers around `range` with at most one interval more than `count`, as matplotlib has
  /// them: the first at or below all numbers, the last at or above them.
  static Levels of(Limits range, int count) {
    return new Levels(Ticker.levels(range, count));
  }

  /// The lowest level.
  public double first() {
    return places.get(0);
  }

  /// The highest level.
  public double last() {
    return places.get(places.size() - 1);
  }

  /// How many there are.
  public int count() {
    return places.size();
  }

  /// Whether they are the same distance apart, but for rounding.
  public boolean even() {
    double step = (last() - first()) / Math.max(1, count() - 1);
    for (int i = 0; i < count(); i++) {
      if (Math.abs(places.get(i) - (first() + i * step)) > 1e-9 * step) {
        return false;
      }
    }
    return true;
  }
}
