package thalweg.figures.draw;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes SVG. Text stays text: it can be searched, read aloud and compared. What few readers have a font for is
/// drawn, and its text named beside the drawing.
final class SvgCanvas implements Canvas {

  private final double width;
  private final double height;
  private final StringBuilder body = new StringBuilder();
  private final Set<Face> faces = EnumSet.noneOf(Face.class);

  SvgCanvas(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /// The whole document.
  String document(String title) {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%spt\" height=\"%spt\""
        + " viewBox=\"0 0 %s %s\" role=\"img\">\n")
        .formatted(number(width), number(height), number(width), number(height))
        + (title.isEmpty() ? "" : "<title>" + escaped(title) + "</title>\n")
        + style() + body + "</svg>\n";
  }

  /// Few readers have the hand-drawn font, so it comes along.
  private String style() {
    return !faces.contains(Face.HAND) ? "" :
        "<style>@font-face{font-family:\"%s\";src:url(data:font/ttf;base64,%s)}</style>\n".formatted(
            Face.HAND.family(), Base64.getEncoder().encodeToString(Face.HAND.bytes()));
  }

  @Override
  public void fill(Shape shape, Ink ink) {
    boolean evenOdd = shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD;
    body.append("<path d=\"");
    path(shape);
    body.append("\" fill=\"").append(ink.color().hex()).append('"');
    if (evenOdd) {
      body.append(" fill-rule=\"evenodd\"");
    }
    attribute("fill-opacity", ink.alpha(), 1);
    if (shape instanceof Rectangle2D) {
      body.append(" shape-rendering=\"crispEdges\""); // bars side by side show no seam
    }
    body.append("/>\n");
  }

  @Override
  public void fillArea(Shape shape, Ink ink) {
    fill(shape, ink);
  }

  @Override
  public void stroke(Shape shape, Pen pen) {
    body.append("<path d=\"");
    path(shape);
    body.append("\" fill=\"none\" stroke=\"").append(pen.ink().color().hex()).append('"');
    attribute("stroke-opacity", pen.ink().alpha(), 1);
    attribute("stroke-width", pen.width(), 1);
    if (!pen.dashes().isEmpty()) {
      body.append(" stroke-dasharray=\"")
          .append(pen.dashes().stream().map(SvgCanvas::number).collect(Collectors.joining(" "))).append('"');
    }
    switch (pen.end()) {
      case BUTT -> {}
      case ROUND -> body.append(" stroke-linecap=\"round\"");
      case SQUARE -> body.append(" stroke-linecap=\"square\"");
    }
    body.append(pen.crisp() ? "/>\n" : " stroke-linejoin=\"round\"/>\n");
  }

  @Override
  public void text(Lettering text, double x, double y, double angle, Ink ink) {
    var written = text.pieces().stream().filter(piece -> !piece.face().isEastAsian()).toList();
    boolean all = written.size() == text.pieces().size();
    if (!all) {
      body.append("<g role=\"img\" aria-label=\"").append(escaped(text.text())).append("\">\n");
    }
    if (!written.isEmpty()) {
      written(written, x, y, angle, ink);
    }
    text.pieces().stream().filter(piece -> piece.face().isEastAsian()).forEach(piece -> {
      body.append("<path");
      placed(x, y, angle, ink);
      body.append(" d=\"");
      path(piece.outline());
      body.append("\"/>\n");
    });
    body.append(all ? "" : "</g>\n");
  }

  private void written(List<Lettering.Piece> pieces, double x, double y, double angle, Ink ink) {
    body.append("<text");
    placed(x, y, angle, ink);
    if (pieces.size() == 1) {
      piece(pieces.getFirst());
    } else {
      body.append('>');
      for (var piece : pieces) {
        body.append("<tspan");
        piece(piece);
        body.append("</tspan>");
      }
    }
    body.append("</text>\n");
  }

  private void placed(double x, double y, double angle, Ink ink) {
    body.append(" fill=\"").append(ink.color().hex()).append("\" transform=\"translate(")
        .append(number(x)).append(' ').append(number(y)).append(')');
    if (angle != 0) {
      body.append(" rotate(").append(number(-angle)).append(')');
    }
    body.append('"');
    attribute("fill-opacity", ink.alpha(), 1);
  }

  /// `textLength` keeps the place of what follows where the reader's font is another.
  private void piece(Lettering.Piece piece) {
    faces.add(piece.face());
    attribute("x", piece.x(), 0);
    attribute("y", -piece.rise(), 0);
    body.append(" font-family=\"").append(piece.face().family()).append(", ")
        .append(piece.face() == Face.HAND ? "cursive" : "Verdana, sans-serif").append('"');
    attribute("font-size", piece.size(), 0);
    body.append(switch (piece.face()) {
      case REGULAR, HAND, KOREAN, CHINESE -> "";
      case OBLIQUE -> " font-style=\"italic\"";
      case BOLD -> " font-weight=\"bold\"";
    });
    attribute("textLength", piece.width(), 0);
    body.append(" xml:space=\"preserve\">").append(escaped(piece.text()));
  }

  @Override
  public void cells(int[] argb, int columns, Rectangle2D area) {
    try {
      var bytes = new ByteArrayOutputStream();
      Png.write(Png.image(argb, columns), 0, bytes);
      body.append("<image preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\"");
      attribute("x", area.getX(), Double.NaN);
      attribute("y", area.getY(), Double.NaN);
      attribute("width", area.getWidth(), Double.NaN);
      attribute("height", area.getHeight(), Double.NaN);
      body.append(" href=\"data:image/png;base64,")
          .append(Base64.getEncoder().encodeToString(bytes.toByteArray())).append("\"/>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void within(Rectangle2D area, Runnable drawing) {
    // Named by its numbers, so that drawings in one page share what they call alike.
    var id = "clip-" + number(area.getX()) + "-" + number(area.getY()) + "-" + number(area.getMaxX()) + "-"
        + number(area.getMaxY());
    body.append("<clipPath id=\"").append(id).append("\"><path d=\"");
    path(area);
    body.append("\"/></clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
    drawing.run();
    body.append("</g>\n");
  }

  private void path(Shape shape) {
    double[] c = new double[6];
    for (var it = shape.getPathIterator(null); !it.isDone(); it.next()) {
      int numbers = switch (it.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> begin('M', 2);
        case PathIterator.SEG_LINETO -> begin('L', 2);
        case PathIterator.SEG_QUADTO -> begin('Q', 4);
        case PathIterator.SEG_CUBICTO -> begin('C', 6);
        default -> begin('Z', 0);
      };
      for (int i = 0; i < numbers; i++) {
        if (i > 0) {
          body.append(' ');
        }
        append(c[i]);
      }
    }
  }

  private int begin(char command, int numbers) {
    body.append(command);
    return numbers;
  }

  private void attribute(String name, double value, double usual) {
    if (value != usual) {
      body.append(' ').append(name).append("=\"");
      append(value);
      body.append('"');
    }
  }

  private static String number(double value) {
    var text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private void append(double value) {
    append(body, value);
  }

  /// Hundredths of a point are finer than anyone can see.
  private static void append(StringBuilder text, double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths < 0) {
      text.append('-');
      hundredths = -hundredths;
    }
    text.append(hundredths / 100);
    int rest = (int) (hundredths % 100);
    if (rest != 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 != 0) {
        text.append(rest % 10);
      }
    }
  }

  private static String escaped(String text) {
    var safe = new StringBuilder();
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        default -> safe.appendCodePoint(legal(c) ? c : 0xfffd);
      }
    });
    return safe.toString();
  }

  /// What XML has no way to write: control characters and halves of characters.
  private static boolean legal(int c) {
    return c == '\t' || c == '\n' || c >= 0x20 && c < 0xd800 || c > 0xdfff && c != 0xfffe && c != 0xffff;
  }
}
