package thalweg.figures;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// A figure that moves: each frame replaces the data of some of its named marks, and its title.
/// Limits, ticks and views stay those of the base figure, as in matplotlib's `FuncAnimation`.
///
/// @param base   what stays
/// @param frames the pictures, in order
public record Animation(Figure base, List<Frame> frames) implements Graphic {

  public Animation {
    frames = List.copyOf(frames);
    var names = new HashSet<String>();
    marks(base).map(mark -> mark.style().name()).filter(name -> !name.isEmpty()).forEach(name -> {
      if (!names.add(name)) {
        throw new IllegalArgumentException("animation: two marks are called \"%s\"".formatted(name));
      }
    });
    for (var frame : frames) {
      for (var name : frame.data().keySet()) {
        if (!names.contains(name)) {
          throw new IllegalArgumentException(
              "animation: frame \"%s\" moves \"%s\", but the marks of its figure are called %s"
                  .formatted(frame.label(), name, names.stream().sorted().toList()));
        }
      }
      apply(base, frame); // which checks the data
    }
  }

  /// The picture of one frame as a figure of its own.
  public Figure at(int frame) {
    return apply(base, frames.get(frame));
  }

  @Override
  public Animation theme(Theme theme) {
    return new Animation(base.theme(theme), frames);
  }

  @Override
  public Animation size(double width, double height) {
    return new Animation(base.size(width, height), frames);
  }

  /// Writes the animation to a file whose ending names the format: `.gif`, `.mp4` or `.html`.
  ///
  /// ```java
  /// animation.save(Path.of("descent.gif"), fps(10), dpi(150));
  /// ```
  ///
  /// What writes it is an [AnimationRenderer].
  @Override
  public void save(Path file, Output.Option... options) {
    Saving.save(this, file, Output.of(options));
  }

  private static Figure apply(Figure base, Frame frame) {
    return base.with(base.panels().stream().map(axes -> apply(axes, frame)).toList()).suptitle(frame.suptitle());
  }

  /// A moving mark must not move the axes.
  private static Axes apply(Axes axes, Frame frame) {
    return switch (axes) {
      case Plane plane ->
          plane.freeze().with(plane.marks().stream().map(mark -> Moving.apply(mark, frame)).toList());
      case Space space ->
          space.freeze().with(space.marks().stream().map(mark -> Moving.apply(mark, frame)).toList());
    };
  }

  private static Stream<? extends Mark> marks(Figure figure) {
    return figure.panels().stream().flatMap(axes -> axes.marks().stream());
  }
}
