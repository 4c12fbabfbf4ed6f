package thalweg.lab.cli;

import static thalweg.lab.text.Messages.text;

import java.util.List;
import java.util.Optional;
import thalweg.figures.text.Text;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;

final class LessonsCommand implements Command {
  private static final Operand<Optional<String>> LESSON =
      Operand.optional("LESSON", Type.TEXT, "Show only this lesson.");

  @Override
  public String summary() {
    return "List the lessons with their parameters and figures.";
  }

  @Override
  public List<Operand<?>> operands() {
    return List.of(LESSON);
  }

  @Override
  public String examples() {
    return """
        thalweg lessons
        thalweg lessons line
        """;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    Optional<Lesson> only = arguments.get(LESSON).map(Lessons::named);
    if (only.isPresent()) {
      print(only.get(), terminal);
    } else {
      Lessons.all().forEach(lesson -> print(lesson, terminal));
      terminal.print(text("lessons.run"));
    }
    return 0;
  }

  private static void print(Lesson lesson, Terminal terminal) {
    terminal.print(terminal.emphasis().bold(lesson.name()) + "  " + lesson.title().in(terminal.language()));
    terminal.print("", 2, lesson.summary().in(terminal.language()));
    int width = lesson.parameters().stream().mapToInt(p -> setting(p).length()).max().orElse(0);
    for (Parameter parameter : lesson.parameters()) {
      Text meaning = parameter.description().then(": ").then(range(parameter.kind()));
      terminal.print("    " + setting(parameter), 4 + width + 1, meaning.in(terminal.language()));
    }
    if (!lesson.figures().isEmpty()) {
      Text figures = text("lessons.figures", "figures", String.join(", ", lesson.figures()));
      terminal.print("", 4, figures.in(terminal.language()));
    }
    if (lesson.acceptsData()) {
      terminal.print("", 4, text("lessons.data").in(terminal.language()));
    }
    terminal.print("");
  }

  /// Which values a parameter takes.
  private static Text range(Parameter.Kind kind) {
    return switch (kind) {
      case Parameter.Kind.Real(Range allowed) -> number(allowed);
      case Parameter.Kind.Whole(long low, long high) ->
          text("lessons.range.whole", "low", low, "high", high);
      case Parameter.Kind.Seed _ -> text("lessons.range.seed");
      case Parameter.Kind.Reals(int length, _) -> text("lessons.range.list", "count", length);
      case Parameter.Kind.Choice(List<String> words) ->
          text("lessons.range.choice", "words", String.join(", ", words));
    };
  }

  private static Text number(Range allowed) {
    if (allowed.equals(Range.ANY)) {
      return text("lessons.range.any");
    }
    return allowed.equals(Range.POSITIVE)
        ? text("lessons.range.positive")
        : allowed.equals(Range.NOT_NEGATIVE) ? text("lessons.range.notNegative") : Text.of(allowed.toString());
  }

  private static String setting(Parameter parameter) {
    return parameter.name() + "=" + parameter.defaultValue();
  }
}
