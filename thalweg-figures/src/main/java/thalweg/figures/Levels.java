package thalweg.figures;

import java.util.stream.DoubleStream;

/// Evenly spaced levels at round numbers.
///
/// @param first the lowest, at or below all numbers
/// @param step  from one to the next
/// @param count how many; the last is at or above all numbers
public record Levels(double first, double step, int count) {

  /// The steps that matplotlib's `MaxNLocator` tries, in each power of ten.
  private static final double[] STEPS = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

  /// Levels around `range` with at most one interval more than `count`, as matplotlib has them.
  static Levels of(Limits range, int count) {
    double width = Math.abs(range.high() - range.low());
    double power = Math.pow(10, Math.floor(Math.log10(width / (count + 1))));
    return DoubleStream.of(STEPS).mapToObj(step -> around(range, step * power))
        .filter(levels -> levels.count - 1 <= count + 1)
        .findFirst().orElseGet(() -> around(range, 20 * power));
  }

  private static Levels around(Limits range, double step) {
    // A limit that rounding puts beside a level is on it.
    double from = Math.floor(Math.min(range.low(), range.high()) / step + 1e-9);
    double to = Math.ceil(Math.max(range.low(), range.high()) / step - 1e-9);
    return new Levels(from * step, step, (int) (to - from) + 1);
  }

  public double last() {
    return first + (count - 1) * step;
  }
}
