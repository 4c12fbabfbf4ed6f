package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import thalweg.figures.Color;
import thalweg.figures.Legend;
import thalweg.figures.Mark;

/// The list of labelled marks, with matplotlib's measures: all in font sizes.
final class LegendBox {

  private static final double BORDER = 0.4;
  private static final double BETWEEN = 0.5;
  private static final double HANDLE = 2;
  private static final double AFTER_HANDLE = 0.8;
  private static final double FROM_AXES = 0.5;
  private static final double BETWEEN_COLUMNS = 2;
  private static final double ROUND = 0.4;
  private static final double SEE_THROUGH = 0.8;
  private static final Color EDGE = new Color(0xcccccc);

  private record Entry(Mark mark, Lettering text) {}

  private final Look look;
  private final List<Entry> entries;
  private final double em;

  LegendBox(List<? extends Mark> marks, Look look) {
    this.look = look;
    em = look.fontSize();
    entries = marks.stream().filter(mark -> !mark.style().label().isEmpty())
        .map(mark -> new Entry(mark, look.label(mark.style().label()))).toList();
  }

  /// What a legend over the axes needs.
  double rowHeight() {
    return entries.isEmpty() ? 0 : lineHeight() + 2 * BORDER * em + FROM_AXES * em;
  }

  private double lineHeight() {
    return look.label("x").height();
  }

  private double width(Entry entry) {
    return (HANDLE + AFTER_HANDLE) * em + entry.text.width();
  }

  void paint(Canvas canvas, Legend where, Rectangle2D area) {
    if (entries.isEmpty()) {
      return;
    }
    if (where == Legend.ABOVE) {
      row(canvas, area);
      return;
    }
    double width = entries.stream().mapToDouble(this::width).max().orElse(0) + 2 * BORDER * em;
    double height = entries.size() * lineHeight() + (entries.size() - 1) * BETWEEN * em + 2 * BORDER * em;
    boolean left = where == Legend.UPPER_LEFT || where == Legend.LOWER_LEFT;
    boolean top = where == Legend.UPPER_LEFT || where == Legend.UPPER_RIGHT;
    double away = FROM_AXES * em;
    double x = left ? area.getMinX() + away : area.getMaxX() - away - width;
    double y = top ? area.getMinY() + away : area.getMaxY() - away - height;
    var box = new RoundRectangle2D.Double(x, y, width, height, ROUND * em, ROUND * em);
    canvas.fill(box, new Ink(look.panel(), SEE_THROUGH));
    canvas.stroke(box, Pen.of(new Ink(EDGE, SEE_THROUGH), 1));
    double at = y + BORDER * em;
    for (var entry : entries) {
      entry(canvas, entry, x + BORDER * em, at);
      at += lineHeight() + BETWEEN * em;
    }
  }

  private void row(Canvas canvas, Rectangle2D area) {
    double width = entries.stream().mapToDouble(this::width).sum() + (entries.size() - 1) * BETWEEN_COLUMNS * em;
    double x = area.getCenterX() - width / 2;
    for (var entry : entries) {
      entry(canvas, entry, x, area.getMinY() - rowHeight() + BORDER * em);
      x += width(entry) + BETWEEN_COLUMNS * em;
    }
  }

  private void entry(Canvas canvas, Entry entry, double x, double y) {
    double baseline = y + entry.text.ascent();
    key(canvas, entry.mark, new Rectangle2D.Double(x, baseline - 0.7 * em, HANDLE * em, 0.7 * em));
    canvas.text(entry.text, x + (HANDLE + AFTER_HANDLE) * em, baseline, 0, look.text());
  }

  private void key(Canvas canvas, Mark mark, Rectangle2D place) {
    var style = mark.style();
    var color = style.shades().map().map(map -> map.at(0.6)).or(style::color).orElse(Color.C0);
    var ink = new Ink(color, style.alpha());
    double x = place.getCenterX();
    double y = place.getCenterY();
    switch (mark) {
      case Mark.Points _, Mark.Points3 _ -> canvas.fill(
          Points.at(Markers.shape(style.marker(), Math.sqrt(style.size()), Points.EDGE), x, y), ink);
      case Mark.Line _ -> canvas.stroke(Paths.line(place.getMinX(), y, place.getMaxX(), y), look.pen(style));
      case Mark.Contour contour when !contour.filled() ->
          canvas.stroke(Paths.line(place.getMinX(), y, place.getMaxX(), y), look.pen(style));
      case Mark.Contour _, Mark.Surface _ -> canvas.fill(place, ink);
      case Mark.Arrows _ -> canvas.fill(Quiver.arrow(place), ink);
    }
  }
}
