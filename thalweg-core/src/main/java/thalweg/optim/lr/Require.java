package thalweg.optim.lr;

/// The ranges of arguments.
final class Require {
  private Require() {}

  static void atLeast(String scheduler, String name, int value, int least) {
    if (value < least) {
      throw refused(scheduler, name, value, "it must be at least " + least);
    }
  }

  static void within(String scheduler, String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw refused(scheduler, name, value, "it must be from %s to %s".formatted(least, most));
    }
  }

  /// Above 0, up to 1.
  static void share(String scheduler, String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw refused(scheduler, name, value, "it must be above 0 and at most 1");
    }
  }

  static IllegalArgumentException refused(
      String scheduler, String name, Object value, String range) {
    return new IllegalArgumentException(
        "%s: %s = %s, but %s".formatted(scheduler, name, value, range));
  }
}
