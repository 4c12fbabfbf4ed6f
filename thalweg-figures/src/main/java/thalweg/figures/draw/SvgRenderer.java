package thalweg.figures.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.Renderer;

/// Writes figures as SVG, in which text stays text.
public final class SvgRenderer implements Renderer {

  /// As services are made.
  public SvgRenderer() {}

  @Override
  public List<String> endings() {
    return List.of("svg");
  }

  @Override
  public void render(Figure figure, Output output, OutputStream to) throws IOException {
    to.write(Drawing.svg(figure).getBytes(StandardCharsets.UTF_8));
  }
}
