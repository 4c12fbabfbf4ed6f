package thalweg.figures;

/// How a line is drawn, matplotlib's `linestyle`.
public enum Stroke {
  /// One line without gaps.
  SOLID,
  /// Dashes.
  DASHED(3.7, 1.6),
  /// Dashes and dots in turn.
  DASHDOT(6.4, 1.6, 1, 1.6),
  /// Dots.
  DOTTED(1, 1.65),
  /// No line, only the markers on it.
  NONE;

  private final Values dashes;

  Stroke(double... dashes) {
    this.dashes = Values.of(dashes);
  }

  /// How long the line is drawn and left out in turn, in widths of the line; empty for a whole line.
  public Values dashes() {
    return dashes;
  }
}
