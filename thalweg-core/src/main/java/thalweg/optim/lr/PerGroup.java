package thalweg.optim.lr;

import java.util.Arrays;
import java.util.List;
import thalweg.optim.Optimizer;

/// One number for all groups, or one for each.
record PerGroup(List<Double> values) {
  PerGroup {
    values = List.copyOf(values);
  }

  static PerGroup of(double... values) {
    return new PerGroup(Arrays.stream(values).boxed().toList());
  }

  /// The number of a group; one that came later takes the last.
  double get(int group) {
    return values.get(Math.min(group, values.size() - 1));
  }

  /// @throws IllegalArgumentException unless there is one number, or as many as the optimiser has groups
  void require(String scheduler, String name, Optimizer<?> optimizer) {
    if (values.size() != 1) {
      requireSize(scheduler, name, values.size(), optimizer);
    }
  }

  static void requireSize(String scheduler, String name, int size, Optimizer<?> optimizer) {
    int groups = optimizer.paramGroups().size();
    if (size != groups) {
      throw new IllegalArgumentException(
          "%s: %d %s for %d groups of parameters; give one for each group"
              .formatted(scheduler, size, name, groups));
    }
  }
}
