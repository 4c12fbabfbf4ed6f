package thalweg.figures;

import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A mark that is being made, as errors call it: what it is, and its label.
record Subject(String kind, Style style) {

  /// `line "loss": `, or `line: ` without a label.
  IllegalArgumentException refuse(String message, Object... values) {
    var label = style.label().isEmpty() ? "" : " \"" + style.label() + "\"";
    return new IllegalArgumentException(kind + label + ": " + message.formatted(values));
  }

  /// Refuses rows of different lengths, and properties that fit neither one nor all of their points.
  ///
  /// @param names what the rows are called, with spaces between
  void check(String names, Values... rows) {
    int points = rows[0].size();
    if (Stream.of(rows).anyMatch(row -> row.size() != points)) {
      var lengths = new StringJoiner(", ");
      var each = names.split(" ");
      IntStream.range(0, rows.length)
          .forEach(i -> lengths.add("%s has %d values".formatted(each[i], rows[i].size())));
      throw refuse("%s, but each point needs one of each", lengths);
    }
    int numbers = style.shades().values().size();
    if (numbers > 0 && numbers != points) {
      throw refuse("c has %d numbers for %d points; each needs one", numbers, points);
    }
    fits("hover texts", style.hover().size(), points);
    fits("colours", style.colors().size(), points);
    fits("markers", style.markers().size(), points);
    fits("sizes", style.sizes().size(), points);
  }

  private void fits(String what, int given, int points) {
    if (given > 1 && given != points) {
      throw refuse("%d %s for %d points; give one per point, one for all of them, or none", given, what, points);
    }
  }

  /// Refuses finite numbers that have no place on a logarithmic axis.
  void checkLog(String axis, Values numbers) {
    long count = numbers.stream().filter(v -> Double.isFinite(v) && v <= 0).count();
    if (count > 0) {
      double first = numbers.stream().filter(v -> Double.isFinite(v) && v <= 0).findFirst().orElseThrow();
      throw refuse("a logarithmic %s axis takes only numbers above 0, but %d of %d are not, the first being %s; "
              + "make them NaN to leave gaps, or use a linear axis", axis, count, numbers.size(), first);
    }
  }

  /// Refuses what is not finite where a mark would then be nowhere.
  void finite(String what, double number) {
    if (!Double.isFinite(number)) {
      throw refuse("%s must be finite, got %s", what, number);
    }
  }
}
