package thalweg.figures.draw;

import java.util.List;
import thalweg.figures.Color;
import thalweg.figures.Style;

/// What all figures of a theme share: colours, face, and the sizes of matplotlib's defaults, in points.
///
/// @param paper  behind the figure
/// @param panel  behind the data
/// @param ink    of text, frames and ticks
/// @param grid   of the lines on the walls of space
/// @param frame  the width of frames
/// @param tick   the length of ticks
/// @param tickWidth the width of ticks
/// @param thicker by how much lines are wider than their styles say
/// @param sketched whether lines are drawn as by hand
record Look(Color paper, Color panel, Color ink, Color grid, Face face, double fontSize, double frame,
    double tick, double tickWidth, double thicker, boolean sketched) {

  private static final Color WHITE = new Color(0xffffff);
  private static final Color BLACK = new Color(0x000000);

  static final Look DEFAULT =
      new Look(WHITE, WHITE, BLACK, new Color(0xb0b0b0), Face.REGULAR, 10, 0.8, 3.5, 0.8, 1, false);

  static final Look XKCD = new Look(WHITE, WHITE, BLACK, WHITE, Face.HAND, 14, 1.5, 8, 3, 4 / 3.0, true);

  Lettering label(String text) {
    return Lettering.of(text, fontSize, face);
  }

  /// Titles are this much larger, as in matplotlib.
  Lettering title(String text) {
    return Lettering.of(text, fontSize * 1.2, face);
  }

  Ink text() {
    return Ink.of(ink);
  }

  /// The pen of a mark's line. A solid line ends beyond its last point by half its width, as matplotlib's.
  Pen pen(Style style) {
    var pen = Pen.of(new Ink(style.color().orElse(Color.C0), style.alpha()), style.width() * thicker);
    return switch (style.stroke()) {
      case SOLID -> pen.ending(Pen.End.SQUARE);
      case DASHED -> pen.dashed(List.of(3.7, 1.6));
    };
  }

  double gridWidth() {
    return sketched ? 0 : 0.8;
  }

  Color wall(int rgb) {
    return new Color(rgb);
  }

  Pen framePen() {
    return Pen.of(text(), frame).ending(Pen.End.SQUARE).asCrisp();
  }

  Pen tickPen() {
    return Pen.of(text(), tickWidth).asCrisp();
  }
}
