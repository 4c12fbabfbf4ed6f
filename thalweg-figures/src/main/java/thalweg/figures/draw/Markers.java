package thalweg.figures.draw;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import thalweg.figures.Marker;

/// The shapes of points, around the origin, with matplotlib's proportions.
final class Markers {

  /// The inner radius of matplotlib's star, whose points reach 1.
  private static final double STAR_INNER = 0.381966;

  /// Half of a filled x, in quarters of its size.
  private static final double[][] X = {
      {-1, -2}, {0, -1}, {1, -2}, {2, -1}, {1, 0}, {2, 1}, {1, 2}, {0, 1}, {-1, 2}, {-2, 1}, {-1, 0}, {-2, -1}};

  private Markers() {}

  /// A marker with its edge, to be filled.
  ///
  /// @param size its diameter
  /// @param edge the width of the line around it
  static Shape shape(Marker marker, double size, double edge) {
    if (marker == Marker.CIRCLE) {
      double d = size + edge;
      return new Ellipse2D.Double(-d / 2, -d / 2, d, d);
    }
    var inner = outline(marker, size);
    var shape = new Area(inner);
    shape.add(new Area(new BasicStroke((float) edge, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_ROUND)
        .createStrokedShape(inner)));
    return shape;
  }

  private static Shape outline(Marker marker, double size) {
    return switch (marker) {
      case CIRCLE -> new Ellipse2D.Double(-size / 2, -size / 2, size, size);
      case X -> polygon(X, size / 4);
      case STAR -> star(size / 2);
    };
  }

  private static Path2D star(double radius) {
    double[][] points = new double[10][];
    for (int p = 0; p < 10; p++) {
      double r = p % 2 == 0 ? 1 : STAR_INNER;
      points[p] = new double[] {r * Math.sin(p * Math.PI / 5), -r * Math.cos(p * Math.PI / 5)};
    }
    return polygon(points, radius);
  }

  private static Path2D polygon(double[][] points, double scale) {
    var path = new Path2D.Double();
    path.moveTo(points[0][0], points[0][1]);
    for (int p = 1; p < points.length; p++) {
      path.lineTo(points[p][0], points[p][1]);
    }
    path.closePath();
    path.transform(AffineTransform.getScaleInstance(scale, scale));
    return path;
  }
}
