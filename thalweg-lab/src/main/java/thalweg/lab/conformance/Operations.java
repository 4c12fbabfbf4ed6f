package thalweg.lab.conformance;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All operations that a case can name.
public final class Operations {
  private static final Map<String, Operation> ALL = new TreeMap<>();

  static {
    Stream.of(
            ElementwiseOps.TABLE,
            ReductionOps.TABLE,
            ShapeOps.TABLE,
            CreationOps.TABLE,
            NetworkOps.TABLE,
            LinalgOps.TABLE)
        .forEach(ALL::putAll);
  }

  private Operations() {}

  /// Their names.
  public static Set<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  /// @throws Mismatch if Thalweg does not have it
  static Operation named(String name) {
    Operation operation = ALL.get(name);
    if (operation == null) {
      throw new Mismatch("unknown op " + name);
    }
    return operation;
  }
}
