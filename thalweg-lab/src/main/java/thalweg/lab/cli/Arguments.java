package thalweg.lab.cli;

import java.util.List;
import java.util.Map;

/// What was typed after a command, by the names of the arguments it belongs to.
record Arguments(Map<String, List<String>> typed) {
  boolean has(Argument<?> argument) {
    return typed.containsKey(argument.name());
  }

  /// What the command gets of one of its arguments.
  <T> T get(Argument<T> argument) {
    return argument.value(typed.getOrDefault(argument.name(), List.of()));
  }
}
