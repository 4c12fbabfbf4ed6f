package thalweg.figures.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.Renderer;

/// Writes figures as PNG, which records how many pixels an inch it has.
public final class PngRenderer implements Renderer {

  /// As services are made.
  public PngRenderer() {}

  @Override
  public List<String> endings() {
    return List.of("png");
  }

  @Override
  public void render(Figure figure, Output output, OutputStream to) throws IOException {
    Png.write(Drawing.image(figure, output.dpi()), output.dpi(), to);
  }
}
