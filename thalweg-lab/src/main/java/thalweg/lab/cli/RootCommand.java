package thalweg.lab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
    name = "thalweg",
    description = "Gradient descent you can see.",
    footer = {
      "",
      "Examples:",
      "  thalweg lessons                             what there is to see",
      "  thalweg run line --open                     run one and look at its page",
      "  thalweg run line --set alpha=0.0085         with another learning rate",
      "  thalweg run line --data points.csv          with your own points",
      "  thalweg run line --figures pictures         its figures as files, its animation as GIF",
      "  thalweg run all --out report --json all.json",
      "  thalweg graph \"x*sin(y)\" --at x=1,y=2        a formula's computational graph",
      "  thalweg descent \"x^2+y^2\" --start x=1,y=2    walk down any function",
      "  thalweg compare line alpha=0.001,0.0083     two trainings side by side",
      "  thalweg doc Linear                          what a class or operation is",
      "  thalweg check exercises/ShallowNarrow.java  is your solution right?",
      "  thalweg bench W1 W2                         speed beside PyTorch and others, from a checkout",
      "",
      "Exit codes: 0 success, 1 a check failed, 2 wrong usage or input."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program a mistake was noticed.")
  boolean debug;

  /// The root above a command.
  static RootCommand of(CommandLine command) {
    return (RootCommand) command.getCommandSpec().root().userObject();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing; start with 'thalweg lessons'");
  }
}
