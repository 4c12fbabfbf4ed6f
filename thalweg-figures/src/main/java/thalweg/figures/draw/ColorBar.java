package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.figures.ColorMap;
import thalweg.figures.Levels;
import thalweg.figures.Limits;
import thalweg.figures.Mark;

/// The colours of a mark and the numbers they stand for, in a bar to the right of the axes.
final class ColorBar {

  /// matplotlib's: the part of the axes' width that the bar takes, the gap before it, and its height in widths.
  private static final double FRACTION = 0.15;

  private static final double GAP = 0.05;
  private static final double ASPECT = 20;

  private final Mark mark;
  private final String label;
  private final Limits ends;
  private final Rectangle2D area;
  private final Scale scale;
  private final List<Tick> ticks;
  private final Look look;

  ColorBar(Mark mark, Rectangle2D place, Look look) {
    this.mark = mark;
    this.look = look;
    label = mark.style().shades().bar().orElse("");
    ends = ends(mark);
    double height = place.getHeight();
    area = new Rectangle2D.Double(place.getX(), place.getY(), Math.min(place.getWidth(), height / ASPECT), height);
    scale = new Scale(ends, false, area.getMaxY(), area.getMinY());
    ticks = mark instanceof Mark.Contour contour
        ? Ticks.among(contour.levels()) : Ticks.of(scale, look.fontSize() * 2);
  }

  /// What a bar leaves of the place of its axes.
  static Rectangle2D axes(Rectangle2D place) {
    return new Rectangle2D.Double(
        place.getX(), place.getY(), place.getWidth() * (1 - FRACTION - GAP), place.getHeight());
  }

  static Rectangle2D bar(Rectangle2D place, Rectangle2D axes) {
    double width = place.getWidth() * FRACTION;
    double gap = place.getWidth() * GAP;
    return new Rectangle2D.Double(axes.getMaxX() + gap, axes.getY(), width, axes.getHeight());
  }

  private static Limits ends(Mark mark) {
    var shades = mark.style().shades();
    return switch (mark) {
      case Mark.Contour contour -> new Limits(contour.levels().first(), contour.levels().last());
      case Mark.Arrows arrows -> shades.ends(shades.values());
      default -> shades.ends(shades.values());
    };
  }

  double right() {
    double widest = ticks.stream().mapToDouble(tick -> look.label(tick.label()).width()).max().orElse(0);
    double text = label.isEmpty() ? 0 : PlanePanel.LABEL_PAD + look.label(label).height();
    return area.getMaxX() + look.tick() + PlanePanel.TICK_PAD + widest + text;
  }

  void paint(Canvas canvas) {
    canvas.within(area, () -> colors(canvas));
    canvas.stroke(area, look.framePen());
    double widest = 0;
    for (var tick : ticks) {
      double y = scale.at(tick.at());
      canvas.stroke(Paths.line(area.getMaxX(), y, area.getMaxX() + look.tick(), y), look.tickPen());
      var text = look.label(tick.label());
      canvas.text(text, area.getMaxX() + look.tick() + PlanePanel.TICK_PAD, y + text.ascent() / 2, 0, look.text());
      widest = Math.max(widest, text.width());
    }
    var text = look.label(label);
    double x = area.getMaxX() + look.tick() + PlanePanel.TICK_PAD + widest + PlanePanel.LABEL_PAD + text.ascent();
    canvas.text(text, x, area.getCenterY() + text.width() / 2, 90, look.text());
  }

  /// The bands between a contour's levels, or all colours from end to end.
  private void colors(Canvas canvas) {
    var map = mark.style().shades().map().orElse(ColorMap.VIRIDIS);
    int steps = mark instanceof Mark.Contour contour ? contour.levels().count() - 1 : 256;
    int[] argb = IntStream.range(0, steps)
        .map(step -> new Ink(map.at((steps - step - 0.5) / steps), mark.style().alpha()).argb()).toArray();
    canvas.cells(argb, 1, area);
  }
}
