package thalweg.figures.draw;

import java.awt.image.BufferedImage;
import thalweg.figures.Figure;

/// Figures as pictures.
public final class Drawing {

  private Drawing() {}

  /// The figure as pixels: its width and height in inches times `dpi`, rounded.
  public static BufferedImage image(Figure figure, double dpi) {
    var painter = new FigurePainter(figure, Look.DEFAULT);
    var image = new BufferedImage(
        (int) Math.max(1, Math.round(figure.width() * dpi)), (int) Math.max(1, Math.round(figure.height() * dpi)),
        BufferedImage.TYPE_INT_RGB);
    var canvas = new PixelCanvas(image, dpi / 72);
    painter.paint(canvas);
    canvas.dispose();
    return image;
  }

  /// The figure as an SVG document.
  public static String svg(Figure figure) {
    var painter = new FigurePainter(figure, Look.DEFAULT);
    var canvas = new SvgCanvas(painter.width(), painter.height());
    painter.paint(canvas);
    return canvas.document(figure.suptitle());
  }
}
