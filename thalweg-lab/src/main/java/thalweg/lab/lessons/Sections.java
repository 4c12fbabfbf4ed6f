package thalweg.lab.lessons;

import java.util.List;
import java.util.regex.Pattern;
import thalweg.lab.lesson.LessonContext;

/// What a lesson prints comes in sections, each under an underlined heading; its page shows them one by one.
final class Sections {
  private static final Pattern HEADING = Pattern.compile("(?m)^(.+)\\n-{3,}\\n");

  private Sections() {}

  /// Prints an empty line and a heading underlined by hyphens.
  static void heading(LessonContext context, String text) {
    context.print("\n" + text + "\n" + "-".repeat(text.length()));
  }

  /// The sections without their headings; the first is what stands before any heading, perhaps empty.
  static List<String> of(String printed) {
    return HEADING.splitAsStream(printed).map(String::strip).toList();
  }
}
