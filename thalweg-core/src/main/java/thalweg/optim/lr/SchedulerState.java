package thalweg.optim.lr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What a scheduler was in the middle of: PyTorch's `state_dict()` of a scheduler, without its arguments.
///
/// @param scheduler  the scheduler's name
/// @param values     numbers by PyTorch's names: `last_epoch`, `base_lrs`, …
/// @param schedulers the states of the schedulers that it is made of
public record SchedulerState(
    String scheduler, Map<String, List<Double>> values, List<SchedulerState> schedulers) {
  public SchedulerState {
    var ordered = new LinkedHashMap<String, List<Double>>();
    values.forEach((name, numbers) -> ordered.put(name, List.copyOf(numbers)));
    values = Collections.unmodifiableMap(ordered);
    schedulers = List.copyOf(schedulers);
  }

  static SchedulerState of(String scheduler, Map<String, List<Double>> values) {
    return new SchedulerState(scheduler, values, List.of());
  }

  /// The only number of a name.
  double number(String name) {
    return values.get(name).getFirst();
  }

  /// @throws IllegalArgumentException unless it has just the parts that `expected` has, and lists of numbers as
  ///     long
  void requireLike(SchedulerState expected) {
    if (!scheduler.equals(expected.scheduler)) {
      throw unfit(expected, "the state is that of a " + scheduler);
    }
    var missing = new TreeSet<>(expected.values.keySet());
    missing.removeAll(values.keySet());
    var unexpected = new TreeSet<>(values.keySet());
    unexpected.removeAll(expected.values.keySet());
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      throw unfit(expected, "missing are %s, unexpected are %s".formatted(missing, unexpected));
    }
    values.forEach(
        (name, numbers) -> {
          int length = expected.values.get(name).size();
          if (numbers.size() != length) {
            throw unfit(
                expected, "%s has %d numbers, but must have %d".formatted(name, numbers.size(), length));
          }
        });
    if (schedulers.size() != expected.schedulers.size()) {
      throw unfit(
          expected,
          "%d schedulers are saved, but there are %d"
              .formatted(schedulers.size(), expected.schedulers.size()));
    }
    for (int i = 0; i < schedulers.size(); i++) {
      schedulers.get(i).requireLike(expected.schedulers.get(i));
    }
  }

  private static IllegalArgumentException unfit(SchedulerState expected, String why) {
    return new IllegalArgumentException(expected.scheduler + ".loadStateDict: " + why);
  }
}
