package thalweg.figures;

import java.util.function.UnaryOperator;

/// How a figure is written. Given as trailing options: `figure.save(path, dpi(200))`.
///
/// @param dpi pixels an inch, where a file has pixels; 100 is matplotlib's default
public record Output(double dpi) {

  public static final Output DEFAULT = new Output(100);

  /// The most pixels an inch, beyond which a figure of a few inches no longer fits into memory.
  private static final double MOST = 2400;

  /// One change to how a figure is written.
  public interface Option extends UnaryOperator<Output> {}

  public Output {
    if (!(dpi >= 1 && dpi <= MOST)) {
      throw new IllegalArgumentException("dpi: expected 1 to 2400 pixels an inch, got " + dpi);
    }
  }

  public static Option dpi(double dpi) {
    return _ -> new Output(dpi);
  }

  static Output of(Option... options) {
    var output = DEFAULT;
    for (var option : options) {
      output = option.apply(output);
    }
    return output;
  }
}
