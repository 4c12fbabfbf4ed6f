package thalweg.lab.conformance;

import java.util.Locale;

/// How far the real numbers of a case are from the expected ones at most, in units in the last place of their
/// type; NaN where none were compared.
///
/// The unit is that of the expected number, or of a thousandth of the largest in its tensor where that is more:
/// where terms cancel, the last digits are those of the terms.
///
/// @param values    the error of results
/// @param gradients the error of gradients and derivatives
public record Errors(double values, double gradients) {
  /// Nothing was compared.
  static final Errors NONE = new Errors(Double.NaN, Double.NaN);

  /// Only results were compared.
  static Errors ofValues(double ulps) {
    return new Errors(ulps, Double.NaN);
  }

  /// The larger of each.
  Errors and(Errors other) {
    return new Errors(larger(values, other.values), larger(gradients, other.gradients));
  }

  /// The larger of two errors, of which either may be missing.
  static double larger(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  /// `0`, `0.5`, `12`, rounded up to a tenth, or to a whole number from 10 on; a dash where nothing was compared.
  static String text(double ulps) {
    if (Double.isNaN(ulps)) {
      return "–";
    }
    double rounded = ulps < 10 ? Math.ceil(ulps * 10) / 10 : Math.ceil(ulps);
    return String.format(Locale.ROOT, rounded == Math.rint(rounded) ? "%.0f" : "%.1f", rounded);
  }
}
