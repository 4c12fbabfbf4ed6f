package thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Errors;
import thalweg.figures.Mark;
import thalweg.figures.Stroke;
import thalweg.figures.Style;
import thalweg.figures.Thinning;
import thalweg.figures.Values;

/// Draws the marks of a plane.
final class PlanarMarks {

  /// How many parts of a mark are drawn.
  private static final int MOST = 10_000;

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

  /// Draws what lies within the axes; texts may reach beyond, see [Texts].
  void draw(Mark.Planar mark) {
    switch (thinned(mark)) {
      case Mark.Points points -> points(points.style(), x.at(points.x()), y.at(points.y()));
      case Mark.Line line -> line(line);
      case Mark.Bars bars -> bars(bars);
      case Mark.ErrorBars bars -> errors(bars);
      case Mark.Fill fill -> fill(fill);
      case Mark.Image image -> image(image);
      case Mark.Contour contour -> new ContourMark(canvas, look, area, x, y).draw(contour);
      case Mark.Arrows arrows -> Quiver.draw(canvas, look, arrows, x, y);
      case Mark.Rule rule -> rule(rule);
      case Mark.Band band -> canvas.fill(band(band), look.ink(band.style()));
      case Mark.Text _, Mark.Annotation _ -> {}
    }
  }

  /// A mark with no more parts than can be told apart. Points, and lines from left to right, are thinned where
  /// they lie in the picture.
  private static Mark.Planar thinned(Mark.Planar mark) {
    return switch (mark) {
      case Mark.Points _ -> mark;
      case Mark.Line line when increasing(line.x()) -> mark;
      default -> Thinning.of(mark, MOST);
    };
  }

  private static boolean increasing(Values x) {
    return IntStream.range(1, x.size()).noneMatch(i -> x.get(i - 1) > x.get(i));
  }

  private void points(Style style, double[] atX, double[] atY) {
    Points.draw(canvas, look, style, atX, atY, area);
  }

  private void line(Mark.Line line) {
    var style = line.style();
    if (style.stroke() != Stroke.NONE) {
      var corners = line.corners();
      canvas.stroke(Polyline.through(x.at(corners.x()), y.at(corners.y()), area), look.pen(style));
    }
    if (!style.markers().isEmpty()) {
      points(style, x.at(line.x()), y.at(line.y()));
    }
  }

  private void bars(Mark.Bars bars) {
    var inks = Points.inks(look, bars.style());
    for (int i = 0; i < bars.at().size(); i++) {
      double half = bars.thickness().get(i) / 2;
      double low = bars.at().get(i) - half;
      double high = bars.at().get(i) + half;
      double from = bars.base().get(i);
      double to = from + bars.length().get(i);
      var ink = inks.apply(i);
      (bars.horizontal() ? box(from, to, low, high) : box(low, high, from, to)).ifPresent(bar -> {
        canvas.fill(bar, ink);
        bars.style().edgecolor().ifPresent(color -> canvas.edge(bar, edge(bars.style(), color)));
      });
    }
  }

  private Pen edge(Style style, Color color) {
    return look.pen(style, color).asCrisp();
  }

  /// The rectangle between numbers, cut to the axes and a little more; none if one has no place.
  private Optional<Rectangle2D> box(double left, double right, double bottom, double top) {
    double x0 = nearX(left);
    double x1 = nearX(right);
    double y0 = nearY(bottom);
    double y1 = nearY(top);
    if (Double.isNaN(x0 + x1 + y0 + y1)) {
      return Optional.empty();
    }
    return Optional.of(new Rectangle2D.Double(
        Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)));
  }

  /// The place of a number, or one outside of the axes on its side.
  private double nearX(double value) {
    return within(x.reach(value), area.getMinX(), area.getMaxX());
  }

  private double nearY(double value) {
    return within(y.reach(value), area.getMinY(), area.getMaxY());
  }

  private static double within(double place, double low, double high) {
    double margin = high - low;
    return Double.isNaN(place) ? place : Math.clamp(place, low - margin, high + margin);
  }

  private void errors(Mark.ErrorBars bars) {
    var style = bars.style();
    var pen = look.pen(style).ending(Pen.End.BUTT).whole();
    double cap = style.capsize();
    for (int i = 0; i < bars.x().size(); i++) {
      double atX = x.at(bars.x().get(i));
      double atY = y.at(bars.y().get(i));
      if (has(bars.yerr(), i)) {
        double low = y.reach(bars.y().get(i) - bars.yerr().below().get(i));
        double high = y.reach(bars.y().get(i) + bars.yerr().above().get(i));
        segments(pen, new double[][] {
            {atX, low, atX, high}, {atX - cap, low, atX + cap, low}, {atX - cap, high, atX + cap, high}});
      }
      if (has(bars.xerr(), i)) {
        double low = x.reach(bars.x().get(i) - bars.xerr().below().get(i));
        double high = x.reach(bars.x().get(i) + bars.xerr().above().get(i));
        segments(pen, new double[][] {
            {low, atY, high, atY}, {low, atY - cap, low, atY + cap}, {high, atY - cap, high, atY + cap}});
      }
    }
    line(new Mark.Line(bars.x(), bars.y(), style));
  }

  private static boolean has(Errors errors, int point) {
    return point < errors.below().size()
        && Double.isFinite(errors.below().get(point) + errors.above().get(point));
  }

  private void segments(Pen pen, double[][] segments) {
    for (double[] s : segments) {
      var path = Polyline.through(new double[] {s[0], s[2]}, new double[] {s[1], s[3]}, area);
      if (path.getCurrentPoint() != null && (s[0] != s[2] || s[1] != s[3])) {
        canvas.stroke(path, pen);
      }
    }
  }

  /// One outline for each stretch without gaps.
  private void fill(Mark.Fill fill) {
    double[] atX = x.at(fill.x());
    double[] low = reach(fill.low());
    double[] high = reach(fill.high());
    for (int from = 0; from < atX.length; ) {
      int to = from;
      while (to < atX.length && Double.isFinite(atX[to] + low[to] + high[to])) {
        to++;
      }
      if (to - from > 1) {
        stretch(fill.style(), atX, low, high, from, to);
      }
      from = to + 1;
    }
  }

  private double[] reach(Values values) {
    return values.stream().map(this::nearY).toArray();
  }

  private void stretch(Style style, double[] atX, double[] low, double[] high, int from, int to) {
    var path = new Path2D.Double();
    path.moveTo(atX[from], high[from]);
    for (int i = from + 1; i < to; i++) {
      path.lineTo(atX[i], high[i]);
    }
    for (int i = to - 1; i >= from; i--) {
      path.lineTo(atX[i], low[i]);
    }
    path.closePath();
    canvas.fill(path, look.ink(style));
    style.edgecolor().ifPresent(color -> canvas.edge(path, look.pen(style, color)));
  }

  private void image(Mark.Image image) {
    if (image.columns() == 0) {
      return;
    }
    var extent = image.extent();
    double left = x.at(extent.left());
    double right = x.at(extent.right());
    double top = y.at(extent.top());
    double bottom = y.at(extent.bottom());
    if (!Double.isFinite(left + right + top + bottom)) {
      return;
    }
    boolean flipped = right < left;
    boolean upsideDown = image.upper() == bottom < top;
    var map = image.style().shades().map().orElse(ColorMap.VIRIDIS);
    var ends = image.ends();
    int rows = image.rows().size();
    int columns = image.columns();
    int[] argb = new int[rows * columns];
    for (int i = 0; i < argb.length; i++) {
      int row = i / columns;
      int column = i % columns;
      double number = image.rows().get(upsideDown ? rows - 1 - row : row)
          .get(flipped ? columns - 1 - column : column);
      argb[i] = Double.isNaN(number) ? 0 : new Ink(map.of(number, ends), image.style().alpha()).argb();
    }
    canvas.cells(argb, columns, new Rectangle2D.Double(
        Math.min(left, right), Math.min(top, bottom), Math.abs(right - left), Math.abs(bottom - top)));
  }

  private void rule(Mark.Rule rule) {
    double at = rule.vertical() ? x.at(rule.at()) : y.at(rule.at());
    if (Double.isFinite(at)) {
      var line = rule.vertical() ? Paths.line(at, area.getMinY(), at, area.getMaxY())
          : Paths.line(area.getMinX(), at, area.getMaxX(), at);
      canvas.stroke(line, look.pen(rule.style()).asCrisp());
    }
  }

  private Rectangle2D band(Mark.Band band) {
    double low = band.vertical() ? nearX(band.low()) : nearY(band.low());
    double high = band.vertical() ? nearX(band.high()) : nearY(band.high());
    double from = Math.min(low, high);
    double width = Math.abs(high - low);
    return band.vertical() ? new Rectangle2D.Double(from, area.getMinY(), width, area.getHeight())
        : new Rectangle2D.Double(area.getMinX(), from, area.getWidth(), width);
  }
}
