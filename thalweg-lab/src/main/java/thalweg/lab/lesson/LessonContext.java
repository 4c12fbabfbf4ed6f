package thalweg.lab.lesson;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;

/// What a lesson is given to run: its parameters, perhaps data, and a place to print to.
///
/// What is printed goes to the console at once, in the reader's language, and is remembered for the report, which
/// shows it in every language.
public final class LessonContext {
  private final Map<String, Object> values;
  private final Map<String, String> given;
  private final Optional<Points> data;
  private final Language language;
  private final Consumer<String> console;
  private final Set<String> read = new HashSet<>();
  private final Transcript transcript = new Transcript();
  private final Lesson lesson;

  /// @param given    the parameters that were set, as typed
  /// @param language of what is printed
  /// @param console  is told each line
  /// @throws BadInputException for a parameter that the lesson does not have or that is out of range
  public LessonContext(
      Lesson lesson,
      Map<String, String> given,
      Optional<Points> data,
      Language language,
      Consumer<String> console) {
    this.lesson = lesson;
    this.given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    this.values = Parameters.parse(lesson, given);
    this.data = data;
    this.language = language;
    this.console = console;
  }

  /// A context with all defaults that prints nowhere: for tests and other programs.
  public static LessonContext quiet(Lesson lesson) {
    return new LessonContext(lesson, Map.of(), Optional.empty(), Language.EN, _ -> {});
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

  /// Refuses parameters that were set and have no effect.
  ///
  /// @param ignored those without one
  /// @throws BadInputException naming the first, and the settings with which it has one
  public void refuse(Set<String> ignored) {
    given.keySet().stream().filter(ignored::contains).findFirst().ifPresent(name -> {
      Parameter parameter =
          lesson.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
      String use = parameter.use().in(Language.EN);
      throw new BadInputException(
          "parameter %s has no effect here; %s"
              .formatted(name, use.isEmpty() ? "leave it out" : "it is only used " + use));
    });
  }

  /// The parameters that were never asked for.
  public Set<String> unread() {
    var unread = new HashSet<>(values.keySet());
    unread.removeAll(read);
    return unread;
  }

  /// Begins a section.
  public void heading(Text heading) {
    console.accept("\n" + Transcript.underlined(heading.in(language)));
    transcript.heading(heading);
  }

  /// Prints a line, or several.
  public void print(Text text) {
    console.accept(text.in(language));
    transcript.add(text);
  }

  /// Prints a line, or several, that are the same in all languages.
  public void print(String text) {
    print(Text.of(text));
  }

  /// Prints a text behind its head; where they are too long for a line, it goes on below itself.
  public void print(String head, Text text) {
    print(spoken -> Width.hanging(head, text.in(spoken)));
  }

  /// All that was printed so far.
  public Transcript transcript() {
    return transcript;
  }

  private <T> T value(String name, Class<T> type) {
    require(name);
    read.add(name);
    return type.cast(values.get(name));
  }

  private void require(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException(
          "lesson %s declares no parameter %s".formatted(lesson.name(), name));
    }
  }
}
