package thalweg.lab.cli;

import java.util.List;

/// Something a command takes, declared once with its type.
sealed interface Argument<T> permits Option, Operand {
  /// `--json`, or the label of an operand; no two of a command have the same.
  String name();

  /// What its help says.
  String description();

  /// What the command gets.
  ///
  /// @param typed the values on the command line, none if it was not given
  /// @throws thalweg.lab.lesson.BadInputException if one is not of its type
  T value(List<String> typed);
}
