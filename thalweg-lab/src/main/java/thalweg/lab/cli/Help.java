package thalweg.lab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thalweg.lab.doc.Emphasis;

/// What `--help` prints.
final class Help {
  private static final int MOST_INDENT = 26;

  private final Terminal terminal;
  private final Emphasis emphasis;

  Help(Terminal terminal) {
    this.terminal = terminal;
    this.emphasis = terminal.emphasis();
  }

  private record Row(String head, String text) {}

  /// How to use the program, and its commands.
  void program() {
    usage("[OPTION]... COMMAND", "Gradient descent you can see.");
    rows(options(Commands.ALONE));
    terminal.print("\n" + emphasis.bold("Commands:"));
    rows(Commands.names().stream().map(name -> new Row(name, Commands.named(name).summary())).toList());
    examples(
        """
        thalweg lessons                             what there is to see
        thalweg run line --open                     run one and look at its page
        thalweg run line --set alpha=0.0085         with another learning rate
        thalweg run line --data points.csv          with your own points
        thalweg run line --figures pictures         its figures as files, its animation as GIF
        thalweg run all --out report --json all.json
        thalweg graph "x*sin(y)" --at x=1,y=2       a formula's computational graph
        thalweg descent "x^2+y^2" --start x=1,y=2   walk down any function
        thalweg compare line alpha=0.001,0.0083     two training runs side by side
        thalweg doc Linear                          what a class or operation is
        thalweg check exercises/ShallowNarrow.java  is your solution right?
        thalweg bench W1 W2                         speed against PyTorch and others, from a checkout
        """);
    terminal.print("\nExit codes: 0 success, 1 a check failed, 2 bad usage or input.");
  }

  /// How to use one command.
  void command(String name, Command command) {
    String operands = command.operands().stream().map(operand -> " " + operand.usage()).collect(Collectors.joining());
    usage(name + operands + " [OPTION]...", command.summary());
    var rows = new ArrayList<Row>();
    command.operands().forEach(operand -> rows.add(new Row(operand.usage(), operand.description())));
    rows.addAll(options(command.options()));
    rows.addAll(options(Commands.COMMON));
    rows(rows);
    if (!command.notes().isEmpty()) {
      terminal.print("");
      terminal.print("", 0, command.notes());
    }
    examples(command.examples());
  }

  private void usage(String arguments, String summary) {
    terminal.print(emphasis.bold("Usage:") + " thalweg " + arguments);
    terminal.print("", 0, summary);
  }

  private static List<Row> options(List<Option<?>> options) {
    return options.stream().map(option -> new Row(option.usage(), option.description())).toList();
  }

  /// Texts in a column, as far to the right as their heads need.
  private void rows(List<Row> rows) {
    int widest = rows.stream().mapToInt(row -> row.head().length() + 4).max().orElse(0);
    for (Row row : rows) {
      terminal.print("  " + emphasis.yellow(row.head()), Math.min(widest, MOST_INDENT), row.text());
    }
  }

  private void examples(String examples) {
    if (!examples.isEmpty()) {
      terminal.print("\n" + emphasis.bold("Examples:"));
      examples.lines().forEach(line -> terminal.print("  " + line));
    }
  }
}
