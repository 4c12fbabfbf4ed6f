package thalweg.lab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.figures.Showing;
import thalweg.lab.files.FigureFiles;
import thalweg.lab.files.Report;
import thalweg.lab.files.ResultJson;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.lesson.Points;

@Command(
    description = "Run a lesson: print what it shows, write its page into a report and its figures as files.",
    footer = {
      "",
      "Examples:",
      "  thalweg run line",
      "  thalweg run line --set alpha=0.0085 start=-5,10 --out /tmp/report --open",
      "  thalweg run line --data points.csv             columns x and y, or the first two",
      "  thalweg run line --data points.csv:height,3    a column by name, another by position",
      "  thalweg run line --figures pictures --format png,gif --dpi 200",
      "  thalweg run line --figures . --only surface --format pdf --no-report",
      "  thalweg run shallow --style xkcd --open",
      "  thalweg run all --json results.json --no-report"
    })
final class RunCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "LESSON",
      description = "Its name, or 'all'; 'thalweg lessons' lists them.")
  private String name;

  @Mixin private TrainingOptions options;

  @Mixin private FigureOptions figures;

  /// Everything that can be wrong is found before anything runs or is written.
  @Override
  public Integer call() {
    List<Lesson> lessons = name.equals(ALL) ? Lessons.all() : List.of(lesson());
    Optional<Points> points = options.points();
    if (points.isPresent() && lessons.stream().noneMatch(Lesson::acceptsData)) {
      throw new BadInputException("lesson %s makes its own data; leave --data out".formatted(name));
    }
    Map<String, String> given = Settings.parse(options.settings());
    Map<Lesson, LessonContext> contexts = contexts(lessons, given, points);
    Report report = options.report();
    options.prepare();
    Set<String> names = new LinkedHashSet<>();
    lessons.forEach(lesson -> names.addAll(lesson.figures()));
    Optional<FigureFiles> files = figures.files(names);
    if (options.withReport()) {
      report.prepare(lessons);
    }
    return run(contexts, report, files);
  }

  private Lesson lesson() {
    try {
      return Lessons.named(name);
    } catch (BadInputException e) {
      throw new BadInputException(e.getMessage() + " ('thalweg lessons' lists them)");
    }
  }

  private Map<Lesson, LessonContext> contexts(
      List<Lesson> lessons, Map<String, String> given, Optional<Points> points) {
    var contexts = new LinkedHashMap<Lesson, LessonContext>();
    for (Lesson lesson : lessons) {
      Map<String, String> own = lessons.size() == 1 ? given : Settings.of(lesson, given, lessons);
      Optional<Points> itsPoints = lesson.acceptsData() ? points : Optional.empty();
      contexts.put(lesson, new LessonContext(lesson, own, itsPoints, this::print));
    }
    return contexts;
  }

  private int run(Map<Lesson, LessonContext> contexts, Report report, Optional<FigureFiles> files) {
    var results = new LinkedHashMap<String, LessonResult>();
    boolean failed = false;
    for (var entry : contexts.entrySet()) {
      Lesson lesson = entry.getKey();
      if (contexts.size() > 1) {
        print(bold("== " + lesson.name() + ": " + lesson.title()));
      }
      LessonResult result = lesson.run(entry.getValue());
      results.put(lesson.name(), result);
      result.failures().forEach(failure -> print(bold("FAILED ") + failure));
      failed |= !result.failures().isEmpty();
      files.map(all -> contexts.size() == 1 ? all : all.within(lesson.name()))
          .ifPresent(own -> own.write(result.figures(), FrameProgress::new)
              .forEach(file -> print("Figure: " + file)));
      if (options.withReport()) {
        result.page().ifPresent(page -> report.write(lesson, page.get().theme(figures.theme()).html()));
      }
    }
    writeJson(results);
    if (options.withReport()) {
      report.writeIndex();
      print("Report: " + (contexts.size() == 1 ? start(contexts, report) : report.index()));
    }
    if (options.open()) {
      Showing.open(start(contexts, report), this::print);
    }
    return failed ? CommandLineTool.FAILED : 0;
  }

  private static Path start(Map<Lesson, LessonContext> contexts, Report report) {
    Path page = report.page(contexts.keySet().iterator().next());
    return contexts.size() == 1 && page.toFile().exists() ? page : report.index();
  }

  private void writeJson(Map<String, LessonResult> results) {
    options.writeJson(
        () -> name.equals(ALL) ? ResultJson.all(results) : ResultJson.one(name, results.get(name)),
        this::print);
  }

  private String bold(String text) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    return ansi.string("@|bold " + text + "|@");
  }

  private void print(String text) {
    PrintWriter writer = spec.commandLine().getOut();
    writer.println(text);
    writer.flush();
  }
}
