package thalweg.lab.cli;

import java.util.List;
import java.util.Optional;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.lesson.Parameter;

final class LessonsCommand implements Command {
  private static final Operand<Optional<String>> LESSON =
      Operand.optional("LESSON", Type.TEXT, "Only this one.");

  @Override
  public String summary() {
    return "List the lessons, what can be changed in them, and their figures.";
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
      terminal.print("Run one with 'thalweg run LESSON', all with 'thalweg run all'.");
    }
    return 0;
  }

  private static void print(Lesson lesson, Terminal terminal) {
    terminal.print(terminal.emphasis().bold(lesson.name()) + "  " + lesson.title().in(terminal.language()));
    terminal.print("", 2, lesson.summary().in(terminal.language()));
    int width = lesson.parameters().stream().mapToInt(p -> setting(p).length()).max().orElse(0);
    for (Parameter parameter : lesson.parameters()) {
      String text = "%s: %s".formatted(parameter.description().in(terminal.language()), parameter.kind().range());
      terminal.print("    " + setting(parameter), 4 + width + 1, text);
    }
    if (!lesson.figures().isEmpty()) {
      terminal.print("", 4, "Figures: %s.".formatted(String.join(", ", lesson.figures())));
    }
    if (lesson.acceptsData()) {
      terminal.print("", 4, "Trains on your own points with --data FILE.");
    }
    terminal.print("");
  }

  private static String setting(Parameter parameter) {
    return parameter.name() + "=" + parameter.defaultValue();
  }
}
