package thalweg.figures.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import thalweg.figures.Animation;
import thalweg.figures.AnimationRenderer;
import thalweg.figures.Output;

/// Writes animations as GIF. Each frame has a palette of its own, and leaves out the pixels that did not change.
public final class GifRenderer implements AnimationRenderer {

  /// As services are made.
  public GifRenderer() {}

  @Override
  public List<String> endings() {
    return List.of("gif");
  }

  @Override
  public void render(Animation animation, Output output, OutputStream to) throws IOException {
    output.pixels(animation.base());
    try (var gif = new Gif(output, to)) {
      Reel.play(animation, output, gif::write);
    }
  }
}
