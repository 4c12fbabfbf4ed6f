package thalweg.lab.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.trace.Trace;

/// What a lesson gives back.
///
/// @param runs     the trainings, in the order in which they were made
/// @param found    other results by name: numbers, booleans, strings and lists and maps of these; asked for only when
///                 they are written
/// @param page     makes the page of the report in a language; asked for only when a report is written
/// @param figures  the figures, each made when it is asked for
/// @param failures what should have held but did not, one sentence each; usually none
public record LessonResult(
    List<Trace> runs,
    Supplier<Map<String, Object>> found,
    Optional<Function<Language, Page>> page,
    List<LessonFigure> figures,
    List<String> failures) {
  public LessonResult {
    runs = List.copyOf(runs);
    figures = List.copyOf(figures);
    failures = List.copyOf(failures);
  }

  /// Other results by name.
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(found.get()));
  }

  /// A result without a page.
  public static LessonResult of(List<Trace> runs, Map<String, Object> values) {
    return new LessonResult(runs, () -> values, Optional.empty(), List.of(), List.of());
  }

  /// A result with a page and figures.
  public static LessonResult of(
      List<Trace> runs,
      Supplier<Map<String, Object>> found,
      Function<Language, Page> page,
      List<LessonFigure> figures) {
    return new LessonResult(runs, found, Optional.of(page), figures, List.of());
  }
}
