package thalweg.figures.draw;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/// A surface to draw on. Lengths are points of 1/72 inch, from the upper left corner to the right and down.
interface Canvas {

  /// Fills a shape; what its outline encloses twice stays empty where it winds back (even and odd).
  void fill(Shape shape, Ink ink);

  /// Fills a shape whose neighbours share its outline: with pixels that are full or empty, so that no seam
  /// shows between them.
  void fillArea(Shape shape, Ink ink);

  /// Fills a face of a surface: smooth at its rim, and without a gap to the next face.
  default void fillFace(Shape shape, Ink ink) {
    fill(shape, ink);
    if (ink.alpha() == 1) {
      stroke(shape, Pen.of(ink, 0.4));
    }
  }

  void stroke(Shape shape, Pen pen);

  /// Strokes the edge of what was filled before, which stays whole.
  default void edge(Shape shape, Pen pen) {
    stroke(shape, pen);
  }

  /// Writes a line of text.
  ///
  /// @param x     where its baseline begins
  /// @param y     the baseline there
  /// @param angle by how many degrees it rises
  void text(Lettering text, double x, double y, double angle, Ink ink);

  /// Draws a picture of coloured cells, `argb` row by row from the top, over an area.
  void cells(int[] argb, int columns, Rectangle2D area);

  /// Draws what `drawing` draws, but only within `area`.
  void within(Rectangle2D area, Runnable drawing);
}
