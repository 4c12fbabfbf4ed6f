package thalweg.figures.draw;

import thalweg.figures.Axis;
import thalweg.figures.Limits;
import thalweg.figures.Values;

/// Where the numbers of an axis stand.
///
/// @param from the place of the lower end, in points
/// @param to   the place of the upper end
record Scale(Limits limits, boolean log, double from, double to) {

  private static final double BEYOND = 10;

  static Scale of(Axis axis, Limits limits, double from, double to) {
    return new Scale(limits, axis.log(), from, to);
  }

  /// The place of a number; NaN where it has none.
  double at(double value) {
    return from + part(value) * (to - from);
  }

  /// The same, but far beyond the lower end for what lies below all numbers of a logarithmic scale.
  double reach(double value) {
    return log && value <= 0 ? from - BEYOND * (to - from) : at(value);
  }

  double[] at(Values values) {
    return values.stream().map(this::at).toArray();
  }

  /// 0 at the lower end, 1 at the upper one.
  double part(double value) {
    if (log) {
      double low = Math.log10(limits.low());
      return value > 0 ? (Math.log10(value) - low) / (Math.log10(limits.high()) - low) : Double.NaN;
    }
    return limits.part(value);
  }

  boolean holds(double value) {
    double part = part(value);
    return part >= -1e-9 && part <= 1 + 1e-9;
  }

  double length() {
    return Math.abs(to - from);
  }
}
