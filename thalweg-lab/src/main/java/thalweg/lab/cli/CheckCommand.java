package thalweg.lab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import thalweg.lab.exercises.Assessment;
import thalweg.lab.exercises.Examination;
import thalweg.lab.lesson.BadInputException;

final class CheckCommand implements Command {
  private static final Operand<Optional<Path>> FILE =
      Operand.optional("FILE", Type.PATH, "Your solution: the exercise with its gaps filled in.");
  private static final Option<Double> LIMIT =
      Option.of("--limit", "SECONDS", Type.NUMBER, 10.0, "The time limit");

  @Override
  public String summary() {
    return "Check your solution to an exercise, or list the exercises.";
  }

  @Override
  public List<Operand<?>> operands() {
    return List.of(FILE);
  }

  @Override
  public List<Option<?>> options() {
    return List.of(LIMIT);
  }

  @Override
  public String notes() {
    return "The solution runs in a process of its own with 64 MB of memory, and is stopped if it takes too long.";
  }

  @Override
  public String examples() {
    return """
        thalweg check                                    what there is to solve
        thalweg check exercises/ShallowNarrow.java
        thalweg check exercises/solutions/ShallowNarrow.java
        """;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    double limit = arguments.get(LIMIT);
    if (!(limit > 0 && limit <= 3600)) {
      throw new BadInputException("--limit: %s is out of range; it must be greater than 0 and at most 3600 seconds".formatted(limit));
    }
    Optional<Path> file = arguments.get(FILE);
    if (file.isEmpty()) {
      Assessment.exercises().forEach(terminal::print);
      terminal.print("Fill in the gaps in one of them, then run: thalweg check FILE");
      return 0;
    }
    Assessment assessment = new Examination(file.get(), Duration.ofMillis((long) (limit * 1000))).run();
    assessment.lines().forEach(terminal::print);
    return assessment.passed() ? 0 : CommandLineTool.FAILED;
  }
}
