package thalweg.lab.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.lesson.Parameter;

@Command(
    description = "List the lessons, what can be changed in them, and their figures.",
    footer = {"", "Examples:", "  thalweg lessons", "  thalweg lessons line"})
final class LessonsCommand implements Runnable {
  private static final int WIDTH = 96;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "LESSON", description = "Only this one.")
  private String name;

  @Override
  public void run() {
    if (name != null) {
      print(Lessons.named(name));
      return;
    }
    Lessons.all().forEach(this::print);
    out().println("Run one with 'thalweg run LESSON', all with 'thalweg run all'.");
  }

  private void print(Lesson lesson) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    out().println(ansi.string("@|bold " + lesson.name() + "|@") + "  " + lesson.title());
    wrap(lesson.summary(), "  ");
    int width = lesson.parameters().stream().mapToInt(p -> setting(p).length()).max().orElse(0);
    for (Parameter parameter : lesson.parameters()) {
      String head = "    " + setting(parameter) + " ".repeat(width - setting(parameter).length() + 1);
      String text = "%s: %s".formatted(parameter.description(), parameter.kind().range());
      wrap(text, head, " ".repeat(head.length()));
    }
    if (!lesson.figures().isEmpty()) {
      wrap("Figures: %s.".formatted(String.join(", ", lesson.figures())), "    ");
    }
    if (lesson.acceptsData()) {
      wrap("Trains on your own points with --data FILE.", "    ");
    }
    out().println();
  }

  private static String setting(Parameter parameter) {
    return parameter.name() + "=" + parameter.defaultValue();
  }

  private void wrap(String text, String indent) {
    wrap(text, indent, indent);
  }

  private void wrap(String text, String first, String indent) {
    var line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split("\\s+")) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out().println(line);
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out().println(line);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
