package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import java.util.List;

/// Where the panels of a figure lie, in points. It begins with matplotlib's default margins and widens those
/// in which text would be cut off or lie on a neighbour.
///
/// @param left   the margin
/// @param right  the margin
/// @param across the gap between two columns
/// @param down   the gap between two rows
record Layout(double width, double height, int rows, int columns, double left, double top, double right,
    double bottom, double across, double down) {

  /// matplotlib's margins as parts of the figure, and its gap as a part of a panel.
  private static final double LEFT = 0.125;

  private static final double TOP = 0.12;
  private static final double RIGHT = 0.1;
  private static final double BOTTOM = 0.11;
  private static final double GAP = 0.2;

  /// What is left free beside text.
  private static final double PAD = 3;

  /// No margin, and not all gaps together, take more of the figure.
  private static final double MOST = 0.4;

  static Layout of(double width, double height, int rows, int columns) {
    return new Layout(width, height, rows, columns, LEFT * width, TOP * height, RIGHT * width, BOTTOM * height,
        gap(width * (1 - LEFT - RIGHT), columns), gap(height * (1 - TOP - BOTTOM), rows));
  }

  private static double gap(double inner, int panels) {
    return GAP * inner / (panels + GAP * (panels - 1));
  }

  /// This layout with room for what reaches beyond the panels.
  Layout holding(List<Panel.Overhang> overhangs, double title) {
    double[] edges = new double[4];
    double between = across;
    double under = down;
    for (int p = 0; p < overhangs.size(); p++) {
      var over = overhangs.get(p);
      int column = p % columns;
      if (column == 0) {
        edges[0] = Math.max(edges[0], over.left());
      } else {
        between = Math.max(between, overhangs.get(p - 1).right() + over.left() + PAD);
      }
      if (p < columns) {
        edges[1] = Math.max(edges[1], over.top());
      } else {
        under = Math.max(under, overhangs.get(p - columns).bottom() + over.top() + PAD);
      }
      if (column == columns - 1) {
        edges[2] = Math.max(edges[2], over.right());
      }
      if (p + columns >= overhangs.size()) {
        edges[3] = Math.max(edges[3], over.bottom());
      }
    }
    return new Layout(width, height, rows, columns,
        margin(left, edges[0], width), margin(top, edges[1] + title, height),
        margin(right, edges[2], width), margin(bottom, edges[3], height),
        Math.min(between, MOST * width / columns), Math.min(under, MOST * height / rows));
  }

  private static double margin(double usual, double needed, double whole) {
    return Math.min(Math.max(usual, needed + PAD), MOST * whole);
  }

  /// The place of a panel; they are counted row by row.
  Rectangle2D place(int panel) {
    double w = (width - left - right - across * (columns - 1)) / columns;
    double h = (height - top - bottom - down * (rows - 1)) / rows;
    return new Rectangle2D.Double(left + panel % columns * (w + across), top + panel / columns * (h + down), w, h);
  }
}
