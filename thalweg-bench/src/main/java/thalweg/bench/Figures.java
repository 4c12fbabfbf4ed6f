package thalweg.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What the rounds of one contender gave.
record Figures(List<Double> values) {
  Figures {
    values = values.stream().sorted().toList();
  }

  Figures with(double value) {
    var more = new ArrayList<>(values);
    more.add(value);
    return new Figures(more);
  }

  /// The middle one, or the mean of the two in the middle.
  double median() {
    int half = values.size() / 2;
    return values.size() % 2 == 1 ? values.get(half) : (values.get(half - 1) + values.get(half)) / 2;
  }

  /// Half of the range from the least to the largest, as a part of the median.
  double spread() {
    return (Collections.max(values) - Collections.min(values)) / 2 / median();
  }
}
