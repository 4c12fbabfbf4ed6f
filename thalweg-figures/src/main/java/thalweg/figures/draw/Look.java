package thalweg.figures.draw;

import thalweg.figures.Color;
import thalweg.figures.Style;
import thalweg.figures.Theme;

/// A theme with the sizes of matplotlib's defaults, in points.
///
/// @param face      of its texts
/// @param fontSize  of ticks, labels and legends
/// @param frame     the width of frames
/// @param tick      the length of ticks
/// @param tickWidth the width of ticks
/// @param gridWidth the width of the lines on the walls of space; 0 for none
record Look(
    Theme theme, Face face, double fontSize, double frame, double tick, double tickWidth, double gridWidth) {

  /// Ticks without texts are shorter and thinner.
  private static final double MINOR = 2 / 3.5;

  private static final double WALL_CONTRAST = 255;

  static Look of(Theme theme) {
    return theme.sketch().isPresent()
        ? new Look(theme, Face.HAND, 14, 1.5, 8, 3, 0) : new Look(theme, Face.REGULAR, 10, 0.8, 3.5, 0.8, 0.8);
  }

  Lettering label(String text) {
    return label(text, fontSize);
  }

  Lettering label(String text, double size) {
    return Lettering.of(text, size, face);
  }

  /// Titles are this much larger, as in matplotlib.
  Lettering title(String text) {
    return label(text, fontSize * 1.2);
  }

  Ink text() {
    return Ink.of(theme.ink());
  }

  /// The ink of a mark in one colour.
  Ink ink(Style style) {
    return new Ink(theme.color(style), style.alpha());
  }

  /// The pen of a mark's line. A solid line ends beyond its last point by half its width, as matplotlib's.
  Pen pen(Style style) {
    return pen(style, theme.color(style));
  }

  Pen pen(Style style, Color color) {
    var pen = Pen.of(new Ink(color, style.alpha()), theme.lineWidth(style));
    var dashes = style.stroke().dashes();
    return dashes.size() == 0 ? pen.ending(Pen.End.SQUARE)
        : pen.dashed(dashes.stream().boxed().toList());
  }

  Pen framePen() {
    return Pen.of(text(), frame).ending(Pen.End.SQUARE).asCrisp();
  }

  Pen tickPen() {
    return Pen.of(text(), tickWidth).asCrisp();
  }

  Pen minorPen() {
    return Pen.of(text(), tickWidth * 0.75).asCrisp();
  }

  double minorTick() {
    return tick * MINOR;
  }

  /// A wall of space: as far from the paper towards the ink as matplotlib's grey is from white.
  Ink wall(int grey) {
    double part = 1 - grey / WALL_CONTRAST;
    return new Ink(Ink.between(theme.paper(), theme.ink(), part), 0.5);
  }
}
