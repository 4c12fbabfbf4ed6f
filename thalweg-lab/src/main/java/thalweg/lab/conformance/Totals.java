package thalweg.lab.conformance;

import java.util.Set;
import java.util.TreeSet;

/// How many cases passed and failed, of which types, and the largest errors of those that passed.
public final class Totals {
  private final Set<String> dtypes = new TreeSet<>();
  private int passed;
  private int failed;
  private Errors errors = Errors.NONE;

  /// Counts one.
  public void add(CaseResult result) {
    if (result.passed()) {
      passed++;
    } else {
      failed++;
    }
    dtypes.addAll(result.dtypes());
    errors = errors.and(result.errors());
  }

  /// How many passed.
  public int passed() {
    return passed;
  }

  /// How many failed.
  public int failed() {
    return failed;
  }

  /// The element types of the tensors in the cases.
  public Set<String> dtypes() {
    return dtypes;
  }

  /// The largest error of results, in units in the last place; a dash where none were compared.
  public String valueError() {
    return Errors.text(errors.values());
  }

  /// The largest error of gradients, in units in the last place; a dash where none were compared.
  public String gradientError() {
    return Errors.text(errors.gradients());
  }

  /// `12 passed, 0 failed`.
  public String text() {
    return "%d passed, %d failed".formatted(passed, failed);
  }
}
