package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.figures.Axis;
import thalweg.figures.ColorMap;
import thalweg.figures.Limits;
import thalweg.figures.Mark;
import thalweg.figures.Ticks;
import thalweg.figures.Values;

/// The colours of a mark and the numbers they stand for, in a bar to the right of the axes.
final class ColorBar {

  /// matplotlib's: the part of the axes' width that the bar takes, the gap before it, and its height in widths.
  private static final double FRACTION = 0.15;

  private static final double GAP = 0.05;
  private static final double ASPECT = 20;

  private static final Axis PLAIN = new Axis("", false, Optional.empty(), Optional.empty(), false, false);

  /// At so many levels or fewer stand numbers: matplotlib's.
  private static final int MOST_LEVELS = 10;

  private final Mark mark;
  private final String label;
  private final Limits ends;
  private final Rectangle2D area;
  private final Scale scale;
  private final Tick.Row ticks;
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
        ? among(contour.levels().places()) : Tick.row(PLAIN, scale, look, look.fontSize() * 2);
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
      case Mark.Contour contour -> ContourMark.ends(contour);
      case Mark.Image image -> image.ends();
      case Mark.Arrows arrows -> shades.ends(arrows.numbers());
      case Mark.Surface surface -> shades.ends(surface.heights());
      default -> shades.ends(shades.values());
    };
  }

  /// Every second, third, … level, and zero if it is one.
  private Tick.Row among(Values levels) {
    int every = Math.ceilDiv(levels.size(), MOST_LEVELS);
    int nearest = 0;
    for (int i = 1; i < levels.size(); i++) {
      nearest = Math.abs(levels.get(i)) < Math.abs(levels.get(nearest)) ? i : nearest;
    }
    int from = nearest % every;
    var shown = Values.of(IntStream.iterate(from, i -> i < levels.size(), i -> i + every)
        .mapToDouble(levels::get).toArray());
    var axis = new Axis("", false, Optional.of(Ticks.at(shown)), Optional.empty(), false, false);
    return Tick.row(axis, scale, look, look.fontSize());
  }

  double right() {
    double text = label.isEmpty() ? 0 : PlanePanel.LABEL_PAD + look.label(label).height();
    return Math.max(area.getMinX() + ticks.offset().width(),
        area.getMaxX() + look.tick() + PlanePanel.TICK_PAD + ticks.widest() + text);
  }

  /// How far it reaches above its colours.
  double above() {
    return PlanePanel.offsetHeight(ticks);
  }

  void paint(Canvas canvas) {
    canvas.within(area, () -> colors(canvas));
    canvas.edge(area, look.framePen());
    for (var tick : ticks.major()) {
      double y = scale.at(tick.at());
      canvas.stroke(Paths.line(area.getMaxX(), y, area.getMaxX() + look.tick(), y), look.tickPen());
      canvas.text(tick.text(), area.getMaxX() + look.tick() + PlanePanel.TICK_PAD, y + tick.text().ascent() / 2, 0,
          look.text());
    }
    canvas.text(ticks.offset(), area.getMinX(), area.getMinY() - PlanePanel.OFFSET_PAD - ticks.offset().descent(), 0,
        look.text());
    var text = look.label(label);
    double x = area.getMaxX() + look.tick() + PlanePanel.TICK_PAD + ticks.widest() + PlanePanel.LABEL_PAD
        + text.ascent();
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
