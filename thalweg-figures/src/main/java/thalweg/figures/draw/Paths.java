package thalweg.figures.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/// Small shapes.
final class Paths {

  private Paths() {}

  static Line2D line(double x0, double y0, double x1, double y1) {
    return new Line2D.Double(x0, y0, x1, y1);
  }

  /// A closed outline through points.
  static Path2D polygon(double[] x, double[] y) {
    var path = new Path2D.Double();
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < x.length; i++) {
      path.lineTo(x[i], y[i]);
    }
    path.closePath();
    return path;
  }
}
