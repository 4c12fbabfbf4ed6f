package thalweg.optim;

/// The ranges of options.
final class Require {
  private Require() {}

  /// @throws IllegalArgumentException unless `value` is a number of at least 0
  static void atLeastZero(String optimizer, String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(optimizer, name, value, "it must be at least 0");
    }
  }

  /// @throws IllegalArgumentException unless `0 ≤ value < 1` for both
  static void betas(String optimizer, OptimizerOptions.WithBetas<?> options) {
    belowOne(optimizer, "beta1", options.beta1());
    belowOne(optimizer, "beta2", options.beta2());
  }

  private static void belowOne(String optimizer, String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw refused(optimizer, name, value, "it must be at least 0 and below 1");
    }
  }

  /// What to throw for a value out of range.
  static IllegalArgumentException refused(
      String optimizer, String name, Object value, String range) {
    return new IllegalArgumentException(
        "%s: %s = %s, but %s".formatted(optimizer, name, value, range));
  }
}
