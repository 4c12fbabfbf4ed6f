package thalweg.bench;

import java.util.List;
import java.util.Map;

/// Something that is measured: one run of it gives figures by name.
sealed interface Contender {
  /// What the table calls it.
  String name();

  /// A JMH benchmark, by class and method; its figure has that name.
  record Jmh(String name, String benchmark, Map<String, String> parameters) implements Contender {
    Jmh(String name, String benchmark) {
      this(name, benchmark, Map.of());
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
