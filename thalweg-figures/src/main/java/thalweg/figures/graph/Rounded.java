package thalweg.figures.graph;

import thalweg.tensor.Numbers;

/// Numbers as they stand on drawings: short, and with a true minus sign.
final class Rounded {
  private static final int DIGITS = 4;

  private Rounded() {}

  /// To four significant digits.
  static String of(double value) {
    return Numbers.significant(value, DIGITS).replace("-", "−");
  }

  /// To two places after the point, where there is little room.
  static String hundredths(double value) {
    return of(Math.abs(value) < 100 ? Math.round(value * 100) / 100.0 : value);
  }
}
