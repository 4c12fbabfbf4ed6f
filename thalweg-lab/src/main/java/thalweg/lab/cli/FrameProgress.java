package thalweg.lab.cli;

import thalweg.figures.Output;

/// A bar on the terminal that fills as the frames of an animation are made; nothing where there is none.
///
/// @param file what is being made
record FrameProgress(String file) implements Output.Progress {
  private static final int WIDTH = 30;

  @Override
  public void made(int made, int of) {
    if (Terminal.isWatched()) {
      System.err.print("\r" + (made < of ? line(made, of) : " ".repeat(line(made, of).length()) + "\r"));
      System.err.flush();
    }
  }

  /// For instance `animation.gif [#####     ] 15 of 30 frames`.
  String line(int made, int of) {
    int full = WIDTH * made / of;
    return "%s [%s%s] %d of %d frames".formatted(file, "#".repeat(full), " ".repeat(WIDTH - full), made, of);
  }
}
