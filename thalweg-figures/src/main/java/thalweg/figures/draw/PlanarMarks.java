package thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Levels;
import thalweg.figures.Mark;
import thalweg.figures.Style;
import thalweg.figures.Values;

/// Draws the marks of a plane.
final class PlanarMarks {

  private final Canvas canvas;
  private final Look look;
  private final Rectangle2D area;
  private final Scale x;
  private final Scale y;

  PlanarMarks(Canvas canvas, Look look, Rectangle2D area, Scale x, Scale y) {
    this.canvas = canvas;
    this.look = look;
    this.area = area;
    this.x = x;
    this.y = y;
  }

  void draw(Mark.Planar mark) {
    switch (mark) {
      case Mark.Points points -> Points.draw(canvas, look, points.style(), x.at(points.x()), y.at(points.y()), area);
      case Mark.Line line -> canvas.stroke(
          Polyline.through(x.at(line.x()), y.at(line.y()), area), look.pen(line.style()));
      case Mark.Contour contour when contour.filled() -> filled(contour);
      case Mark.Contour contour -> lines(contour);
      case Mark.Arrows arrows -> Quiver.draw(canvas, arrows, x, y);
    }
  }

  /// An opaque area is drawn over the whole of what lies higher, which leaves no seams; a translucent one
  /// is cut out of the area below it.
  private void filled(Mark.Contour contour) {
    var levels = contour.levels();
    var map = contour.style().shades().map().orElse(ColorMap.VIRIDIS);
    double alpha = contour.style().alpha();
    Path2D above = outlines(contour, levels.first());
    for (int band = 0; band + 1 < levels.count(); band++) {
      var next = outlines(contour, at(levels, band + 1));
      if (alpha < 1) {
        above.append(next, false);
      }
      if (above.getCurrentPoint() != null) {
        canvas.fill(above, new Ink(map.at((band + 0.5) / (levels.count() - 1)), alpha));
      }
      above = next;
    }
  }

  private static double at(Levels levels, int level) {
    return levels.first() + level * levels.step();
  }

  private Path2D outlines(Mark.Contour contour, double level) {
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (var curve : Contours.above(contour.grid(), level)) {
      path.append(Paths.polygon(places(x, curve.x()), places(y, curve.y())), false);
    }
    return path;
  }

  private static double[] places(Scale scale, double[] values) {
    return scale.at(Values.of(values));
  }

  private void lines(Mark.Contour contour) {
    var levels = contour.levels();
    var style = contour.style();
    for (int level = 0; level < levels.count(); level++) {
      var path = new Path2D.Double();
      for (var curve : Contours.lines(contour.grid(), at(levels, level))) {
        path.append(Polyline.through(places(x, curve.x()), places(y, curve.y()), area), false);
      }
      double part = (double) level / (levels.count() - 1);
      var color = style.shades().map().map(map -> map.at(part)).or(style::color).orElse(Color.C0);
      if (path.getCurrentPoint() != null) {
        canvas.stroke(path, look.pen(Style.color(color).apply(style)));
      }
    }
  }
}
