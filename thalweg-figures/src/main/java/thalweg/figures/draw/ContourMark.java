package thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import thalweg.figures.ColorMap;
import thalweg.figures.Limits;
import thalweg.figures.Mark;
import thalweg.figures.Values;

/// Draws the lines and areas of a contour.
final class ContourMark {

  private final Canvas canvas;
  private final Look look;
  private final Rectangle2D area;
  private final Scale x;
  private final Scale y;

  ContourMark(Canvas canvas, Look look, Rectangle2D area, Scale x, Scale y) {
    this.canvas = canvas;
    this.look = look;
    this.area = area;
    this.x = x;
    this.y = y;
  }

  void draw(Mark.Contour contour) {
    if (contour.filled()) {
      areas(contour);
    } else {
      lines(contour);
    }
  }

  /// The numbers of the first and the last colour: the outer levels, unless limits were given.
  static Limits ends(Mark.Contour contour) {
    var levels = contour.levels();
    return contour.style().shades().limits().orElseGet(() -> levels.count() > 1
        ? new Limits(levels.first(), levels.last()) : new Limits(levels.first() - 1, levels.first() + 1));
  }

  /// An opaque area is drawn over the whole of what lies higher, which leaves no seams; a translucent one
  /// is cut out of the area below it.
  private void areas(Mark.Contour contour) {
    var contours = new Contours(contour.grid());
    var levels = contour.levels().places();
    var map = contour.style().shades().map().orElse(ColorMap.VIRIDIS);
    var ends = ends(contour);
    double alpha = contour.style().alpha();
    Path2D above = outlines(contours, levels.get(0));
    var highest = outlines(contours, levels.get(levels.size() - 1));
    for (int band = 0; band + 1 < levels.size(); band++) {
      var next = outlines(contours, levels.get(band + 1));
      above.append(alpha < 1 ? next : highest, false);
      if (above.getCurrentPoint() != null) {
        double middle = levels.get(band) / 2 + levels.get(band + 1) / 2;
        canvas.fillArea(above, new Ink(map.of(middle, ends), alpha));
      }
      above = next;
    }
  }

  private Path2D outlines(Contours contours, double level) {
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (var curve : contours.above(level)) {
      path.append(Paths.polygon(places(x, curve.x()), places(y, curve.y())), false);
    }
    return path;
  }

  private static double[] places(Scale scale, double[] values) {
    return scale.at(Values.of(values));
  }

  private void lines(Mark.Contour contour) {
    var style = contour.style();
    var ends = ends(contour);
    var contours = new Contours(contour.grid());
    for (double level : contour.levels().places().toArray()) {
      var path = new Path2D.Double();
      for (var curve : contours.lines(level)) {
        path.append(Polyline.through(places(x, curve.x()), places(y, curve.y()), area), false);
      }
      var color = style.shades().map().map(map -> map.of(level, ends)).orElseGet(() -> look.theme().color(style));
      if (path.getCurrentPoint() != null) {
        canvas.stroke(path, look.pen(style, color));
      }
    }
  }
}
