package thalweg.figures.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.Renderer;

/// Writes figures as PDF of one page, with the parts of the fonts that it needs.
public final class PdfRenderer implements Renderer {

  /// As services are made.
  public PdfRenderer() {}

  @Override
  public List<String> endings() {
    return List.of("pdf");
  }

  @Override
  public void render(Figure figure, Output output, OutputStream to) throws IOException {
    Drawing.pdf(figure, to);
  }
}
