package thalweg.figures;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// A figure that moves: each frame replaces the data of some of its named marks, and its title.
/// Limits, ticks and views stay those of the base figure, as in matplotlib's `FuncAnimation`.
///
/// @param base   what stays
/// @param frames the pictures, in order
public record Animation(Figure base, List<Frame> frames) {

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

  private static Figure apply(Figure base, Frame frame) {
    var panels = base.panels().stream().map(axes -> apply(axes, frame)).toList();
    return new Figure(frame.suptitle(), panels, base.width(), base.height());
  }

  private static Axes apply(Axes axes, Frame frame) {
    return switch (axes) {
      case Plane plane -> {
        var p = plane.freeze(); // a moving mark must not move the axes
        var moved = p.marks().stream().map(mark -> apply(mark, frame)).toList();
        yield new Plane(p.title(), p.x(), p.y(), p.equal(), p.legendPlace(), moved);
      }
      case Space space -> {
        var s = space.freeze();
        var moved = s.marks().stream().map(mark -> apply(mark, frame)).toList();
        yield new Space(s.title(), s.x(), s.y(), s.z(), s.view(), s.legendPlace(), moved);
      }
    };
  }

  private static Mark.Planar apply(Mark.Planar mark, Frame frame) {
    var data = frame.data().get(mark.style().name());
    if (data == null) {
      return mark;
    }
    var c = coordinates(data, 2, mark, frame);
    return switch (mark) {
      case Mark.Points _ -> new Mark.Points(c.get(0), c.get(1), style(mark, data));
      case Mark.Line _ -> new Mark.Line(c.get(0), c.get(1), style(mark, data));
      case Mark.Contour _, Mark.Arrows _ -> throw new IllegalArgumentException(
          "animation: frame \"%s\" moves \"%s\", but contours and arrows stay what they are"
              .formatted(frame.label(), mark.style().name()));
    };
  }

  private static Mark.Spatial apply(Mark.Spatial mark, Frame frame) {
    var data = frame.data().get(mark.style().name());
    if (data == null) {
      return mark;
    }
    var c = coordinates(data, 3, mark, frame);
    return switch (mark) {
      case Mark.Points3 _ -> new Mark.Points3(c.get(0), c.get(1), c.get(2), style(mark, data));
      case Mark.Surface _ -> throw new IllegalArgumentException(
          "animation: frame \"%s\" moves the surface \"%s\", but a surface stays what it is"
              .formatted(frame.label(), mark.style().name()));
    };
  }

  private static List<Values> coordinates(Frame.Data data, int expected, Mark mark, Frame frame) {
    if (data.coordinates().size() != expected) {
      throw new IllegalArgumentException(
          "animation: frame \"%s\" gives \"%s\" %d coordinates, it needs %s"
              .formatted(frame.label(), mark.style().name(), data.coordinates().size(),
                  expected == 2 ? "x and y" : "x, y and z"));
    }
    return data.coordinates();
  }

  private static Style style(Mark mark, Frame.Data data) {
    return Style.hover(data.hover()).apply(mark.style());
  }

  private static Stream<? extends Mark> marks(Figure figure) {
    return figure.panels().stream().flatMap(axes -> axes.marks().stream());
  }
}
