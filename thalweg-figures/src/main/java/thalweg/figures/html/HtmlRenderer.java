package thalweg.figures.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.Renderer;

/// Writes figures as pages to look around in, each one file that needs no network.
public final class HtmlRenderer implements Renderer {

  /// As services are made.
  public HtmlRenderer() {}

  @Override
  public List<String> endings() {
    return List.of("html", "htm");
  }

  @Override
  public void render(Figure figure, Output output, OutputStream to) throws IOException {
    to.write(Page.titled("").figure(figure, "").html().getBytes(StandardCharsets.UTF_8));
  }
}
