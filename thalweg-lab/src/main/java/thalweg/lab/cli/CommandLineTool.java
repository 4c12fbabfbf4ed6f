package thalweg.lab.cli;

import java.io.PrintWriter;
import java.util.List;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.text.Printable;

/// Runs a command line, and tells mistakes in a sentence instead of a stack trace.
public final class CommandLineTool {
  /// A check failed, or the program has a bug.
  static final int FAILED = 1;

  /// The user asked for what cannot be.
  static final int BAD_INPUT = 2;

  private Terminal terminal;
  private boolean debug;

  private CommandLineTool(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Runs a command line on the terminal.
  ///
  /// @return the exit code
  public static int run(String... typed) {
    return new CommandLineTool(Terminal.system()).run(List.of(typed));
  }

  /// Runs a command line that prints to `out` and `err`.
  ///
  /// @return the exit code
  public static int run(PrintWriter out, PrintWriter err, String... typed) {
    return new CommandLineTool(Terminal.plain(out, err)).run(List.of(typed));
  }

  /// What stands before the name of the command belongs to the program.
  private int run(List<String> typed) {
    int before = (int) typed.stream().takeWhile(argument -> argument.startsWith("-")).count();
    List<String> own = typed.subList(0, before);
    if (asksForHelp(own)) {
      new Help(terminal).program();
      return 0;
    }
    Command command;
    try {
      Arguments arguments = Parser.parse(List.of(), Commands.ALONE, own);
      debug = arguments.get(Commands.DEBUG);
      speak(arguments);
      if (arguments.get(Commands.VERSION)) {
        return run(new VersionCommand(), arguments);
      }
      if (before == typed.size()) {
        throw new BadInputException("a command is missing; start with 'thalweg lessons'");
      }
      command = Commands.named(typed.get(before));
    } catch (BadInputException e) {
      return misused("thalweg", e);
    }
    return run(typed.get(before), command, typed.subList(before + 1, typed.size()));
  }

  private int run(String name, Command command, List<String> typed) {
    if (asksForHelp(typed)) {
      new Help(terminal).command(name, command);
      return 0;
    }
    Arguments arguments;
    try {
      arguments = Parser.parse(command.operands(), Option.join(command.options(), Commands.COMMON), typed);
      speak(arguments);
    } catch (BadInputException e) {
      return misused("thalweg " + name, e);
    }
    debug |= arguments.get(Commands.DEBUG);
    return run(command, arguments);
  }

  private void speak(Arguments arguments) {
    Commands.language(arguments).ifPresent(language -> terminal = terminal.in(language));
  }

  /// Help is wanted whatever else is wrong.
  private static boolean asksForHelp(List<String> typed) {
    return typed.stream()
        .takeWhile(argument -> !argument.equals(Parser.END_OF_OPTIONS))
        .anyMatch(argument -> argument.equals(Commands.HELP.name()) || argument.equals("-h"));
  }

  private int misused(String usage, BadInputException e) {
    say(e.getMessage());
    terminal.err().println("See '%s --help'.".formatted(usage));
    terminal.err().flush();
    return BAD_INPUT;
  }

  private int run(Command command, Arguments arguments) {
    try {
      return command.run(arguments, terminal);
    } catch (BadInputException e) {
      trace(e);
      say(e.getMessage());
      return BAD_INPUT;
    } catch (OutOfMemoryError e) {
      say("there is not enough memory for this; ask for less, or allow more with THALWEG_OPTS=-Xmx…");
      return BAD_INPUT;
    } catch (RuntimeException e) {
      trace(e);
      say("this should not have happened: %s".formatted(e));
      if (!debug) {
        terminal.err().println("Run it with --debug to see where.");
        terminal.err().flush();
      }
      return FAILED;
    }
  }

  private void trace(RuntimeException e) {
    if (debug) {
      e.printStackTrace(terminal.err());
    }
  }

  private void say(String message) {
    var emphasis = terminal.emphasis();
    terminal.err().println(emphasis.bold(emphasis.red("thalweg:")) + " " + Printable.message(message));
    terminal.err().flush();
  }
}
