package thalweg.lab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;

/// Puts the commands together, and tells mistakes in a sentence instead of a stack trace.
public final class CommandLineTool {
  /// A check failed, or the program has a bug.
  static final int FAILED = 1;

  /// The user asked for what cannot be.
  static final int BAD_INPUT = 2;

  private static final Map<String, Supplier<Object>> COMMANDS = commands();

  private CommandLineTool() {}

  private static Map<String, Supplier<Object>> commands() {
    var commands = new LinkedHashMap<String, Supplier<Object>>();
    commands.put("lessons", LessonsCommand::new);
    commands.put("run", RunCommand::new);
    commands.put("graph", GraphCommand::new);
    commands.put("descent", DescentCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("doc", DocCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("conformance", ConformanceCommand::new);
    commands.put("gallery", GalleryCommand::new);
    commands.put("version", VersionCommand::new);
    commands.put("help", HelpCommand::new);
    return commands;
  }

  /// The command `thalweg` with what is under it, as far as `arguments` need it: if they begin with the name of a
  /// command, that alone, because looking through all of them takes longer than most commands.
  public static CommandLine create(String... arguments) {
    CommandLine tool = new CommandLine(new RootCommand());
    String first = arguments.length == 0 ? "" : arguments[0];
    if (COMMANDS.containsKey(first) && !first.equals("help")) {
      tool.addSubcommand(first, command(first));
    } else {
      COMMANDS.keySet().forEach(name -> tool.addSubcommand(name, command(name)));
    }
    return tool
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(CommandLineTool::usage)
        .setExecutionExceptionHandler(CommandLineTool::failure);
  }

  private static CommandLine command(String name) {
    boolean takesFormula = name.equals("graph") || name.equals("descent"); // which may begin with a minus
    return new CommandLine(COMMANDS.get(name).get()).setUnmatchedOptionsArePositionalParams(takesFormula);
  }

  private static int usage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    say(command, message(e, command));
    command.getErr().printf("See '%s --help'.%n", name);
    return BAD_INPUT;
  }

  private static String message(ParameterException e, CommandLine command) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return e.getMessage();
    }
    String typed = unmatched.getUnmatched().getFirst();
    boolean isOption = typed.startsWith("-");
    List<String> known =
        isOption
            ? command.getCommandSpec().optionsMap().keySet().stream().toList()
            : command.getSubcommands().keySet().stream().toList();
    if (known.isEmpty()) {
      return "unexpected argument '%s'".formatted(typed);
    }
    return "there is no %s '%s'; %s"
        .formatted(isOption ? "option" : "command", typed, Nearest.suggest(typed, known));
  }

  private static int failure(Exception e, CommandLine command, ParseResult parsed) {
    boolean debug = RootCommand.of(command).debug;
    if (debug) {
      e.printStackTrace(command.getErr());
    }
    if (e instanceof BadInputException) {
      say(command, e.getMessage());
      return BAD_INPUT;
    }
    say(command, "this should not have happened: %s".formatted(e));
    if (!debug) {
      command.getErr().println("With --debug it says where.");
    }
    return FAILED;
  }

  private static void say(CommandLine command, String message) {
    Ansi ansi = command.getColorScheme().ansi();
    command.getErr().println(ansi.string("@|bold,red thalweg:|@ ") + message);
    command.getErr().flush();
  }
}
