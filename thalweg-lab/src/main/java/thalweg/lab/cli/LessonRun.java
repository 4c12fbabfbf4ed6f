package thalweg.lab.cli;

import static thalweg.lab.text.Messages.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/// What `thalweg run` does.
///
/// @param name of a lesson, or `all`
record LessonRun(String name, TrainingOptions options, FigureOptions figures, Terminal terminal) {
  private static final String ALL = "all";

  /// Everything that can be wrong is found before anything runs or is written.
  int run() {
    List<Lesson> lessons = name.equals(ALL) ? Lessons.all() : List.of(lesson());
    Optional<Points> points = options.points();
    if (points.isPresent() && lessons.stream().noneMatch(Lesson::acceptsData)) {
      throw new BadInputException("lesson %s makes its own data; leave --data out".formatted(name));
    }
    Map<String, String> given = options.settings();
    Map<Lesson, LessonContext> contexts = contexts(lessons, given, points);
    Report report = options.report(terminal.language());
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
      var context = new LessonContext(lesson, own, itsPoints, terminal.language(), terminal::print);
      context.refuse(lesson.ignored(context));
      contexts.put(lesson, context);
    }
    return contexts;
  }

  private int run(Map<Lesson, LessonContext> contexts, Report report, Optional<FigureFiles> files) {
    var results = new LinkedHashMap<String, LessonResult>();
    boolean failed = false;
    for (var entry : contexts.entrySet()) {
      Lesson lesson = entry.getKey();
      if (contexts.size() > 1) {
        terminal.print(terminal.emphasis().bold("== " + lesson.name() + ": " + lesson.title().in(terminal.language())));
      }
      LessonResult result = lesson.run(entry.getValue());
      results.put(lesson.name(), result);
      result.failures().forEach(failure -> terminal.print(terminal.emphasis().bold("FAILED ") + failure));
      failed |= !result.failures().isEmpty();
      files.map(all -> contexts.size() == 1 ? all : all.within(lesson.name()))
          .ifPresent(own -> own.write(result.figures(), terminal.language(), FrameProgress::new)
              .forEach(file -> terminal.print(text("common.written.figure", "file", file))));
      if (options.withReport()) {
        result.page().ifPresent(page -> report.write(lesson, page, figures.theme()));
      }
    }
    writeJson(results);
    if (options.withReport()) {
      report.writeIndex();
      Path first = contexts.size() == 1 ? start(contexts, report) : report.index();
      terminal.print(text("common.written.report", "file", first));
    }
    if (options.open()) {
      Showing.open(start(contexts, report), terminal::print);
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
        terminal::print);
  }
}
