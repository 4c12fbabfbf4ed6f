package thalweg.figures;

import java.io.IOException;
import java.io.OutputStream;

/// What writes animations, for [Animation#save].
public interface AnimationRenderer extends Format {

  /// Writes an animation of at least one frame, and tells the output's [Output.Progress] of each that is made.
  /// The stream is left open.
  void render(Animation animation, Output output, OutputStream to) throws IOException;
}
