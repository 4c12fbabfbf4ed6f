package thalweg.lab.lessons;

import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.significant;

import java.util.List;
import thalweg.trace.Trace;

/// What became of a run on a quadratic loss, in words.
///
/// @param word        `diverges`, `too small` or `converges`
/// @param explanation why, with numbers
record Verdict(String word, String explanation) {
  /// The part of the way to the best loss that may be left for a run to count as done.
  private static final double LEFT = 0.05;

  /// Judges a run of gradient descent.
  ///
  /// @param stable the largest stable step, `2/λmax` of this loss
  /// @param last   the loss at the run's result
  /// @param best   the smallest loss there is
  static Verdict of(Trace trace, double rate, double stable, double last, double best) {
    List<Double> losses = trace.losses();
    double first = losses.getFirst();
    if (rate > stable) {
      return new Verdict(
          "diverges",
          "past 2/λmax = %s; %s"
              .formatted(significant(stable, 4), course(losses, last)));
    }
    double left = (last - best) / (first - best);
    if (left > LEFT) {
      return new Verdict(
          "too small",
          "after %s epochs the loss is %s; %s %% of the way to %s is left"
              .formatted(losses.size(), number(last), fixed(100 * left, 0), number(best)));
    }
    return new Verdict(
        "converges",
        "after %s epochs the loss is %s; the best is %s"
            .formatted(losses.size(), number(last), number(best)));
  }

  /// Judges a run of an optimiser whose largest stable step is not known: it diverges if it ends above its start.
  static Verdict of(Trace trace, double last, double best) {
    List<Double> losses = trace.losses();
    if (!(last <= losses.getFirst())) {
      return new Verdict("diverges", course(losses, last));
    }
    return of(trace, 0, Double.POSITIVE_INFINITY, last, best);
  }

  /// Past the stable step a loss may well fall for some epochs before it climbs.
  private static String course(List<Double> losses, double last) {
    int lowest = 0;
    for (int i = 1; i < losses.size(); i++) {
      if (losses.get(i) < losses.get(lowest)) {
        lowest = i;
      }
    }
    if (lowest == 0) {
      return "climbs from %s to %s".formatted(number(losses.getFirst()), number(last));
    }
    if (last <= losses.get(lowest)) {
      return "still falls, to %s, but will climb".formatted(number(last));
    }
    return "falls to %s (epoch %s), then climbs to %s"
        .formatted(number(losses.get(lowest)), lowest, number(last));
  }

  private static String number(double value) {
    return Math.abs(value) < 1e6 ? fixed(value, 2) : significant(value, 4);
  }

  @Override
  public String toString() {
    return word + ": " + explanation;
  }
}
