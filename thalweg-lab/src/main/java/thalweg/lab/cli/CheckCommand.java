package thalweg.lab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.lab.exercises.Assessment;
import thalweg.lab.exercises.Examination;
import thalweg.lab.lesson.BadInputException;

@Command(
    description = "Check your solution of an exercise, or list the exercises.",
    footer = {
      "",
      "The solution is run apart, with 64 MB, and stopped when it takes too long.",
      "",
      "Examples:",
      "  thalweg check                                    what there is to solve",
      "  thalweg check exercises/ShallowNarrow.java",
      "  thalweg check exercises/solutions/ShallowNarrow.java"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file with the gap filled.")
  private Path file;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "When it is stopped; default: ${DEFAULT-VALUE}.")
  private double limit = 10;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (!(limit > 0 && limit <= 3600)) {
      throw new BadInputException("--limit %s is out of range; it must be a number of seconds up to 3600".formatted(limit));
    }
    if (file == null) {
      Assessment.exercises().forEach(out::println);
      out.println("Fill the gap in one, then: thalweg check FILE");
      out.flush();
      return 0;
    }
    Assessment assessment = new Examination(file, Duration.ofMillis((long) (limit * 1000))).run();
    assessment.lines().forEach(out::println);
    out.flush();
    return assessment.passed() ? 0 : CommandLineTool.FAILED;
  }
}
