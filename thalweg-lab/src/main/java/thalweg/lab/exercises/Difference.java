package thalweg.lab.exercises;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a solution gives something else than it should.
///
/// @param input    what it was given
/// @param expected what it should have given
/// @param got      what it gave
record Difference(String input, String expected, String got) {
  /// Numbers may differ by rounding: another order of the same sum is right as well.
  private static final double RELATIVE = 1e-9;

  /// None if the two are the same but for rounding; a null, another length or NaN is a difference.
  static Optional<Difference> between(String input, double[] expected, double[] got) {
    boolean same = got != null && got.length == expected.length;
    for (int i = 0; same && i < expected.length; i++) {
      same = close(expected[i], got[i]);
    }
    return same ? Optional.empty() : Optional.of(new Difference(input, text(expected), text(got)));
  }

  /// As above, for one number.
  static Optional<Difference> between(String input, double expected, double got) {
    return close(expected, got)
        ? Optional.empty()
        : Optional.of(new Difference(input, text(expected), text(got)));
  }

  /// As above, row by row; the first row that differs is shown.
  static Optional<Difference> between(String input, double[][] expected, double[][] got) {
    if (got == null || got.length != expected.length) {
      String rows = got == null ? "null" : got.length + " rows";
      return Optional.of(new Difference(input, expected.length + " rows", rows));
    }
    for (int i = 0; i < expected.length; i++) {
      Optional<Difference> row = between(input + ", row " + i, expected[i], got[i]);
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  /// As above, for whole numbers, which have no rounding.
  static Optional<Difference> between(String input, int[] expected, int[] got) {
    return Arrays.equals(expected, got)
        ? Optional.empty()
        : Optional.of(new Difference(input, Arrays.toString(expected), Arrays.toString(got)));
  }

  /// None if `call` refuses its arguments, by an `assert` or an `IllegalArgumentException`.
  static Optional<Difference> unlessRefused(String input, Runnable call) {
    try {
      call.run();
      return Optional.of(
          new Difference(input, "an AssertionError or IllegalArgumentException", "no exception"));
    } catch (AssertionError | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean close(double expected, double got) {
    return Double.compare(expected, got) == 0
        || Math.abs(expected - got) <= RELATIVE * Math.max(1, Math.abs(expected));
  }

  static String text(double value) {
    String plain = String.format(Locale.ROOT, "%.8f", value).replaceAll("\\.?0+$", "");
    return Double.isFinite(value) && Math.abs(value) < 1e9 ? plain : Double.toString(value);
  }

  static String text(double[] values) {
    return values == null
        ? "null"
        : Arrays.stream(values).mapToObj(Difference::text).toList().toString();
  }
}
