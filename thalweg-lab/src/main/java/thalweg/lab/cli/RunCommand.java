package thalweg.lab.cli;

import java.util.List;

final class RunCommand implements Command {
  private static final Operand<String> LESSON =
      Operand.required("LESSON", "A lesson, or 'all'; 'thalweg lessons' lists them.");

  @Override
  public String summary() {
    return "Run a lesson: print its results, and write its page to a report and its figures to files.";
  }

  @Override
  public List<Operand<?>> operands() {
    return List.of(LESSON);
  }

  @Override
  public List<Option<?>> options() {
    return Option.join(TrainingOptions.ALL, FigureOptions.ALL);
  }

  @Override
  public String examples() {
    return """
        thalweg run line
        thalweg run line --set alpha=0.0085 start=-5,10 --out /tmp/report --open
        thalweg run line --data points.csv             columns x and y, or the first two
        thalweg run line --data points.csv:height,3    a column by name, another by position
        thalweg run line --figures pictures --format png,gif --dpi 200
        thalweg run line --figures . --only surface --format pdf --no-report
        thalweg run shallow --style xkcd --open
        thalweg run all --json results.json --no-report
        """;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var options = new TrainingOptions(arguments);
    return new LessonRun(arguments.get(LESSON), options, new FigureOptions(arguments), terminal).run();
  }
}
