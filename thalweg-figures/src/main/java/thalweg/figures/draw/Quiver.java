package thalweg.figures.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import thalweg.figures.Mark;

/// Draws arrows in the shape of matplotlib's `quiver`.
final class Quiver {

  /// matplotlib's proportions, in widths of the shaft: how wide and long the head is, where it meets the
  /// shaft, the shortest arrow that keeps a head of full size, and the shortest that is not a dot.
  private static final double HEAD_WIDTH = 3;

  private static final double HEAD_LENGTH = 5;
  private static final double HEAD_AXIS = 4.5;
  private static final double LEAST_WITH_HEAD = HEAD_LENGTH;
  private static final double LEAST = 1;

  private Quiver() {}

  static void draw(Canvas canvas, Look look, Mark.Arrows arrows, Scale x, Scale y) {
    int count = arrows.x().size();
    double width = arrows.shaft() * x.length();
    var colors = arrows.colors();
    boolean mapped = arrows.style().shades().map().isPresent();
    for (int i = 0; i < count; i++) {
      double length = Math.hypot(arrows.u().get(i), arrows.v().get(i)) / arrows.scale() * x.length();
      double atX = x.at(arrows.x().get(i));
      double atY = y.at(arrows.y().get(i));
      if (Double.isFinite(length) && Double.isFinite(atX) && Double.isFinite(atY)) {
        var place = AffineTransform.getTranslateInstance(atX, atY);
        place.rotate(-Math.atan2(arrows.v().get(i), arrows.u().get(i)));
        place.translate(-length * arrows.style().pivot().part(), 0);
        place.scale(width, width);
        var color = mapped ? colors.get(i) : look.theme().color(arrows.style(), i);
        canvas.fill(place.createTransformedShape(shape(length / width)), new Ink(color, arrows.style().alpha()));
      }
    }
  }

  /// An arrow as wide as an area, for a legend.
  static Shape arrow(Rectangle2D area) {
    double width = area.getHeight() / 6;
    var place = AffineTransform.getTranslateInstance(area.getX(), area.getCenterY());
    place.scale(width, width);
    return place.createTransformedShape(shape(area.getWidth() / width));
  }

  /// An arrow to the right whose shaft is 1 wide.
  private static Path2D shape(double length) {
    if (length < LEAST) {
      double[] x = new double[6];
      double[] y = new double[6];
      for (int corner = 0; corner < 6; corner++) {
        x[corner] = Math.cos(corner * Math.PI / 3) * LEAST / 2;
        y[corner] = Math.sin(corner * Math.PI / 3) * LEAST / 2;
      }
      return Paths.polygon(x, y);
    }
    double shrink = Math.min(1, length / LEAST_WITH_HEAD);
    double neck = length - shrink * HEAD_AXIS;
    double barb = length - shrink * HEAD_LENGTH;
    double half = shrink / 2;
    return Paths.polygon(
        new double[] {0, neck, barb, length, barb, neck, 0},
        new double[] {half, half, half * HEAD_WIDTH, 0, -half * HEAD_WIDTH, -half, -half});
  }
}
