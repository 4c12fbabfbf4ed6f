package thalweg.lab.cli;

import static thalweg.lab.text.Messages.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.figures.Showing;
import thalweg.figures.text.Language;
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

final class CompareCommand implements Command {
  private static final Operand<String> LESSON =
      Operand.required("LESSON", "A lesson; 'thalweg lessons' lists them.");
  private static final Operand<List<String>> COMPARED =
      Operand.several("NAME=VALUE,VALUE", Type.TEXT, "The parameters to compare, with their values.");

  @Override
  public String summary() {
    return "Compare training runs with different settings: a table, and a page of curves.";
  }

  @Override
  public List<Operand<?>> operands() {
    return List.of(LESSON, COMPARED);
  }

  @Override
  public List<Option<?>> options() {
    return Option.join(TrainingOptions.ALL, FigureOptions.ALL);
  }

  @Override
  public String notes() {
    return "Several parameters are compared in all combinations, at most 24.";
  }

  @Override
  public String examples() {
    return """
        thalweg compare line alpha=0.0001,0.001,0.0083,0.01
        thalweg compare line optimizer=sgd,momentum,adam --set loss=mean lr=0.1
        thalweg compare line loss=sum,mean n=100,1000
        thalweg compare line alpha=0.001,0.0083 --figures pictures --format pdf
        thalweg compare line 'start=-5,10;0,0' --open      ; between lists, in quotes
        """;
  }

  /// Everything that can be wrong is found before anything runs or is written.
  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var options = new TrainingOptions(arguments);
    var figures = new FigureOptions(arguments);
    Lesson lesson = Lessons.named(arguments.get(LESSON));
    Alternatives alternatives = Alternatives.parse(lesson, arguments.get(COMPARED));
    Map<String, String> fixed = options.settings();
    for (String both : alternatives.values().keySet()) {
      if (fixed.containsKey(both)) {
        throw new BadInputException("parameter %s is already being compared; leave it out of --set".formatted(both));
      }
    }
    Optional<Points> points = options.points();
    if (points.isPresent() && !lesson.acceptsData()) {
      throw new BadInputException("lesson %s makes its own data; leave --data out".formatted(lesson.name()));
    }
    options.prepare();
    Optional<FigureFiles> files = figures.files(ComparisonPage.FIGURES.names());
    Report report = options.report(terminal.language());
    if (options.withReport()) {
      report.prepareComparison(lesson);
    }
    SideBySide comparison =
        SideBySide.of(lesson, alternatives, own -> context(lesson, fixed, own, points, terminal.language()));
    comparison.lines(terminal.language()).forEach(terminal::print);
    var page = new ComparisonPage(comparison);
    files.ifPresent(own -> own.write(ComparisonPage.FIGURES.of(page), terminal.language(), FrameProgress::new)
        .forEach(file -> terminal.print(text("common.written.figure", "file", file))));
    options.writeJson(comparison::json, terminal::print);
    if (options.withReport()) {
      Path file = report.writeComparison(lesson, page::page, figures.theme());
      report.writeIndex();
      terminal.print(text("common.written.report", "file", file));
      if (options.open()) {
        Showing.open(file, terminal::print);
      }
    }
    return 0;
  }

  private static LessonContext context(
      Lesson lesson, Map<String, String> fixed, Map<String, String> own, Optional<Points> points, Language language) {
    var all = new LinkedHashMap<>(fixed);
    all.putAll(own);
    return new LessonContext(lesson, all, points, language, _ -> {});
  }
}
