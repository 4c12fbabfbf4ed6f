package thalweg.lab.text;

/// Text of a user's, such as a header, a field or a file's name, made fit to be shown: nothing in it can move the cursor,
/// colour the terminal or turn the direction of writing.
public final class Printable {
  private static final int MOST = 60;

  private Printable() {}

  /// The text with control and direction characters as escapes, such as `\\x1b`; line ends and tabs as well.
  public static String of(String text) {
    return escaped(text, false);
  }

  /// The same for a message of several lines: line ends and tabs stay.
  public static String message(String text) {
    return escaped(text, true);
  }

  /// The same, and cut where it is long, with its length.
  public static String brief(String text) {
    return text.length() <= MOST
        ? of(text)
        : of(text.substring(0, MOST)) + "… (%,d characters)".formatted(text.length());
  }

  private static String escaped(String text, boolean lines) {
    if (text.chars().noneMatch(c -> isHidden((char) c))) {
      return text;
    }
    var shown = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (!isHidden(c) || lines && (c == '\n' || c == '\t')) {
        shown.append(c);
      } else {
        shown.append(c < 0x100 ? "\\x%02x".formatted((int) c) : "\\u%04x".formatted((int) c));
      }
    }
    return shown.toString();
  }

  private static boolean isHidden(char c) {
    return Character.isISOControl(c)
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c';
  }
}
