package thalweg.figures.draw;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import thalweg.figures.Figure;
import thalweg.figures.Output;

/// Figures as pictures.
public final class Drawing {

  private Drawing() {}

  /// The figure as pixels: its width and height in inches times `dpi`, rounded.
  ///
  /// @throws IllegalArgumentException if these are too many
  public static BufferedImage image(Figure figure, double dpi) {
    var painter = new FigurePainter(figure);
    var size = Output.dpi(dpi).apply(Output.DEFAULT).pixels(figure);
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    var canvas = new PixelCanvas(image, dpi / 72);
    painter.paint(canvas);
    canvas.dispose();
    return image;
  }

  /// The figure as an SVG document.
  public static String svg(Figure figure) {
    var painter = new FigurePainter(figure);
    var canvas = new SvgCanvas(painter.width(), painter.height());
    painter.paint(canvas);
    return canvas.document(figure.suptitle());
  }

  /// Writes the figure as PDF of one page; the stream is left open.
  public static void pdf(Figure figure, OutputStream to) throws IOException {
    var painter = new FigurePainter(figure);
    try (var canvas = new PdfCanvas(painter.width(), painter.height(), figure.suptitle())) {
      painter.paint(canvas);
      canvas.write(to);
    }
  }
}
