package thalweg.figures.draw;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thalweg.figures.Legend;
import thalweg.figures.Mark;
import thalweg.figures.Plane;

/// Axes of the plane: frame, ticks, labels, marks, legend and colour bar.
final class PlanePanel implements Panel {

  /// matplotlib's gaps, in points: between ticks and their labels, between those and the axis' label, and
  /// under the title.
  static final double TICK_PAD = 3.5;

  static final double LABEL_PAD = 4;
  private static final double TITLE_PAD = 6;
  static final double OFFSET_PAD = 3;
  private static final double GRID_WIDTH = 0.8;

  private final Plane plane;
  private final Look look;
  private final Rectangle2D place;
  private final Rectangle2D area;
  private final Scale x;
  private final Scale y;
  private final Tick.Row xticks;
  private final Tick.Row yticks;
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
    xticks = Tick.row(plane.x(), x, look, look.fontSize() * 3);
    yticks = Tick.row(plane.y(), y, look, look.fontSize() * 2);
    legend = new LegendBox(plane.legendTitle(), plane.marks(), place.getWidth(), look);
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
    double left = tickWidth() + (plane.y().label().isEmpty() ? 0 : LABEL_PAD + look.label(plane.y().label()).height());
    double below = tickHeight() + (plane.x().label().isEmpty() ? 0 : LABEL_PAD + look.label(plane.x().label()).height());
    double right = bar.map(ColorBar::right).orElse(area.getMaxX());
    for (var tick : xticks.major()) {
      right = Math.max(right, x.at(tick.at()) + tick.text().width() / 2);
    }
    below = Math.max(below, tickHeight() + offsetHeight(xticks));
    double above = Math.max(Math.max(titleHeight(), offsetHeight(yticks)), bar.map(ColorBar::above).orElse(0.0));
    return new Overhang(place.getMinX() - area.getMinX() + left, above - (area.getMinY() - place.getMinY()),
        right - place.getMaxX(), area.getMaxY() - place.getMaxY() + below);
  }

  static double offsetHeight(Tick.Row ticks) {
    return ticks.offset().width() == 0 ? 0 : OFFSET_PAD + ticks.offset().height();
  }

  private double tickWidth() {
    return look.tick() + TICK_PAD + yticks.widest();
  }

  private double tickHeight() {
    return look.tick() + TICK_PAD + xticks.highest();
  }

  private double titleHeight() {
    double above = plane.legendPlace() == Legend.ABOVE ? legend.rowsHeight() : 0;
    return above + (plane.title().isEmpty() ? 0 : TITLE_PAD + look.title(plane.title()).height());
  }

  /// The marks, those of a larger z-order later.
  private List<Mark.Planar> ordered() {
    return plane.marks().stream().sorted(Comparator.comparingDouble(mark -> mark.style().zorder())).toList();
  }

  @Override
  public void paint(Canvas canvas) {
    canvas.fill(area, Ink.of(look.theme().paper()));
    canvas.within(area, () -> {
      grid(canvas);
      var marks = new PlanarMarks(canvas, look, area, x, y);
      ordered().forEach(marks::draw);
    });
    axes(canvas);
    var texts = new Texts(canvas, look);
    ordered().forEach(mark -> texts.draw(mark, x, y));
    labels(canvas);
    bar.ifPresent(b -> b.paint(canvas));
    if (plane.legendPlace() != Legend.NONE) {
      legend.paint(canvas, plane.legendPlace() == Legend.BEST ? legend.best(area, places()) : plane.legendPlace(),
          area);
    }
  }

  /// Where the points of all marks are.
  private List<Point2D> places() {
    return plane.marks().stream().<Point2D>mapMulti((mark, found) -> {
      for (int i = 0; i < Math.min(mark.x().size(), mark.y().size()); i++) {
        found.accept(new Point2D.Double(x.at(mark.x().get(i)), y.at(mark.y().get(i))));
      }
    }).toList();
  }

  /// Lines at the ticks, under the data.
  private void grid(Canvas canvas) {
    var pen = Pen.of(Ink.of(look.theme().grid()), GRID_WIDTH).asCrisp();
    if (plane.x().grid()) {
      xticks.major().forEach(tick -> canvas.stroke(
          Paths.line(x.at(tick.at()), area.getMinY(), x.at(tick.at()), area.getMaxY()), pen));
    }
    if (plane.y().grid()) {
      yticks.major().forEach(tick -> canvas.stroke(
          Paths.line(area.getMinX(), y.at(tick.at()), area.getMaxX(), y.at(tick.at())), pen));
    }
  }

  private void axes(Canvas canvas) {
    for (double minor : xticks.minor()) {
      double at = x.at(minor);
      canvas.stroke(Paths.line(at, area.getMaxY(), at, area.getMaxY() + look.minorTick()), look.minorPen());
    }
    for (double minor : yticks.minor()) {
      double at = y.at(minor);
      canvas.stroke(Paths.line(area.getMinX(), at, area.getMinX() - look.minorTick(), at), look.minorPen());
    }
    for (var tick : xticks.major()) {
      double at = x.at(tick.at());
      canvas.stroke(Paths.line(at, area.getMaxY(), at, area.getMaxY() + look.tick()), look.tickPen());
      var text = tick.text();
      canvas.text(text, at - text.width() / 2, area.getMaxY() + look.tick() + TICK_PAD + text.ascent(), 0,
          look.text());
    }
    for (var tick : yticks.major()) {
      double at = y.at(tick.at());
      canvas.stroke(Paths.line(area.getMinX(), at, area.getMinX() - look.tick(), at), look.tickPen());
      var text = tick.text();
      canvas.text(text, area.getMinX() - look.tick() - TICK_PAD - text.width(), at + text.ascent() / 2, 0,
          look.text());
    }
    canvas.stroke(area, look.framePen());
    canvas.text(yticks.offset(), area.getMinX(), area.getMinY() - OFFSET_PAD - yticks.offset().descent(), 0,
        look.text());
    canvas.text(xticks.offset(), area.getMaxX() - xticks.offset().width(),
        area.getMaxY() + tickHeight() + OFFSET_PAD + xticks.offset().ascent(), 0, look.text());
  }

  private void labels(Canvas canvas) {
    var below = look.label(plane.x().label());
    canvas.text(below, area.getCenterX() - below.width() / 2,
        area.getMaxY() + tickHeight() + LABEL_PAD + below.ascent(), 0, look.text());
    var beside = look.label(plane.y().label());
    canvas.text(beside, area.getMinX() - tickWidth() - LABEL_PAD - beside.descent(),
        area.getCenterY() + beside.width() / 2, 90, look.text());
    var title = look.title(plane.title());
    double above = plane.legendPlace() == Legend.ABOVE ? legend.rowsHeight() : 0;
    canvas.text(title, area.getCenterX() - title.width() / 2, area.getMinY() - above - TITLE_PAD, 0, look.text());
  }
}
