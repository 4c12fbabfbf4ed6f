package thalweg.lab.doc;

import java.util.regex.Pattern;
import thalweg.lab.lesson.Width;

/// How a terminal sets text off, or leaves it plain where there is none.
///
/// @param on whether escape sequences may be written
public record Emphasis(boolean on) {
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;]*m");

  public String bold(String text) {
    return on ? "\u001b[1m" + text + "\u001b[22m" : text;
  }

  String underlined(String text) {
    return on ? "\u001b[4m" + text + "\u001b[24m" : text;
  }

  public String red(String text) {
    return on ? "\u001b[31m" + text + "\u001b[39m" : text;
  }

  public String yellow(String text) {
    return on ? "\u001b[33m" + text + "\u001b[39m" : text;
  }

  /// How many columns a text takes.
  public static int width(String text) {
    String shown = SEQUENCE.matcher(text).replaceAll("");
    return Width.of(shown);
  }
}
