package thalweg.lab.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.lab.doc.Emphasis;
import thalweg.lab.lesson.Width;

/// Where commands print to.
///
/// @param emphasised whether text may be set off there; asked only when there is something to set off
/// @param language   the reader's
record Terminal(PrintWriter out, PrintWriter err, BooleanSupplier emphasised, Language language) {
  /// How wide paragraphs may be.
  private static final int WIDTH = 96;

  /// Standard output and standard error.
  static Terminal system() {
    return new Terminal(
        new PrintWriter(System.out, true), new PrintWriter(System.err, true), () -> isWatched() && wantsEmphasis(),
        Language.EN);
  }

  /// Texts without escape sequences.
  static Terminal plain(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, () -> false, Language.EN);
  }

  /// The same for a reader of another language.
  Terminal in(Language other) {
    return new Terminal(out, err, emphasised, other);
  }

  /// Whether somebody is looking: neither what is read nor what is written goes through a pipe or file.
  static boolean isWatched() {
    return System.console() != null && System.console().isTerminal();
  }

  private static boolean wantsEmphasis() {
    String kind = System.getenv("TERM");
    String plain = System.getenv("NO_COLOR");
    return kind != null && !kind.equals("dumb") && (plain == null || plain.isEmpty());
  }

  Emphasis emphasis() {
    return new Emphasis(emphasised.getAsBoolean());
  }

  /// A line, at once.
  void print(String line) {
    out.println(line);
    out.flush();
  }

  /// A line in the reader's language, at once.
  void print(Text line) {
    print(line.in(language));
  }

  /// A paragraph beside its head, or below it where the head is too long.
  ///
  /// @param indent how far the paragraph is indented
  void print(String head, int indent, String text) {
    String before = head + " ".repeat(Math.max(0, indent - Emphasis.width(head)));
    if (Emphasis.width(head) > indent) {
      print(head);
      before = " ".repeat(indent);
    }
    for (String line : lines(text, WIDTH - indent)) {
      print(before + line);
      before = " ".repeat(indent);
    }
  }

  private static List<String> lines(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split("\\s+")) {
      if (!line.isEmpty() && Width.of(line.toString()) + 1 + Width.of(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
