package thalweg.lab.lesson;

/// How many columns of a terminal a text takes: Korean and Chinese letters take two.
public final class Width {
  /// How wide lines may be.
  private static final int LINE = 100;

  private Width() {}

  /// The columns of `text`.
  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  /// `text` and as many spaces as it needs to be `width` wide.
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /// `text` behind `head`, in lines of at most 100 columns; all but the first are indented as wide as the head.
  public static String hanging(String head, String text) {
    var lines = new StringBuilder(head);
    int column = of(head);
    int indent = column;
    for (String piece : text.split("(?<= )|(?<=[，。；：])")) {
      int width = of(piece.stripTrailing());
      if (column > indent && column + width > LINE) {
        lines.setLength(lines.toString().stripTrailing().length());
        lines.append('\n').append(" ".repeat(indent));
        column = indent;
      }
      lines.append(piece);
      column += of(piece);
    }
    return lines.toString();
  }

  /// After Unicode's East Asian Width: letters that are wide or fullwidth, and marks that take no place.
  private static int of(int c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE4F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1FAFF
            || c >= 0x20000 && c <= 0x3FFFD;
    return wide ? 2 : 1;
  }
}
