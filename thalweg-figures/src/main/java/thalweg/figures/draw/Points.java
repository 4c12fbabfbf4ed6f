package thalweg.figures.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.function.IntFunction;
import thalweg.figures.Color;
import thalweg.figures.Style;

/// Draws points.
final class Points {

  /// From here on, points that lie as good as under others are left out.
  private static final int MANY = 20_000;

  /// How near that is, in points.
  private static final double NEAR = 0.5;

  /// The width of the line around a point: matplotlib's for `scatter`.
  static final double EDGE = 1.5;

  private Points() {}

  static void draw(Canvas canvas, Look look, Style style, double[] x, double[] y, Rectangle2D area) {
    var shape = Markers.shape(style.marker(), Math.sqrt(style.size()), EDGE);
    var drawn = visible(x, y, reached(shape, area));
    var inks = inks(style);
    for (int i = drawn.nextSetBit(0); i >= 0; i = drawn.nextSetBit(i + 1)) {
      canvas.fill(at(shape, x[i], y[i]), inks.apply(i));
    }
  }

  static Shape at(Shape shape, double x, double y) {
    return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
  }

  /// The area in which the middle of a point may lie for some of it to be seen.
  private static Rectangle2D reached(Shape shape, Rectangle2D area) {
    var bounds = shape.getBounds2D();
    return new Rectangle2D.Double(area.getX() - bounds.getWidth(), area.getY() - bounds.getHeight(),
        area.getWidth() + 2 * bounds.getWidth(), area.getHeight() + 2 * bounds.getHeight());
  }

  /// Which points to draw; of many that are nearly in one place the last, which lies on top.
  private static BitSet visible(double[] x, double[] y, Rectangle2D reached) {
    var drawn = new BitSet(x.length);
    var taken = new BitSet();
    int columns = (int) Math.ceil(reached.getWidth() / NEAR) + 1;
    for (int i = x.length - 1; i >= 0; i--) {
      if (!reached.contains(x[i], y[i])) {
        continue;
      }
      int cell = (int) ((y[i] - reached.getY()) / NEAR) * columns + (int) ((x[i] - reached.getX()) / NEAR);
      if (x.length < MANY || !taken.get(cell)) {
        drawn.set(i);
        taken.set(cell);
      }
    }
    return drawn;
  }

  /// The ink of each point: its own number's, or that of all.
  static IntFunction<Ink> inks(Style style) {
    var shades = style.shades();
    if (shades.map().isEmpty() || shades.values().size() == 0) {
      var ink = new Ink(style.color().orElse(Color.C0), style.alpha());
      return _ -> ink;
    }
    var scale = new Scale(shades.ends(shades.values()), false, 0, 1);
    var map = shades.map().get();
    return point -> new Ink(map.at(scale.part(shades.values().get(point))), style.alpha());
  }
}
