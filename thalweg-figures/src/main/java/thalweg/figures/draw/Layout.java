package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import java.util.List;

/// Where the panels of a figure lie, in points. It begins with matplotlib's default margins and widens those
/// in which text would be cut off or lie on a neighbour.
///
/// @param left   the margin
/// @param right  the margin
/// @param across the gap between two columns
record Layout(double width, double height, int columns, double left, double top, double right, double bottom,
    double across) {

  /// matplotlib's margins as parts of the figure, and its gap as a part of a panel.
  private static final double LEFT = 0.125;

  private static final double TOP = 0.12;
  private static final double RIGHT = 0.1;
  private static final double BOTTOM = 0.11;
  private static final double GAP = 0.2;

  /// What is left free beside text.
  private static final double PAD = 3;

  /// No margin takes more of the figure.
  private static final double MOST = 0.4;

  static Layout of(double width, double height, int columns) {
    double inner = width * (1 - LEFT - RIGHT);
    return new Layout(width, height, columns, LEFT * width, TOP * height, RIGHT * width, BOTTOM * height,
        GAP * inner / (columns + GAP * (columns - 1)));
  }

  /// This layout with room for what reaches beyond the panels.
  Layout holding(List<Panel.Overhang> overhangs, double title) {
    double over = 0;
    double under = 0;
    double between = across;
    for (int p = 0; p < columns; p++) {
      over = Math.max(over, overhangs.get(p).top());
      under = Math.max(under, overhangs.get(p).bottom());
      if (p > 0) {
        between = Math.max(between, overhangs.get(p - 1).right() + overhangs.get(p).left() + PAD);
      }
    }
    return new Layout(width, height, columns,
        margin(left, overhangs.getFirst().left(), width), margin(top, over + title, height),
        margin(right, overhangs.getLast().right(), width), margin(bottom, under, height),
        Math.min(between, MOST * width / columns));
  }

  private static double margin(double usual, double needed, double whole) {
    return Math.min(Math.max(usual, needed + PAD), MOST * whole);
  }

  Rectangle2D place(int column) {
    double panel = (width - left - right - across * (columns - 1)) / columns;
    return new Rectangle2D.Double(left + column * (panel + across), top, panel, height - top - bottom);
  }
}
