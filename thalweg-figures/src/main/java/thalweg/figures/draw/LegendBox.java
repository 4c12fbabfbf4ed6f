package thalweg.figures.draw;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import thalweg.figures.Color;
import thalweg.figures.Legend;
import thalweg.figures.Mark;

/// The list of labelled marks, with matplotlib's measures: all in font sizes.
final class LegendBox {

  private static final double BORDER = 0.4;
  private static final double BETWEEN = 0.5;
  private static final double AFTER_HANDLE = 0.8;
  private static final double FROM_AXES = 0.5;
  private static final double BETWEEN_COLUMNS = 2;
  private static final double ROUND = 0.4;
  private static final double SEE_THROUGH = 0.8;

  /// How far the edge is from the paper towards the ink.
  private static final double EDGE = 0.2;

  private record Entry(Mark mark, Lettering text) {
    double height() {
      return text.highest() + text.lowest();
    }
  }

  private final Look look;
  private final Lettering title;
  private final List<Entry> entries;
  private final double room;
  private final double em;

  /// @param room how wide a legend over the axes may be
  LegendBox(String title, List<? extends Mark> marks, double room, Look look) {
    this.look = look;
    this.room = room;
    this.title = look.label(title);
    em = look.fontSize();
    entries = marks.stream().filter(mark -> !mark.style().label().isEmpty())
        .map(mark -> new Entry(mark, look.label(mark.style().label()))).toList();
  }

  /// What a legend over the axes needs.
  double rowsHeight() {
    return entries.isEmpty() ? 0 : rows().size() * lineHeight() + 2 * BORDER * em;
  }

  private double lineHeight() {
    return title.height() + BETWEEN * em;
  }

  private double width(Entry entry) {
    return (LegendKey.WIDTH + AFTER_HANDLE) * em + entry.text.width();
  }

  void paint(Canvas canvas, Legend where, Rectangle2D area) {
    if (entries.isEmpty()) {
      return;
    }
    if (where == Legend.ABOVE) {
      above(canvas, area);
    } else {
      boxed(canvas, where, area);
    }
  }

  private void boxed(Canvas canvas, Legend where, Rectangle2D area) {
    var place = place(where, area);
    double x = place.getX();
    var box = new RoundRectangle2D.Double(x, place.getY(), place.getWidth(), place.getHeight(), ROUND * em, ROUND * em);
    canvas.fill(box, new Ink(look.theme().paper(), SEE_THROUGH));
    canvas.stroke(box, Pen.of(new Ink(edge(), SEE_THROUGH), 1));
    double at = place.getY() + BORDER * em;
    if (title.width() > 0) {
      canvas.text(title, x + (place.getWidth() - title.width()) / 2, at + title.ascent(), 0, look.text());
      at += lineHeight();
    }
    for (var entry : entries) {
      entry(canvas, entry, x + BORDER * em, at + entry.text.highest());
      at += entry.height() + BETWEEN * em;
    }
  }

  /// What it covers of `area`.
  private Rectangle2D place(Legend where, Rectangle2D area) {
    double width = Math.max(title.width(), entries.stream().mapToDouble(this::width).max().orElse(0))
        + 2 * BORDER * em;
    double height = entries.stream().mapToDouble(entry -> entry.height() + BETWEEN * em).sum()
        + (title.width() > 0 ? lineHeight() : 0) - BETWEEN * em + 2 * BORDER * em;
    return new Rectangle2D.Double(left(where, area, width), top(where, area, height), width, height);
  }

  /// The place at which it covers the fewest of `places`, in matplotlib's order where several have as few.
  Legend best(Rectangle2D area, List<Point2D> places) {
    return Stream.of(Legend.UPPER_RIGHT, Legend.UPPER_LEFT, Legend.LOWER_LEFT, Legend.LOWER_RIGHT,
            Legend.CENTER_LEFT, Legend.CENTER_RIGHT, Legend.LOWER_CENTER, Legend.UPPER_CENTER, Legend.CENTER)
        .min(Comparator.comparingLong(candidate -> {
          var covered = place(candidate, area);
          return places.stream().filter(covered::contains).count();
        })).orElseThrow();
  }

  private Color edge() {
    return Ink.between(look.theme().paper(), look.theme().ink(), EDGE);
  }

  private double left(Legend where, Rectangle2D area, double width) {
    double away = FROM_AXES * em;
    return switch (where) {
      case UPPER_LEFT, CENTER_LEFT, LOWER_LEFT -> area.getMinX() + away;
      case UPPER_CENTER, CENTER, LOWER_CENTER, NONE, ABOVE -> area.getCenterX() - width / 2;
      case UPPER_RIGHT, CENTER_RIGHT, LOWER_RIGHT, BEST -> area.getMaxX() - away - width;
    };
  }

  private double top(Legend where, Rectangle2D area, double height) {
    double away = FROM_AXES * em;
    return switch (where) {
      case UPPER_LEFT, UPPER_CENTER, UPPER_RIGHT, NONE, ABOVE, BEST -> area.getMinY() + away;
      case CENTER_LEFT, CENTER, CENTER_RIGHT -> area.getCenterY() - height / 2;
      case LOWER_LEFT, LOWER_CENTER, LOWER_RIGHT -> area.getMaxY() - away - height;
    };
  }

  /// The entries that stand side by side over the axes.
  private List<List<Entry>> rows() {
    for (int columns = entries.size(); columns > 1; columns--) {
      var rows = rows(columns);
      if (rows.stream().allMatch(row -> rowWidth(row) <= room)) {
        return rows;
      }
    }
    return rows(1);
  }

  private List<List<Entry>> rows(int columns) {
    var rows = new ArrayList<List<Entry>>();
    for (int from = 0; from < entries.size(); from += columns) {
      rows.add(entries.subList(from, Math.min(from + columns, entries.size())));
    }
    return rows;
  }

  private double rowWidth(List<Entry> row) {
    return row.stream().mapToDouble(this::width).sum() + (row.size() - 1) * BETWEEN_COLUMNS * em;
  }

  private void above(Canvas canvas, Rectangle2D area) {
    double y = area.getMinY() - rowsHeight() + BORDER * em;
    for (var row : rows()) {
      double x = area.getCenterX() - rowWidth(row) / 2;
      for (var entry : row) {
        entry(canvas, entry, x, y + entry.text.ascent());
        x += width(entry) + BETWEEN_COLUMNS * em;
      }
      y += lineHeight();
    }
  }

  private void entry(Canvas canvas, Entry entry, double x, double baseline) {
    new LegendKey(canvas, look, x, baseline).draw(entry.mark);
    canvas.text(entry.text, x + (LegendKey.WIDTH + AFTER_HANDLE) * em, baseline, 0, look.text());
  }
}
