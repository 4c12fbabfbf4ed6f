package thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Lines through many points: what lies far outside is cut off, and what no eye can tell apart is left out.
final class Polyline {

  /// How far outside a line is still drawn, so that cuts and the ends of wide lines are not seen.
  private static final double MARGIN = 100;

  /// From here on a line is thinned.
  private static final int MANY = 10_000;

  /// Points of one such column, in points, are drawn as their first, lowest, highest and last.
  private static final double COLUMN = 0.25;

  private final Path2D path = new Path2D.Double();
  private final Rectangle2D near;
  private double penX = Double.NaN;
  private double penY = Double.NaN;
  private double lastX = Double.NaN;
  private double lastY = Double.NaN;

  private Polyline(Rectangle2D area) {
    near = new Rectangle2D.Double(area.getX() - MARGIN, area.getY() - MARGIN,
        area.getWidth() + 2 * MARGIN, area.getHeight() + 2 * MARGIN);
  }

  /// The line through the points, with a gap at each that has no place.
  static Path2D through(double[] x, double[] y, Rectangle2D area) {
    var line = new Polyline(area);
    if (x.length > MANY) {
      line.thinned(x, y);
    } else {
      for (int i = 0; i < x.length; i++) {
        line.to(x[i], y[i]);
      }
    }
    return line.path;
  }

  private void thinned(double[] x, double[] y) {
    for (int i = 0; i < x.length; ) {
      int end = i + 1;
      int low = i;
      int high = i;
      double column = Math.floor(x[i] / COLUMN);
      while (end < x.length && Math.floor(x[end] / COLUMN) == column && Double.isFinite(y[end])) {
        low = y[end] < y[low] ? end : low;
        high = y[end] > y[high] ? end : high;
        end++;
      }
      to(x[i], y[i]);
      to(x[Math.min(low, high)], y[Math.min(low, high)]);
      to(x[Math.max(low, high)], y[Math.max(low, high)]);
      to(x[end - 1], y[end - 1]);
      i = end;
    }
  }

  private void to(double x, double y) {
    if (Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(lastX)) {
      segment(lastX, lastY, x, y);
    }
    boolean gap = !Double.isFinite(x) || !Double.isFinite(y);
    lastX = gap ? Double.NaN : x;
    lastY = gap ? Double.NaN : y;
  }

  /// Draws what of a segment lies near (Liang and Barsky's clipping).
  private void segment(double x0, double y0, double x1, double y1) {
    double from = 0;
    double to = 1;
    double[] steps = {x0 - x1, x1 - x0, y0 - y1, y1 - y0};
    double[] rooms = {x0 - near.getMinX(), near.getMaxX() - x0, y0 - near.getMinY(), near.getMaxY() - y0};
    for (int side = 0; side < 4; side++) {
      if (steps[side] == 0) {
        if (rooms[side] < 0) {
          return;
        }
      } else if (steps[side] < 0) {
        from = Math.max(from, rooms[side] / steps[side]);
      } else {
        to = Math.min(to, rooms[side] / steps[side]);
      }
    }
    if (from > to) {
      return;
    }
    double startX = x0 + from * (x1 - x0);
    double startY = y0 + from * (y1 - y0);
    if (startX != penX || startY != penY) {
      path.moveTo(startX, startY);
    }
    penX = to == 1 ? x1 : x0 + to * (x1 - x0);
    penY = to == 1 ? y1 : y0 + to * (y1 - y0);
    path.lineTo(penX, penY);
  }
}
