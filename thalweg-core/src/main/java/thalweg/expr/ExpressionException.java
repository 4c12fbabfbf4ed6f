package thalweg.expr;

/// A formula that does not parse. The message repeats it with a caret under the place.
public final class ExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  ExpressionException(String source, int position, String problem) {
    super(problem + "\n  " + source + "\n  " + " ".repeat(position) + "^");
    this.position = position;
  }

  /// Where, counted from 0.
  public int position() {
    return position;
  }
}
