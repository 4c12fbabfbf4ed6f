package thalweg.figures.draw;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import thalweg.figures.Animation;
import thalweg.figures.Output;

/// The frames of an animation as pictures, one after the other: while one is written, the next are drawn.
final class Reel {

  private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  /// Where the pictures go.
  @FunctionalInterface
  interface Writer {
    void write(BufferedImage picture) throws IOException;
  }

  private Reel() {}

  static void play(Animation animation, Output output, Writer writer) throws IOException {
    int frames = animation.frames().size();
    var ahead = new ArrayDeque<Future<BufferedImage>>(); // few, because each may be large
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      int begun = 0;
      for (int frame = 0; frame < frames; frame++) {
        while (begun < frames && begun <= frame + THREADS) {
          int next = begun++;
          Callable<BufferedImage> picture = () -> Drawing.image(animation.at(next), output.dpi());
          ahead.add(threads.submit(picture));
        }
        writer.write(drawn(ahead.remove()));
        output.progress().made(frame + 1, frames);
      }
    }
  }

  private static BufferedImage drawn(Future<BufferedImage> picture) throws IOException {
    try {
      return picture.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException mistake) {
        throw mistake;
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while drawing frames", e);
    }
  }
}
