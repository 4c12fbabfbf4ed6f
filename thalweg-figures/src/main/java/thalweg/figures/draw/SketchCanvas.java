package thalweg.figures.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;
import thalweg.figures.Color;
import thalweg.figures.Theme;

/// Draws as by hand, like matplotlib's `xkcd`: lines wander to and fro, and everything has a halo in the
/// colour of the paper. The same figure is always drawn the same.
final class SketchCanvas implements Canvas {

  /// A pixel of 1/100 inch, in points.
  private static final double PIXEL = 0.72;

  /// From one place of a line to the next.
  private static final double STEP = 4 * PIXEL;

  private static final double FLATNESS = 0.1;

  /// Smaller shapes, such as points, are left as they are.
  private static final double SMALL = 15;

  private static final double HALO = 4;

  private final Canvas canvas;
  private final Theme.Sketch sketch;
  private final Color halo;
  private final SplittableRandom random = new SplittableRandom(0);

  SketchCanvas(Canvas canvas, Theme.Sketch sketch, Color halo) {
    this.canvas = canvas;
    this.sketch = sketch;
    this.halo = halo;
  }

  @Override
  public void fill(Shape shape, Ink ink) {
    if (isSmall(shape)) {
      canvas.stroke(shape, Pen.of(Ink.of(halo), HALO));
    }
    canvas.fill(isSmall(shape) ? shape : wandering(shape), ink);
  }

  private static boolean isSmall(Shape shape) {
    var bounds = shape.getBounds2D();
    return bounds.getWidth() < SMALL && bounds.getHeight() < SMALL;
  }

  @Override
  public void fillArea(Shape shape, Ink ink) {
    canvas.fillArea(shape, ink);
  }

  @Override
  public void fillFace(Shape shape, Ink ink) {
    canvas.fillFace(shape, ink);
  }

  @Override
  public void stroke(Shape shape, Pen pen) {
    var line = wandering(shape);
    if (pen.ink().alpha() == 1) {
      canvas.stroke(line, Pen.of(Ink.of(halo), pen.width() + HALO).ending(pen.end()));
    }
    canvas.stroke(line, new Pen(pen.ink(), pen.width(), pen.dashes(), pen.end(), false));
  }

  /// Without a halo, which would cover what it encloses.
  @Override
  public void edge(Shape shape, Pen pen) {
    canvas.stroke(isSmall(shape) ? shape : wandering(shape),
        new Pen(pen.ink(), pen.width(), pen.dashes(), pen.end(), false));
  }

  @Override
  public void text(Lettering text, double x, double y, double angle, Ink ink) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(Math.toRadians(-angle));
    canvas.stroke(text.outline().createTransformedShape(place), Pen.of(Ink.of(halo), HALO));
    canvas.text(text, x, y, angle, ink);
  }

  @Override
  public void cells(int[] argb, int columns, Rectangle2D area) {
    canvas.cells(argb, columns, area);
  }

  @Override
  public void within(Rectangle2D area, Runnable drawing) {
    canvas.within(area, drawing);
  }

  /// The shape in small steps, each moved to the side by a sine whose phase runs now faster, now slower.
  private Path2D wandering(Shape shape) {
    var path = new Path2D.Double(shape.getPathIterator(null).getWindingRule());
    double[] c = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    var phase = new Phase();
    for (var it = new FlatteningPathIterator(shape.getPathIterator(null), FLATNESS); !it.isDone(); it.next()) {
      switch (it.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> {
          path.moveTo(c[0], c[1]);
          startX = c[0];
          startY = c[1];
        }
        case PathIterator.SEG_LINETO -> side(path, x, y, c[0], c[1], phase);
        default -> {
          side(path, x, y, startX, startY, phase);
          c[0] = startX;
          c[1] = startY;
        }
      }
      x = c[0];
      y = c[1];
    }
    return path;
  }

  private static void side(Path2D path, double x0, double y0, double x1, double y1, Phase phase) {
    double length = Math.hypot(x1 - x0, y1 - y0);
    if (length == 0) {
      return;
    }
    int steps = (int) Math.ceil(length / STEP);
    for (int step = 1; step <= steps; step++) {
      double part = (double) step / steps;
      double away = phase.after(length / steps);
      path.lineTo(x0 + part * (x1 - x0) - away * (y1 - y0) / length,
          y0 + part * (y1 - y0) + away * (x1 - x0) / length);
    }
  }

  private final class Phase {
    private double at = random.nextDouble(2 * Math.PI);

    double after(double length) {
      double speed = Math.pow(sketch.randomness(), 2 * random.nextDouble() - 1);
      at += speed * length * 2 * Math.PI / (sketch.length() * PIXEL);
      return sketch.scale() * PIXEL * Math.sin(at);
    }
  }
}
