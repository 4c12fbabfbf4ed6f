package thalweg.figures.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// Draws into a picture of pixels.
final class PixelCanvas implements Canvas {

  private final Graphics2D graphics;
  private final double scale;

  PixelCanvas(BufferedImage image, double pixelsPerPoint) {
    graphics = image.createGraphics();
    scale = pixelsPerPoint;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(scale, scale);
  }

  void dispose() {
    graphics.dispose();
  }

  @Override
  public void fill(Shape shape, Ink ink) {
    graphics.setColor(new Color(ink.argb(), true));
    graphics.fill(shape instanceof Rectangle2D box ? whole(box) : shape);
  }

  /// A rectangle of whole pixels, as matplotlib snaps them: bars side by side show no seam.
  private Rectangle2D whole(Rectangle2D box) {
    double x0 = Math.round(box.getMinX() * scale) / scale;
    double y0 = Math.round(box.getMinY() * scale) / scale;
    double x1 = Math.round(box.getMaxX() * scale) / scale;
    double y1 = Math.round(box.getMaxY() * scale) / scale;
    return new Rectangle2D.Double(x0, y0, x1 - x0, y1 - y0);
  }

  @Override
  public void fillArea(Shape shape, Ink ink) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    fill(shape, ink);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  /// A face that lets light through shows no seam to the next only if their pixels are full or empty.
  @Override
  public void fillFace(Shape shape, Ink ink) {
    if (ink.alpha() == 1) {
      Canvas.super.fillFace(shape, ink);
    } else {
      fillArea(shape, ink);
    }
  }

  @Override
  public void stroke(Shape shape, Pen pen) {
    graphics.setColor(new Color(pen.ink().argb(), true));
    if (!pen.crisp()) {
      graphics.setStroke(stroke(pen, pen.width()));
      graphics.draw(shape);
      return;
    }
    // Whole pixels, as matplotlib snaps them: a line of a pixel's width is one pixel, not two grey ones.
    double pixels = Math.max(1, pen.width() * scale);
    graphics.setStroke(stroke(pen, pixels / scale));
    graphics.draw(snapped(shape, Math.round(pixels) % 2 == 1 ? 0.5 : 0));
  }

  private static BasicStroke stroke(Pen pen, double width) {
    int cap = switch (pen.end()) {
      case BUTT -> BasicStroke.CAP_BUTT;
      case ROUND -> BasicStroke.CAP_ROUND;
      case SQUARE -> BasicStroke.CAP_SQUARE;
    };
    int join = pen.crisp() ? BasicStroke.JOIN_MITER : BasicStroke.JOIN_ROUND;
    if (pen.dashes().isEmpty()) {
      return new BasicStroke((float) width, cap, join);
    }
    float[] dashes = new float[pen.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = pen.dashes().get(i).floatValue();
    }
    return new BasicStroke((float) width, cap, join, 10, dashes, 0);
  }

  private Path2D snapped(Shape shape, double centre) {
    var path = new Path2D.Double();
    double[] c = new double[6];
    for (var it = shape.getPathIterator(AffineTransform.getScaleInstance(scale, scale)); !it.isDone(); it.next()) {
      int kind = it.currentSegment(c);
      double x = (Math.round(c[0] - centre) + centre) / scale;
      double y = (Math.round(c[1] - centre) + centre) / scale;
      switch (kind) {
        case PathIterator.SEG_MOVETO -> path.moveTo(x, y);
        case PathIterator.SEG_LINETO -> path.lineTo(x, y);
        case PathIterator.SEG_CLOSE -> path.closePath();
        default -> throw new IllegalArgumentException("a crisp line has no curves");
      }
    }
    return path;
  }

  @Override
  public void text(Lettering text, double x, double y, double angle, Ink ink) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(Math.toRadians(-angle));
    fill(text.outline().createTransformedShape(place), ink);
  }

  @Override
  public void cells(int[] argb, int columns, Rectangle2D area) {
    var image = Png.image(argb, columns);
    int rows = image.getHeight();
    var place = new AffineTransform(
        area.getWidth() / columns, 0, 0, area.getHeight() / rows, area.getX(), area.getY());
    graphics.drawImage(image, place, null);
  }

  @Override
  public void within(Rectangle2D area, Runnable drawing) {
    var before = graphics.getClip();
    graphics.clip(area);
    drawing.run();
    graphics.setClip(before);
  }
}
