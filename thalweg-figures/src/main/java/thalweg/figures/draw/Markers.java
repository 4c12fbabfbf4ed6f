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

  /// Corners, in quarters of the size.
  private static final double[][] X = {
      {-1, -2}, {0, -1}, {1, -2}, {2, -1}, {1, 0}, {2, 1}, {1, 2}, {0, 1}, {-1, 2}, {-2, 1}, {-1, 0}, {-2, -1}};

  /// Corners, in sixths of the size.
  private static final double[][] PLUS = {
      {-1, -3}, {1, -3}, {1, -1}, {3, -1}, {3, 1}, {1, 1}, {1, 3}, {-1, 3}, {-1, 1}, {-3, 1}, {-3, -1}, {-1, -1}};

  /// Corners, in halves of the size.
  private static final double[][] SQUARE = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};

  private static final double[][] TRIANGLE = {{0, -1}, {1, 1}, {-1, 1}};

  private Markers() {}

  /// A marker with its edge, to be filled.
  ///
  /// @param size its diameter
  /// @param edge the width of the line around it
  static Shape edged(Marker marker, double size, double edge) {
    if (marker == Marker.CIRCLE || marker == Marker.POINT) {
      return disc((marker == Marker.POINT ? size / 2 : size) + edge);
    }
    var inner = outline(marker, size);
    var shape = marker.strokes() ? new Area() : new Area(inner);
    shape.add(new Area(new BasicStroke((float) edge, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_ROUND)
        .createStrokedShape(inner)));
    return shape;
  }

  /// A marker's outline, or its strokes.
  static Shape outline(Marker marker, double size) {
    return switch (marker) {
      case CIRCLE -> disc(size);
      case POINT -> disc(size / 2);
      case CROSS -> cross(size / 2, size / 2);
      case PLUS -> cross(size / 2, 0);
      case X -> polygon(X, size / 4);
      case BOLD_PLUS -> polygon(PLUS, size / 6);
      case STAR -> star(size / 2);
      case SQUARE -> polygon(SQUARE, size / 2);
      case DIAMOND -> turned(polygon(SQUARE, size / 2), 0.5);
      case TRIANGLE_UP -> polygon(TRIANGLE, size / 2);
      case TRIANGLE_RIGHT -> turned(polygon(TRIANGLE, size / 2), 1);
      case TRIANGLE_DOWN -> turned(polygon(TRIANGLE, size / 2), 2);
      case TRIANGLE_LEFT -> turned(polygon(TRIANGLE, size / 2), 3);
    };
  }

  private static Ellipse2D disc(double diameter) {
    return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
  }

  /// Two strokes through the middle, at right angles.
  private static Path2D cross(double x, double y) {
    var path = new Path2D.Double();
    path.moveTo(-x, -y);
    path.lineTo(x, y);
    path.moveTo(y, -x);
    path.lineTo(-y, x);
    return path;
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

  private static Path2D turned(Path2D path, double quarters) {
    path.transform(AffineTransform.getRotateInstance(quarters * Math.PI / 2));
    return path;
  }
}
