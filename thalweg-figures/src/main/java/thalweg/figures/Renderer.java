package thalweg.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What writes figures in a format of files. [Figure#save] finds renderers as services
/// ([java.util.ServiceLoader]), so that a figure depends on none and a program can add its own.
public interface Renderer {

  /// The endings of the files it writes, in small letters, without the dot.
  List<String> endings();

  /// Writes a figure. The stream is left open.
  void render(Figure figure, Output output, OutputStream to) throws IOException;
}
