package thalweg.figures.draw;

import java.util.List;

/// How a line is drawn.
///
/// @param width in points
/// @param dashes lengths drawn and left out in turn, in points; empty for a solid line
/// @param end   how it ends
/// @param crisp whether a level or upright line is moved to whole pixels, where there are pixels
record Pen(Ink ink, double width, List<Double> dashes, End end, boolean crisp) {

  enum End {
    BUTT,
    ROUND,
    SQUARE
  }

  Pen {
    dashes = List.copyOf(dashes);
  }

  static Pen of(Ink ink, double width) {
    return new Pen(ink, width, List.of(), End.BUTT, false);
  }

  Pen asCrisp() {
    return new Pen(ink, width, dashes, end, true);
  }

  Pen ending(End end) {
    return new Pen(ink, width, dashes, end, crisp);
  }

  Pen whole() {
    return new Pen(ink, width, List.of(), end, crisp);
  }

  /// Lengths are in widths of the line, as matplotlib gives them.
  Pen dashed(List<Double> pattern) {
    return new Pen(ink, width, pattern.stream().map(length -> length * width).toList(), End.BUTT, crisp);
  }
}
