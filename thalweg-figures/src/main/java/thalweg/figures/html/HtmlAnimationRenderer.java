package thalweg.figures.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import thalweg.figures.Animation;
import thalweg.figures.AnimationRenderer;
import thalweg.figures.Output;

/// Writes animations as pages with a player, each one file that needs no network.
public final class HtmlAnimationRenderer implements AnimationRenderer {

  /// As services are made.
  public HtmlAnimationRenderer() {}

  @Override
  public List<String> endings() {
    return List.of("html", "htm");
  }

  @Override
  public void render(Animation animation, Output output, OutputStream to) throws IOException {
    var page = Page.titled("").add(new Block.Moving(animation, "", output));
    to.write(page.html().getBytes(StandardCharsets.UTF_8));
    output.progress().made(animation.frames().size(), animation.frames().size());
  }
}
