package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thalweg.figures.Axis;
import thalweg.figures.Legend;
import thalweg.figures.Space;

/// Axes of space: a square in which the box is seen.
final class SpacePanel implements Panel {

  private static final double TITLE_PAD = 6;

  /// What the labels of the z axis need before a colour bar, in font sizes.
  private static final double LABEL_ROOM = 2.5;

  private record Layer(double order, SpatialMark mark) {}

  private final Space space;
  private final Look look;
  private final Rectangle2D place;
  private final Rectangle2D area;
  private final Optional<ColorBar> bar;
  private final LegendBox legend;

  SpacePanel(Space space, Rectangle2D place, Look look) {
    this.space = space;
    this.look = look;
    this.place = place;
    var barred = space.marks().stream().filter(mark -> mark.style().shades().bar().isPresent()).findFirst();
    var room = barred.isPresent() ? ColorBar.axes(place) : place;
    double free = barred.isPresent() ? LABEL_ROOM * look.fontSize() : 0;
    double side = Math.max(1, Math.min(room.getWidth() - free, room.getHeight()));
    area = new Rectangle2D.Double(room.getCenterX() - (side + free) / 2, room.getCenterY() - side / 2, side, side);
    bar = barred.map(mark -> new ColorBar(mark, ColorBar.bar(place, room), look));
    legend = new LegendBox(space.legendTitle(), space.marks(), place.getWidth(), look);
  }

  @Override
  public Overhang overhang() {
    double above = space.legendPlace() == Legend.ABOVE ? legend.rowsHeight() : 0;
    double title = space.title().isEmpty() ? 0 : TITLE_PAD + look.title(space.title()).height();
    double right = bar.map(ColorBar::right).orElse(area.getMaxX());
    return new Overhang(0, above + title - (area.getMinY() - place.getMinY()), right - place.getMaxX(), 0);
  }

  @Override
  public void paint(Canvas canvas) {
    var view = new SpaceView(space, area);
    var walls = new Walls(view, look, area.getWidth(), area.getHeight());
    walls.paint(canvas);
    var axes = List.of(space.x(), space.y(), space.z());
    for (int axis = 0; axis < 3; axis++) {
      walls.paintAxis(canvas, axis, axes.get(axis), ticks(axes.get(axis), view.scale(axis)));
    }
    space.marks().stream().map(mark -> new Layer(mark.style().zorder(), SpatialMark.of(mark, view, look)))
        .sorted(Comparator.comparingDouble(Layer::order)
            .thenComparing(layer -> layer.mark.nearest(), Comparator.reverseOrder()))
        .forEach(layer -> layer.mark.paint(canvas));
    bar.ifPresent(b -> b.paint(canvas));
    var title = look.title(space.title());
    double above = space.legendPlace() == Legend.ABOVE ? legend.rowsHeight() : 0;
    canvas.text(title, area.getCenterX() - title.width() / 2, area.getMinY() - above - TITLE_PAD, 0, look.text());
    if (space.legendPlace() != Legend.NONE) {
      legend.paint(canvas, space.legendPlace(), area);
    }
  }

  private Tick.Row ticks(Axis axis, Scale scale) {
    return Tick.row(axis, new Scale(scale.limits(), scale.log(), 0, area.getWidth()), look, look.fontSize() * 3);
  }
}
