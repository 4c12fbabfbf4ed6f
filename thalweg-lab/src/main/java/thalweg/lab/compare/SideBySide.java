package thalweg.lab.compare;

import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.significant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import thalweg.lab.files.ResultJson;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Training;
import thalweg.trace.Trace;

/// Trainings of a lesson that differ in some settings.
///
/// @param trainings each named by the settings it differs in
public record SideBySide(Lesson lesson, List<Training> trainings) {
  private static final List<String> HEADER = List.of("run", "first loss", "lowest", "last", "verdict", "weights");

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
          trainings.add(new Training(renamed(training.trace(), label), training.verdict(), training.explanation()));
        });
    return new SideBySide(lesson, trainings);
  }

  private static String label(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(" "));
  }

  private static Trace renamed(Trace trace, String name) {
    return new Trace(name, trace.parameters(), trace.steps(), trace.result());
  }

  /// The trainings as [Trace]s.
  List<Trace> traces() {
    return trainings.stream().map(Training::trace).toList();
  }

  static List<String> header() {
    return HEADER;
  }

  /// A row a training, as text.
  List<List<String>> rows() {
    return trainings.stream().map(SideBySide::row).toList();
  }

  private static List<String> row(Training training) {
    List<Double> losses = training.trace().losses();
    return List.of(
        training.trace().name(),
        number(losses.getFirst()),
        number(lowest(losses)),
        number(losses.getLast()),
        training.verdict(),
        weights(training.trace().result()));
  }

  private static double lowest(List<Double> losses) {
    return losses.stream().filter(loss -> !loss.isNaN()).min(Double::compare).orElse(Double.NaN);
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
  public List<String> lines() {
    var table = new ArrayList<List<String>>();
    table.add(HEADER);
    table.addAll(rows());
    int[] widths = new int[HEADER.size()];
    for (List<String> row : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    var lines = new ArrayList<String>();
    table.forEach(row -> lines.add(aligned(row, widths)));
    lines.add("");
    for (Training training : trainings) {
      if (!training.explanation().isEmpty()) {
        lines.add("%s: %s, %s".formatted(training.trace().name(), training.verdict(), training.explanation()));
      }
    }
    same().ifPresent(lines::add);
    return lines;
  }

  /// Losses right, words left.
  private static String aligned(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      boolean right = i >= 1 && i <= 3;
      line.append(right ? pad + row.get(i) : row.get(i) + pad).append("  ");
    }
    return line.toString().stripTrailing();
  }

  /// What to say if nothing differs.
  Optional<String> same() {
    Trace first = traces().getFirst();
    boolean all = traces().stream().allMatch(trace -> trace.steps().equals(first.steps()));
    return all
        ? Optional.of(
                "All are the same: what was compared does not matter to this training. 'thalweg lessons %s' says what each parameter does."
                    .formatted(lesson.name()))
        : Optional.empty();
  }

  /// All numbers: `{"lesson", "runs", "values": {"table": […]}}`, as `thalweg run --json` writes them.
  public String json() {
    List<Map<String, Object>> table =
        trainings.stream()
            .map(
                training -> {
                  List<Double> losses = training.trace().losses();
                  var row = new LinkedHashMap<String, Object>();
                  row.put("run", training.trace().name());
                  row.put("first", losses.getFirst());
                  row.put("lowest", lowest(losses));
                  row.put("last", losses.getLast());
                  row.put("verdict", training.verdict());
                  row.put("explanation", training.explanation());
                  row.put("weights", training.trace().result());
                  return (Map<String, Object>) row;
                })
            .toList();
    return ResultJson.one(lesson.name(), LessonResult.of(traces(), Map.of("table", table)));
  }
}
