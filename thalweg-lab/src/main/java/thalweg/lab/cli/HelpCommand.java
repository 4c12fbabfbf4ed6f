package thalweg.lab.cli;

import java.util.List;
import java.util.Optional;

final class HelpCommand implements Command {
  private static final Operand<Optional<String>> COMMAND =
      Operand.optional("COMMAND", Type.TEXT, "The command; without one, an overview of all.");

  @Override
  public String summary() {
    return "Show help on a command.";
  }

  @Override
  public List<Operand<?>> operands() {
    return List.of(COMMAND);
  }

  @Override
  public String examples() {
    return """
        thalweg help
        thalweg help run
        """;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var help = new Help(terminal);
    arguments.get(COMMAND).ifPresentOrElse(name -> help.command(name, Commands.named(name)), help::program);
    return 0;
  }
}
