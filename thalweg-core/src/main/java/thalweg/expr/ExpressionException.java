package thalweg.expr;

/// A formula that does not parse. The message repeats it, or of a long one what surrounds the place, with a caret.
public final class ExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// How many characters are shown on either side.
  private static final int AROUND = 40;

  private final int position;

  ExpressionException(String source, int position, String problem) {
    super(problem + "\n" + shown(source, position));
    this.position = position;
  }

  private static String shown(String source, int position) {
    int from = Math.max(0, Math.min(position - AROUND, source.length() - 2 * AROUND));
    int to = Math.min(source.length(), from + 2 * AROUND);
    String before = from > 0 ? "…" : "";
    String after = to < source.length() ? "…" : "";
    return "  " + before + source.substring(from, to) + after + "\n  "
        + " ".repeat(before.length() + position - from) + "^";
  }

  /// Where, counted from 0.
  public int position() {
    return position;
  }
}
