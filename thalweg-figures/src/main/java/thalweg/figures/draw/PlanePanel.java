package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import thalweg.figures.Axis;
import thalweg.figures.Legend;
import thalweg.figures.Plane;

/// Axes of the plane: frame, ticks, labels, marks, legend and colour bar.
final class PlanePanel implements Panel {

  /// matplotlib's gaps, in points: between ticks and their labels, between those and the axis' label, and
  /// under the title.
  static final double TICK_PAD = 3.5;

  static final double LABEL_PAD = 4;
  private static final double TITLE_PAD = 6;

  private final Plane plane;
  private final Look look;
  private final Rectangle2D place;
  private final Rectangle2D area;
  private final Scale x;
  private final Scale y;
  private final List<Tick> xticks;
  private final List<Tick> yticks;
  private final Optional<ColorBar> bar;
  private final LegendBox legend;

  PlanePanel(Plane plane, Rectangle2D place, Look look) {
    this.plane = plane;
    this.look = look;
    this.place = place;
    var barred = plane.marks().stream().filter(mark -> mark.style().shades().bar().isPresent()).findFirst();
    var xlimits = plane.xlimits();
    var ylimits = plane.ylimits();
    var room = barred.isPresent() ? ColorBar.axes(place) : place;
    area = plane.equal()
        ? shrunk(room, Math.abs((ylimits.high() - ylimits.low()) / (xlimits.high() - xlimits.low()))) : room;
    bar = barred.map(mark -> new ColorBar(mark, ColorBar.bar(place, area), look));
    x = Scale.of(plane.x(), xlimits, area.getMinX(), area.getMaxX());
    y = Scale.of(plane.y(), ylimits, area.getMaxY(), area.getMinY());
    xticks = ticks(plane.x(), x, 3);
    yticks = ticks(plane.y(), y, 2);
    legend = new LegendBox(plane.marks(), look);
  }

  private List<Tick> ticks(Axis axis, Scale scale, double letters) {
    return Ticks.of(scale, look.fontSize() * letters);
  }

  /// The largest area of a height to width of `ratio` in the middle of `room`.
  private static Rectangle2D shrunk(Rectangle2D room, double ratio) {
    if (!(ratio > 0 && Double.isFinite(ratio))) {
      return room;
    }
    double width = Math.min(room.getWidth(), room.getHeight() / ratio);
    double height = width * ratio;
    return new Rectangle2D.Double(
        room.getCenterX() - width / 2, room.getCenterY() - height / 2, width, height);
  }

  @Override
  public Overhang overhang() {
    double left = tickWidth() + (plane.y().label().isEmpty() ? 0 : LABEL_PAD + look.label("x").height());
    double below = tickHeight() + (plane.x().label().isEmpty() ? 0 : LABEL_PAD + look.label("x").height());
    double right = bar.map(ColorBar::right).orElse(area.getMaxX());
    for (var tick : xticks) {
      right = Math.max(right, x.at(tick.at()) + look.label(tick.label()).width() / 2);
    }
    return new Overhang(place.getMinX() - area.getMinX() + left, titleHeight() - (area.getMinY() - place.getMinY()),
        right - place.getMaxX(), area.getMaxY() - place.getMaxY() + below);
  }

  private double tickWidth() {
    return look.tick() + TICK_PAD
        + yticks.stream().mapToDouble(tick -> look.label(tick.label()).width()).max().orElse(0);
  }

  private double tickHeight() {
    return look.tick() + TICK_PAD + look.label("0").height();
  }

  private double titleHeight() {
    double above = plane.legendPlace() == Legend.ABOVE ? legend.rowHeight() : 0;
    return above + (plane.title().isEmpty() ? 0 : TITLE_PAD + look.title(plane.title()).height());
  }

  @Override
  public void paint(Canvas canvas) {
    canvas.fill(area, Ink.of(look.panel()));
    canvas.within(area, () -> {
      var marks = new PlanarMarks(canvas, look, area, x, y);
      plane.marks().forEach(marks::draw);
    });
    axes(canvas);
    labels(canvas);
    bar.ifPresent(b -> b.paint(canvas));
    if (plane.legendPlace() != Legend.NONE) {
      legend.paint(canvas, plane.legendPlace(), area);
    }
  }

  private void axes(Canvas canvas) {
    for (var tick : xticks) {
      double at = x.at(tick.at());
      canvas.stroke(Paths.line(at, area.getMaxY(), at, area.getMaxY() + look.tick()), look.tickPen());
      var text = look.label(tick.label());
      canvas.text(text, at - text.width() / 2, area.getMaxY() + look.tick() + TICK_PAD + text.ascent(), 0,
          look.text());
    }
    for (var tick : yticks) {
      double at = y.at(tick.at());
      canvas.stroke(Paths.line(area.getMinX(), at, area.getMinX() - look.tick(), at), look.tickPen());
      var text = look.label(tick.label());
      canvas.text(text, area.getMinX() - look.tick() - TICK_PAD - text.width(), at + text.ascent() / 2, 0,
          look.text());
    }
    canvas.stroke(area, look.framePen());
  }

  private void labels(Canvas canvas) {
    var below = look.label(plane.x().label());
    canvas.text(below, area.getCenterX() - below.width() / 2,
        area.getMaxY() + tickHeight() + LABEL_PAD + below.ascent(), 0, look.text());
    var beside = look.label(plane.y().label());
    canvas.text(beside, area.getMinX() - tickWidth() - LABEL_PAD - beside.descent(),
        area.getCenterY() + beside.width() / 2, 90, look.text());
    var title = look.title(plane.title());
    double above = plane.legendPlace() == Legend.ABOVE ? legend.rowHeight() : 0;
    canvas.text(title, area.getCenterX() - title.width() / 2, area.getMinY() - above - TITLE_PAD, 0, look.text());
  }
}
