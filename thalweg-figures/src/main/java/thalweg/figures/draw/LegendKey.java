package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import thalweg.figures.Color;
import thalweg.figures.Mark;
import thalweg.figures.Stroke;
import thalweg.figures.Style;

/// The small picture of a mark in a legend.
final class LegendKey {

  /// In font sizes; matplotlib's.
  static final double WIDTH = 2;

  private static final double HEIGHT = 0.7;

  /// Where in its colours a mark is that has many.
  private static final double TYPICAL = 0.6;

  private final Canvas canvas;
  private final Look look;
  private final Rectangle2D place;

  LegendKey(Canvas canvas, Look look, double x, double baseline) {
    this.canvas = canvas;
    this.look = look;
    double em = look.fontSize();
    place = new Rectangle2D.Double(x, baseline - HEIGHT * em, WIDTH * em, HEIGHT * em);
  }

  void draw(Mark mark) {
    var style = mark.style();
    var ink = new Ink(color(style), style.alpha());
    switch (mark) {
      case Mark.Points _, Mark.Points3 _ -> point(style);
      case Mark.Line _, Mark.Line3 _, Mark.ErrorBars _ -> line(style);
      case Mark.Rule _, Mark.Wireframe _ -> stroke(style);
      case Mark.Contour contour when !contour.filled() -> stroke(style);
      case Mark.Contour _, Mark.Surface _, Mark.Bars _, Mark.Fill _, Mark.Image _, Mark.Band _ -> {
        canvas.fill(place, ink);
        style.edgecolor().ifPresent(edge -> canvas.edge(place, look.pen(style, edge).asCrisp()));
      }
      case Mark.Arrows _ -> canvas.fill(Quiver.arrow(place), ink);
      case Mark.Text _, Mark.Text3 _, Mark.Annotation _ -> {}
    }
  }

  private Color color(Style style) {
    return style.shades().map().map(map -> map.at(TYPICAL)).orElseGet(() -> look.theme().color(style));
  }

  /// The same in one colour.
  private Style plain(Style style) {
    var plain = Style.color(color(style)).apply(Style.alpha(style.alpha()).apply(Style.DEFAULT));
    plain = Style.marker(style.marker()).apply(Style.size(style.size()).apply(plain));
    return style.edgecolor().isEmpty() ? plain : Style.edgecolor(style.edgecolor().get()).apply(plain);
  }

  private void stroke(Style style) {
    canvas.stroke(
        Paths.line(place.getMinX(), place.getCenterY(), place.getMaxX(), place.getCenterY()),
        look.pen(style, color(style)));
  }

  private void line(Style style) {
    if (style.stroke() != Stroke.NONE) {
      stroke(style);
    }
    if (!style.markers().isEmpty()) {
      point(style);
    }
  }

  private void point(Style style) {
    var one = style.shades().map().isPresent() ? plain(style) : style;
    new Points(canvas, look, one).draw(0, place.getCenterX(), place.getCenterY());
  }
}
