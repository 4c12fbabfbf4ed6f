package thalweg.lab.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.figures.Showing;
import thalweg.figures.html.Page;
import thalweg.lab.compare.Alternatives;
import thalweg.lab.compare.ComparisonPage;
import thalweg.lab.compare.SideBySide;
import thalweg.lab.files.FigureFiles;
import thalweg.lab.files.Report;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.lesson.Points;

@Command(
    description = "Train side by side with different settings: a table, and a page of curves.",
    footer = {
      "",
      "Several parameters give all combinations, at most 24.",
      "",
      "Examples:",
      "  thalweg compare line alpha=0.0001,0.001,0.0083,0.01",
      "  thalweg compare line optimizer=sgd,momentum,adam --set loss=mean lr=0.1",
      "  thalweg compare line loss=sum,mean n=100,1000",
      "  thalweg compare line alpha=0.001,0.0083 --figures pictures --format pdf",
      "  thalweg compare line 'start=-5,10;0,0' --open      ; between lists, in quotes"
    })
final class CompareCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "LESSON", description = "Its name; 'thalweg lessons' lists them.")
  private String name;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "NAME=VALUE,VALUE…",
      description = "The parameters to compare, and at which values.")
  private List<String> compared;

  @Mixin private TrainingOptions options;

  @Mixin private FigureOptions figures;

  /// Everything that can be wrong is found before anything runs or is written.
  @Override
  public void run() {
    Lesson lesson = Lessons.named(name);
    Alternatives alternatives = Alternatives.parse(lesson, compared);
    Map<String, String> fixed = Settings.parse(options.settings());
    for (String both : alternatives.values().keySet()) {
      if (fixed.containsKey(both)) {
        throw new BadInputException("parameter %s is compared; leave it out of --set".formatted(both));
      }
    }
    Optional<Points> points = options.points();
    if (points.isPresent() && !lesson.acceptsData()) {
      throw new BadInputException("lesson %s makes its own data; leave --data out".formatted(name));
    }
    options.prepare();
    Optional<FigureFiles> files = figures.files(ComparisonPage.FIGURES.names());
    Report report = options.report();
    if (options.withReport()) {
      report.prepareComparison(lesson);
    }
    SideBySide comparison =
        SideBySide.of(lesson, alternatives, own -> context(lesson, fixed, own, points));
    comparison.lines().forEach(this::print);
    var page = new ComparisonPage(comparison);
    files.ifPresent(own -> own.write(ComparisonPage.FIGURES.of(page), FrameProgress::new)
        .forEach(file -> print("Figure: " + file)));
    options.writeJson(comparison::json, this::print);
    if (options.withReport()) {
      show(lesson, page.page().theme(figures.theme()), report);
    }
  }

  private static LessonContext context(
      Lesson lesson, Map<String, String> fixed, Map<String, String> own, Optional<Points> points) {
    var all = new LinkedHashMap<>(fixed);
    all.putAll(own);
    return new LessonContext(lesson, all, points, _ -> {});
  }

  private void show(Lesson lesson, Page page, Report report) {
    Path file = report.writeComparison(lesson, page.html());
    report.writeIndex();
    print("Report: " + file);
    if (options.open()) {
      Showing.open(file, this::print);
    }
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }
}
