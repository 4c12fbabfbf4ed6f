package thalweg.figures;

import java.util.Locale;
import java.util.function.UnaryOperator;

/// How figures are written. Given as trailing options: `figure.save(path, dpi(200))`.
///
/// @param dpi      pixels an inch, where a file has pixels; 100 is matplotlib's default
/// @param fps      frames a second of an animation; 5 is matplotlib's default
/// @param loop     whether an animation begins again when it has ended, where the format can say so
/// @param progress is told of each frame that is made
public record Output(double dpi, double fps, boolean loop, Progress progress) {

  /// 100 pixels an inch, 5 frames a second, again and again, with nobody told.
  public static final Output DEFAULT = new Output(100, 5, true, (_, _) -> {});

  /// The most pixels of a picture: a quarter of a gigabyte.
  private static final long MOST_PIXELS = 1 << 26;

  /// The most frames a second: a GIF counts hundredths of a second, and of less than two makes ten.
  private static final double MOST_FPS = 50;

  /// One change to how a figure is written.
  public interface Option extends UnaryOperator<Output> {}

  /// Hears how far the making of an animation is.
  @FunctionalInterface
  public interface Progress {

    /// @param made how many frames are made
    /// @param of   how many there will be
    void made(int made, int of);
  }

  /// The pixels of a picture.
  public record Pixels(int width, int height) {}

  public Output {
    if (!(dpi >= 1 && Double.isFinite(dpi))) {
      throw new IllegalArgumentException("dpi: expected at least 1 pixel per inch, got " + dpi);
    }
    if (!(fps > 0 && fps <= MOST_FPS)) {
      throw new IllegalArgumentException("fps: expected more than 0 and at most 50 frames per second, got " + fps);
    }
  }

  /// Pixels an inch of PNG, GIF and MP4, at least 1; 100 by default.
  public static Option dpi(double dpi) {
    return output -> new Output(dpi, output.fps, output.loop, output.progress);
  }

  /// Frames a second of an animation, more than 0 and at most 50; 5 by default.
  public static Option fps(double fps) {
    return output -> new Output(output.dpi, fps, output.loop, output.progress);
  }

  /// Whether an animation begins again when it has ended; it does by default.
  public static Option loop(boolean loop) {
    return output -> new Output(output.dpi, output.fps, loop, output.progress);
  }

  /// Hears of each frame that is made.
  public static Option progress(Progress progress) {
    return output -> new Output(output.dpi, output.fps, output.loop, progress);
  }

  /// How large a picture of the figure is: its inches times `dpi`, rounded.
  ///
  /// @throws IllegalArgumentException if that is more than 67 million pixels, which would not fit into memory
  public Pixels pixels(Figure figure) {
    double width = Math.max(1, Math.rint(figure.width() * dpi));
    double height = Math.max(1, Math.rint(figure.height() * dpi));
    if (!(width * height <= MOST_PIXELS)) {
      throw new IllegalArgumentException(String.format(Locale.ROOT,
          "dpi: %s by %s inches at %s pixels per inch make %.0f × %.0f pixels, but 67 million are the most; use %.0f or less",
          figure.width(), figure.height(), dpi, width, height,
          Math.floor(Math.sqrt(MOST_PIXELS / figure.width() / figure.height()))));
    }
    return new Pixels((int) width, (int) height);
  }

  static Output of(Option... options) {
    var output = DEFAULT;
    for (var option : options) {
      output = option.apply(output);
    }
    return output;
  }
}
