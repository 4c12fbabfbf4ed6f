package thalweg.lab.compare;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.significant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.lab.files.ResultJson;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Training;
import thalweg.lab.lesson.Width;
import thalweg.lab.verdict.Course;
import thalweg.trace.Trace;

/// Trainings of a lesson that differ in some settings.
///
/// @param trainings each named by the settings it differs in
public record SideBySide(Lesson lesson, List<Training> trainings) {
  private static final List<Text> HEADER =
      Stream.of("run", "first", "lowest", "last", "verdict", "weights").map(name -> text("compare." + name)).toList();

  public SideBySide {
    trainings = List.copyOf(trainings);
  }

  /// Trains once for each combination.
  ///
  /// @param context makes the context of a combination
  public static SideBySide of(
      Lesson lesson, Alternatives alternatives, Function<Map<String, String>, LessonContext> context) {
    // all contexts first, so that mistakes are found before anything runs
    var contexts = new LinkedHashMap<String, LessonContext>();
    alternatives.combinations().forEach(each -> contexts.put(label(each), context.apply(each)));
    var trainings = new ArrayList<Training>();
    contexts.forEach(
        (label, own) -> {
          Training training = lesson.train(own);
          if (training.trace().steps().isEmpty()) {
            throw new BadInputException("%s: no steps to compare".formatted(label));
          }
          own.refuse(own.unread());
          trainings.add(training.named(label));
        });
    return new SideBySide(lesson, trainings);
  }

  private static String label(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(" "));
  }

  /// The trainings as [Trace]s.
  List<Trace> traces() {
    return trainings.stream().map(Training::trace).toList();
  }

  static List<String> header(Language language) {
    return Text.in(language, HEADER);
  }

  /// A row a training, as text.
  List<List<String>> rows(Language language) {
    return trainings.stream().map(training -> row(training, language)).toList();
  }

  private static List<String> row(Training training, Language language) {
    Course course = training.course();
    return List.of(
        training.trace().name(),
        number(course.first()),
        number(lowest(course)),
        number(course.last()),
        training.verdict().word().in(language),
        weights(course.result()));
  }

  private static double lowest(Course course) {
    return course.losses().stream().filter(loss -> !loss.isNaN()).min(Double::compare).orElse(Double.NaN);
  }

  private static String weights(List<Double> weights) {
    String first =
        weights.stream().limit(4).map(SideBySide::number).collect(Collectors.joining(", "));
    return weights.size() > 4 ? first + ", …" : first;
  }

  private static String number(double value) {
    return Math.abs(value) < 1e6 ? fixed(value, 4) : significant(value, 4);
  }

  /// For a terminal: the columns aligned, then why each verdict was given.
  public List<String> lines(Language language) {
    var table = new ArrayList<List<String>>();
    table.add(header(language));
    table.addAll(rows(language));
    int[] widths = new int[HEADER.size()];
    for (List<String> row : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Width.of(row.get(i)));
      }
    }
    var lines = new ArrayList<String>();
    table.forEach(row -> lines.add(aligned(row, widths)));
    lines.add("");
    for (Training training : trainings) {
      lines.add(training.trace().name() + ": " + training.verdict().line().in(language));
    }
    same().ifPresent(text -> lines.add(text.in(language)));
    return lines;
  }

  /// Losses right, words left.
  private static String aligned(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - Width.of(row.get(i)));
      boolean right = i >= 1 && i <= 3;
      line.append(right ? pad + row.get(i) : row.get(i) + pad).append("  ");
    }
    return line.toString().stripTrailing();
  }

  /// What to say if nothing differs.
  Optional<Text> same() {
    Trace first = traces().getFirst();
    boolean all = traces().stream().allMatch(trace -> trace.steps().equals(first.steps()));
    return all
        ? Optional.of(text("compare.same", "lesson", lesson.name()))
        : Optional.empty();
  }

  /// All numbers: `{"lesson", "runs", "values": {"table": […]}}`, as `thalweg run --json` writes them.
  public String json() {
    List<Map<String, Object>> table =
        trainings.stream()
            .map(
                training -> {
                  Course course = training.course();
                  var row = new LinkedHashMap<String, Object>();
                  row.put("run", training.trace().name());
                  row.put("first", course.first());
                  row.put("lowest", lowest(course));
                  row.put("last", course.last());
                  row.put("verdict", training.verdict().kind().name().toLowerCase(Locale.ROOT));
                  row.put("explanation", training.verdict().why().in(Language.EN));
                  row.put("weights", training.trace().result());
                  return (Map<String, Object>) row;
                })
            .toList();
    return ResultJson.one(lesson.name(), LessonResult.of(traces(), Map.of("table", table)));
  }
}
