package thalweg.lab.conformance;

import java.util.Locale;

/// Why a case failed. Thrown by a check at the first thing that does not hold.
public final class Mismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param what what was compared, for instance `grads[0]`
  Mismatch(String what, Object expected, Object got) {
    super("%s: expected %s, got %s".formatted(what, expected, got));
  }

  /// @param error the largest absolute error of all elements
  Mismatch(String what, Object expected, Object got, double error) {
    super(
        String.format(
            Locale.ROOT, "%s: expected %s, got %s, largest error %.2g", what, expected, got, error));
  }

  /// Nothing was compared: the case could not be run.
  Mismatch(String reason) {
    super(reason);
  }
}
