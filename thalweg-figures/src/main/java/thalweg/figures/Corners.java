package thalweg.figures;

/// The corners of a line of steps.
final class Corners {

  private Corners() {}

  static Mark.Line of(Mark.Line line) {
    return switch (line.style().steps()) {
      case NONE -> line;
      case PRE -> stepped(line, (a, _) -> a);
      case POST -> stepped(line, (_, b) -> b);
      case MID -> stepped(line, (a, b) -> a / 2 + b / 2);
    };
  }

  /// The place of the riser between two points.
  private interface Riser {
    double between(double a, double b);
  }

  private static Mark.Line stepped(Mark.Line line, Riser riser) {
    int n = line.x().size();
    if (n == 0) {
      return line;
    }
    var x = new double[3 * n];
    var y = new double[3 * n];
    int at = 0;
    for (int i = 0; i < n; i++) {
      if (i > 0) {
        double rise = riser.between(line.x().get(i - 1), line.x().get(i));
        x[at] = rise;
        y[at++] = line.y().get(i - 1);
        x[at] = rise;
        y[at++] = line.y().get(i);
      }
      x[at] = line.x().get(i);
      y[at++] = line.y().get(i);
    }
    return new Mark.Line(Values.of(x).first(at), Values.of(y).first(at), line.style().ofOnePoint());
  }
}
