package thalweg.lab.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;

@Command(
    description = "Show help on a command.",
    footer = {"", "Examples:", "  thalweg help", "  thalweg help run"})
final class HelpCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; none for all.")
  private String name;

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    Map<String, CommandLine> commands = root.getSubcommands();
    CommandLine wanted = name == null ? root : commands.get(name);
    if (wanted == null) {
      throw new BadInputException(
          "there is no command '%s'; %s".formatted(name, Nearest.suggest(name, commands.keySet())));
    }
    wanted.usage(spec.commandLine().getOut());
  }
}
