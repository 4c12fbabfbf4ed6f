package thalweg.bench;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// Something that is measured: one run of it gives figures by name.
sealed interface Contender {
  /// What the table calls it.
  String name();

  /// A JMH benchmark, by class and method.
  ///
  /// @param figure what the row shows, from the time in the benchmark's own unit
  record Jmh(String name, String benchmark, Map<String, String> parameters, DoubleUnaryOperator figure)
      implements Contender {
    Jmh(String name, String benchmark) {
      this(name, benchmark, Map.of(), time -> time);
    }
  }

  /// A program that prints lines `R, workload, peer, variant, figure, unit` between tabs.
  ///
  /// @param figure the variant
  record Program(String name, List<String> command, Map<String, String> environment, String figure)
      implements Contender {}

  /// A whole process, from its start to its end.
  record Whole(String name, List<String> command) implements Contender {}
}
