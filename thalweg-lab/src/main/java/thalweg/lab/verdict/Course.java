package thalweg.lab.verdict;

import java.util.ArrayList;
import java.util.List;
import thalweg.trace.Trace;

/// The way a training went: weights and losses from the start to the result, one row more than there were updates.
///
/// @param weights the weights before the first update, after it, …, after the last
/// @param losses  the loss at each of them
public record Course(List<List<Double>> weights, List<Double> losses) {
  public Course {
    weights = List.copyOf(weights);
    losses = List.copyOf(losses);
    if (weights.size() != losses.size() || weights.isEmpty()) {
      throw new IllegalArgumentException(
          "Course: %d rows of weights, %d losses; each row has a loss, and the start is one"
              .formatted(weights.size(), losses.size()));
    }
  }

  /// The way of a trace.
  ///
  /// @param last the loss at its result, which a trace does not hold
  public static Course of(Trace trace, double last) {
    var losses = new ArrayList<>(trace.losses());
    losses.add(last);
    return new Course(trace.weights(), losses);
  }

  /// How many updates were made.
  public int updates() {
    return losses.size() - 1;
  }

  public double first() {
    return losses.getFirst();
  }

  public double last() {
    return losses.getLast();
  }

  public List<Double> start() {
    return weights.getFirst();
  }

  public List<Double> result() {
    return weights.getLast();
  }

  /// After how many updates the loss was lowest; the first time, if it was so several times.
  public int lowest() {
    int lowest = 0;
    for (int i = 1; i < losses.size(); i++) {
      if (losses.get(i) < losses.get(lowest)) {
        lowest = i;
      }
    }
    return lowest;
  }

  /// After how many updates a loss or a weight is infinite or NaN for the first time; one more than there are
  /// updates if none is.
  public int firstNotFinite() {
    int at = 0;
    while (at < losses.size()
        && Double.isFinite(losses.get(at))
        && weights.get(at).stream().allMatch(Double::isFinite)) {
      at++;
    }
    return at;
  }

  /// Whether the last update left every weight as it was.
  boolean standsStill() {
    return updates() > 0 && weights.get(updates() - 1).equals(result());
  }

  /// Whether the last update made the loss larger.
  boolean climbs() {
    return updates() > 0 && last() > losses.get(updates() - 1);
  }
}
