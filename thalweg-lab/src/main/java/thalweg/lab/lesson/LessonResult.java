package thalweg.lab.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import thalweg.trace.Trace;

/// What a lesson gives back.
///
/// @param runs     the trainings, in the order in which they were made
/// @param values   other results by name: numbers, booleans, strings and lists and maps of these
/// @param pageHtml makes the page of the report, a complete HTML document; asked for only when a
///                 report is written
/// @param failures what should have held but did not, one sentence each; usually none
public record LessonResult(
    List<Trace> runs,
    Map<String, Object> values,
    Optional<Supplier<String>> pageHtml,
    List<String> failures) {
  public LessonResult {
    runs = List.copyOf(runs);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    failures = List.copyOf(failures);
  }

  /// A result without a page.
  public static LessonResult of(List<Trace> runs, Map<String, Object> values) {
    return new LessonResult(runs, values, Optional.empty(), List.of());
  }

  /// A result with a page.
  public static LessonResult of(
      List<Trace> runs, Map<String, Object> values, Supplier<String> pageHtml) {
    return new LessonResult(runs, values, Optional.of(pageHtml), List.of());
  }
}
