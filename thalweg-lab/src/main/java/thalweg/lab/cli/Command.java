package thalweg.lab.cli;

import java.util.List;

/// One word after `thalweg`: what it takes, what its help says, and what it does.
interface Command {
  /// A sentence or two, for its help and the list of commands.
  String summary();

  /// What it takes besides options, in this order.
  default List<Operand<?>> operands() {
    return List.of();
  }

  default List<Option<?>> options() {
    return List.of();
  }

  /// What else its help says, above the examples.
  default String notes() {
    return "";
  }

  /// Command lines to try, one a line.
  default String examples() {
    return "";
  }

  /// @return the exit code
  /// @throws thalweg.lab.lesson.BadInputException if what was asked for cannot be
  int run(Arguments arguments, Terminal terminal);
}
