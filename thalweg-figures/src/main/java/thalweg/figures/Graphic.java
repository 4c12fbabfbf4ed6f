package thalweg.figures;

import java.nio.file.Path;

/// What can be drawn: a figure, or one that moves.
public sealed interface Graphic permits Figure, Animation {

  /// The figure, or what stays of one that moves.
  Figure base();

  /// The same in other colours and lines.
  Graphic theme(Theme theme);

  /// The same in another size, in inches.
  Graphic size(double width, double height);

  /// Writes it to a file whose ending names the format. The directories it lies in are made. A file that exists is
  /// replaced whole or not at all.
  ///
  /// @throws IllegalArgumentException     if nothing writes such files, or it would have too many pixels
  /// @throws java.io.UncheckedIOException if the file cannot be written
  void save(Path file, Output.Option... options);
}
