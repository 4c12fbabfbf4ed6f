package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import thalweg.figures.Axes;
import thalweg.figures.Figure;
import thalweg.figures.Plane;
import thalweg.figures.Space;

/// Draws a figure: lays out its panels, paints them, and writes its title.
final class FigurePainter {

  private static final double POINTS_PER_INCH = 72;

  /// Where the top of the figure's title is, as a part of its height from the top: matplotlib's.
  private static final double TITLE_TOP = 0.02;

  private static final int PASSES = 2;

  private final Figure figure;
  private final Look look;
  private final double width;
  private final double height;

  FigurePainter(Figure figure) {
    this.figure = figure;
    look = Look.of(figure.theme());
    width = figure.width() * POINTS_PER_INCH;
    height = figure.height() * POINTS_PER_INCH;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  void paint(Canvas surface) {
    var canvas = figure.theme().sketch()
        .<Canvas>map(sketch -> new SketchCanvas(surface, sketch, figure.theme().paper())).orElse(surface);
    surface.fill(new Rectangle2D.Double(0, 0, width, height), Ink.of(look.theme().paper()));
    var layout = Layout.of(width, height, figure.rows(), figure.columns());
    // Again, because smaller panels may have other ticks.
    for (int pass = 0; pass < PASSES; pass++) {
      layout = layout.holding(panels(layout).stream().map(Panel::overhang).toList(), titleBottom());
    }
    panels(layout).forEach(panel -> panel.paint(canvas));
    var title = look.title(figure.suptitle());
    canvas.text(title, (width - title.width()) / 2, TITLE_TOP * height + title.ascent(), 0, look.text());
  }

  private double titleBottom() {
    return figure.suptitle().isEmpty() ? 0 : TITLE_TOP * height + look.title(figure.suptitle()).height();
  }

  private List<Panel> panels(Layout layout) {
    var panels = new ArrayList<Panel>();
    for (int p = 0; p < figure.panels().size(); p++) {
      panels.add(panel(figure.panels().get(p), layout.place(p)));
    }
    return panels;
  }

  private Panel panel(Axes axes, Rectangle2D place) {
    return switch (axes) {
      case Plane plane -> new PlanePanel(plane, place, look);
      case Space space -> new SpacePanel(space, place, look);
    };
  }
}
