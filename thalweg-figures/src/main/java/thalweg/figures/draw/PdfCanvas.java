package thalweg.figures.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/// Writes a page of PDF. Text stays text, and the parts of the fonts that it needs come along.
final class PdfCanvas implements Canvas, AutoCloseable {

  private static final int REPLACEMENT = 0xfffd;

  private final PDDocument document = new PDDocument();
  private final PDPageContentStream page;
  private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
  private final Map<Double, PDExtendedGraphicsState> alphas = new HashMap<>();

  PdfCanvas(double width, double height, String title) throws IOException {
    var sheet = new PDPage(new PDRectangle((float) width, (float) height));
    document.addPage(sheet);
    document.getDocumentInformation().setTitle(title);
    page = new PDPageContentStream(document, sheet);
    page.transform(new Matrix(1, 0, 0, -1, 0, (float) height)); // so that y runs down
  }

  void write(OutputStream out) throws IOException {
    page.close();
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void fill(Shape shape, Ink ink) {
    run(() -> {
      alpha(ink.alpha());
      page.setNonStrokingColor(new java.awt.Color(ink.color().rgb()));
      if (path(shape) == PathIterator.WIND_EVEN_ODD) {
        page.fillEvenOdd();
      } else {
        page.fill();
      }
    });
  }

  @Override
  public void fillArea(Shape shape, Ink ink) {
    fill(shape, ink);
  }

  @Override
  public void stroke(Shape shape, Pen pen) {
    run(() -> {
      alpha(pen.ink().alpha());
      page.setStrokingColor(new java.awt.Color(pen.ink().color().rgb()));
      page.setLineWidth((float) pen.width());
      page.setLineCapStyle(pen.end().ordinal()); // butt, round and square are 0, 1 and 2 in PDF
      page.setLineJoinStyle(pen.crisp() ? 0 : 1);
      float[] dashes = new float[pen.dashes().size()];
      for (int i = 0; i < dashes.length; i++) {
        dashes[i] = pen.dashes().get(i).floatValue();
      }
      page.setLineDashPattern(dashes, 0);
      path(shape);
      page.stroke();
    });
  }

  @Override
  public void text(Lettering text, double x, double y, double angle, Ink ink) {
    run(() -> {
      alpha(ink.alpha());
      page.setNonStrokingColor(new java.awt.Color(ink.color().rgb()));
      for (var piece : text.pieces()) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(Math.toRadians(-angle));
        place.translate(piece.x(), -piece.rise());
        place.scale(1, -1);
        page.beginText();
        page.setFont(font(piece.face()), (float) piece.size());
        page.setTextMatrix(new Matrix(place));
        page.showText(known(piece));
        page.endText();
      }
    });
  }

  /// A character that the font lacks becomes the one that stands for such.
  private static String known(Lettering.Piece piece) {
    var typeface = piece.face().typeface();
    var text = new StringBuilder();
    piece.text().codePoints().forEach(c -> text.appendCodePoint(typeface.has(c) ? c : REPLACEMENT));
    return text.toString();
  }

  @Override
  public void cells(int[] argb, int columns, Rectangle2D area) {
    run(() -> {
      alpha(1);
      var image = LosslessFactory.createFromImage(document, Png.image(argb, columns));
      page.saveGraphicsState();
      page.transform(new Matrix(1, 0, 0, -1, 0, (float) (2 * area.getY() + area.getHeight())));
      page.drawImage(image, (float) area.getX(), (float) area.getY(), (float) area.getWidth(),
          (float) area.getHeight());
      page.restoreGraphicsState();
    });
  }

  @Override
  public void within(Rectangle2D area, Runnable drawing) {
    run(() -> {
      page.saveGraphicsState();
      path(area);
      page.clip();
    });
    drawing.run();
    run(page::restoreGraphicsState);
  }

  private void alpha(double alpha) throws IOException {
    var state = alphas.get(alpha);
    if (state == null) {
      state = new PDExtendedGraphicsState();
      state.setNonStrokingAlphaConstant((float) alpha);
      state.setStrokingAlphaConstant((float) alpha);
      alphas.put(alpha, state);
    }
    page.setGraphicsStateParameters(state);
  }

  private PDFont font(Face face) throws IOException {
    var font = fonts.get(face);
    if (font == null) {
      font = PDType0Font.load(document, new ByteArrayInputStream(face.bytes()), true);
      fonts.put(face, font);
    }
    return font;
  }

  /// Returns the rule by which the shape is filled.
  private int path(Shape shape) throws IOException {
    float[] c = new float[6];
    float x = 0;
    float y = 0;
    var it = shape.getPathIterator(null);
    int rule = it.getWindingRule();
    for (; !it.isDone(); it.next()) {
      switch (it.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(x = c[0], y = c[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(x = c[0], y = c[1]);
        case PathIterator.SEG_QUADTO -> {
          page.curveTo(x + (c[0] - x) * 2 / 3, y + (c[1] - y) * 2 / 3,
              c[2] + (c[0] - c[2]) * 2 / 3, c[3] + (c[1] - c[3]) * 2 / 3, c[2], c[3]);
          x = c[2];
          y = c[3];
        }
        case PathIterator.SEG_CUBICTO -> page.curveTo(c[0], c[1], c[2], c[3], x = c[4], y = c[5]);
        default -> page.closePath();
      }
    }
    return rule;
  }
}
