package thalweg.lab.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What a lesson is given to run: its parameters, perhaps data, and a place to print to.
///
/// What is printed goes to the console at once and is remembered for the report.
public final class LessonContext {
  private final Lesson lesson;
  private final Map<String, Object> values;
  private final Map<String, String> given;
  private final Optional<Points> data;
  private final Consumer<String> console;
  private final StringBuilder printed = new StringBuilder();

  /// @param given   the parameters that were set, as typed
  /// @param console is told each line
  /// @throws BadInputException for a parameter that the lesson does not have or that is out of range
  public LessonContext(
      Lesson lesson,
      Map<String, String> given,
      Optional<Points> data,
      Consumer<String> console) {
    this.lesson = lesson;
    this.given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    this.values = Parameters.parse(lesson, given);
    this.data = data;
    this.console = console;
  }

  /// A context with all defaults that prints nowhere: for tests and other programs.
  public static LessonContext quiet(Lesson lesson) {
    return new LessonContext(lesson, Map.of(), Optional.empty(), _ -> {});
  }

  /// The value of a real parameter.
  public double real(String name) {
    return value(name, Double.class);
  }

  /// The value of a whole-number parameter, which must fit an `int` by its range.
  public int integer(String name) {
    return Math.toIntExact(value(name, Long.class));
  }

  /// The value of a seed.
  public long seed(String name) {
    return value(name, Long.class);
  }

  /// The values of a list parameter.
  public double[] reals(String name) {
    List<?> values = value(name, List.class);
    return values.stream().mapToDouble(Double.class::cast).toArray();
  }

  /// The chosen word.
  public String choice(String name) {
    return value(name, String.class);
  }

  /// True if the user set this parameter, even to its default.
  public boolean isGiven(String name) {
    require(name);
    return given.containsKey(name);
  }

  /// The points of the user's file, for a lesson that [accepts][Lesson#acceptsData] them.
  public Optional<Points> data() {
    return data;
  }

  /// All parameters with their values, in the lesson's order: for a report.
  public Map<String, Object> values() {
    return values;
  }

  /// Prints a line, or several.
  public void print(String text) {
    console.accept(text);
    printed.append(text).append('\n');
  }

  /// Prints a line made by [String#formatted].
  public void print(String format, Object... arguments) {
    print(format.formatted(arguments));
  }

  /// All that was printed so far.
  public String printed() {
    return printed.toString();
  }

  private <T> T value(String name, Class<T> type) {
    require(name);
    return type.cast(values.get(name));
  }

  private void require(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException(
          "lesson %s declares no parameter %s".formatted(lesson.name(), name));
    }
  }
}
