package thalweg.figures.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import thalweg.figures.Marker;
import thalweg.figures.Style;

/// Draws the points of a mark.
final class Points {

  /// From here on, points that lie as good as under others are left out.
  private static final int MANY = 20_000;

  /// How near that is, in points.
  private static final double NEAR = 0.5;

  /// The width of the line around a point: matplotlib's.
  private static final double EDGE = 1;

  private record Kind(Marker marker, double size) {}

  /// One kind of point, ready to be drawn anywhere.
  private record Stamp(Shape filled, Shape edge) {}

  private final Canvas canvas;
  private final Look look;
  private final Style style;
  private final IntFunction<Ink> inks;
  private final Map<Kind, Stamp> stamps = new HashMap<>();

  Points(Canvas canvas, Look look, Style style) {
    this.canvas = canvas;
    this.look = look;
    this.style = style;
    inks = inks(look, style);
  }

  static void draw(Canvas canvas, Look look, Style style, double[] x, double[] y, Rectangle2D area) {
    var points = new Points(canvas, look, style);
    double reach = Math.sqrt(style.sizes().stream().max().orElse(style.size())) + EDGE;
    var drawn = visible(x, y, new Rectangle2D.Double(
        area.getX() - reach, area.getY() - reach, area.getWidth() + 2 * reach, area.getHeight() + 2 * reach));
    for (int i = drawn.nextSetBit(0); i >= 0; i = drawn.nextSetBit(i + 1)) {
      points.draw(i, x[i], y[i]);
    }
  }

  /// Draws one point.
  void draw(int point, double x, double y) {
    var ink = inks.apply(point);
    if (ink.alpha() == 0) {
      return;
    }
    var stamp = stamps.computeIfAbsent(new Kind(style.marker(point), style.size(point)), this::stamp);
    canvas.fill(at(stamp.filled, x, y), ink);
    if (stamp.edge != null) {
      style.edgecolor().ifPresent(color -> canvas.edge(
          at(stamp.edge, x, y), Pen.of(new Ink(color, style.alpha()), edge())));
    }
  }

  /// A point with an edge of its own colour is one shape; another edge is drawn over it.
  private Stamp stamp(Kind kind) {
    double size = Math.sqrt(kind.size);
    if (kind.marker.strokes()) {
      return new Stamp(Markers.edged(kind.marker, size, style.width()), null);
    }
    if (style.edgecolor().isEmpty()) {
      return new Stamp(Markers.edged(kind.marker, size, EDGE), null);
    }
    var outline = Markers.outline(kind.marker, size);
    return new Stamp(outline, outline);
  }

  private double edge() {
    return EDGE * look.theme().lineScale();
  }

  private static Shape at(Shape shape, double x, double y) {
    return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
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

  /// The ink of each point: by its number, or its own, or that of all. A number that is `NaN` or infinite has none,
  /// as in matplotlib.
  static IntFunction<Ink> inks(Look look, Style style) {
    var shades = style.shades();
    if (shades.map().isEmpty() || shades.values().size() == 0) {
      return point -> new Ink(look.theme().color(style, point), style.alpha());
    }
    var ends = shades.ends(shades.values());
    var map = shades.map().get();
    return point -> {
      double number = shades.values().get(point);
      return new Ink(map.of(number, ends), Double.isFinite(number) ? style.alpha() : 0);
    };
  }
}
