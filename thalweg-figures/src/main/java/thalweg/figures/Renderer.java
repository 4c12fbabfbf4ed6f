package thalweg.figures;

import java.io.IOException;
import java.io.OutputStream;

/// What writes figures, for [Figure#save].
public interface Renderer extends Format {

  /// Writes a figure. The stream is left open.
  void render(Figure figure, Output output, OutputStream to) throws IOException;
}
