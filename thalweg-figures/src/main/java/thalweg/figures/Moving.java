package thalweg.figures;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A mark with the data that a frame of an animation has for it.
///
/// @param mark  as it was
/// @param data  what is new
/// @param frame the label of the frame, for errors
record Moving(Mark mark, Frame.Data data, String frame) {

  static Mark.Planar apply(Mark.Planar mark, Frame frame) {
    var data = frame.data().get(mark.style().name());
    return data == null ? mark : new Moving(mark, data, frame.label()).planar(mark);
  }

  static Mark.Spatial apply(Mark.Spatial mark, Frame frame) {
    var data = frame.data().get(mark.style().name());
    return data == null ? mark : new Moving(mark, data, frame.label()).spatial(mark);
  }

  private Mark.Planar planar(Mark.Planar mark) {
    var style = style();
    return switch (mark) {
      case Mark.Points _ -> to(c -> new Mark.Points(c.get(0), c.get(1), style), "x and y");
      case Mark.Line _ -> to(c -> new Mark.Line(c.get(0), c.get(1), style), "x and y");
      case Mark.Bars bars -> to(c -> bars(bars, c, style), "lengths", "places and lengths");
      case Mark.ErrorBars e ->
          to(c -> new Mark.ErrorBars(c.get(0), c.get(1), e.xerr(), e.yerr(), style), "x and y");
      case Mark.Fill _ -> to(c -> new Mark.Fill(c.get(0), c.get(1), c.get(2), style), "x, y1 and y2");
      case Mark.Image image -> to(c -> image(image, c.getFirst(), style), "numbers");
      case Mark.Contour contour ->
          to(c -> new Mark.Contour(grid(contour.x(), contour.y(), c), contour.filled(), style), "numbers");
      case Mark.Arrows arrows -> to(c -> arrows(arrows, c, style), "u and v", "x, y, u and v");
      case Mark.Text text -> to(c -> new Mark.Text(one(c, 0), one(c, 1), text.text(), style), "x and y");
      case Mark.Annotation note -> to(c -> annotation(note, c, style), "x and y", "x, y, textX and textY");
      case Mark.Rule rule -> to(c -> new Mark.Rule(one(c, 0), rule.vertical(), style), "place");
      case Mark.Band band -> to(c -> new Mark.Band(one(c, 0), one(c, 1), band.vertical(), style), "low and high");
    };
  }

  private Mark.Spatial spatial(Mark.Spatial mark) {
    var style = style();
    return switch (mark) {
      case Mark.Points3 _ -> to(c -> new Mark.Points3(c.get(0), c.get(1), c.get(2), style), "x, y and z");
      case Mark.Line3 _ -> to(c -> new Mark.Line3(c.get(0), c.get(1), c.get(2), style), "x, y and z");
      case Mark.Surface s ->
          to(c -> new Mark.Surface(s.x(), s.y(), heights(s.x(), s.y(), c), style), "heights");
      case Mark.Wireframe w ->
          to(c -> new Mark.Wireframe(w.x(), w.y(), heights(w.x(), w.y(), c), style), "heights");
      case Mark.Text3 text ->
          to(c -> new Mark.Text3(one(c, 0), one(c, 1), one(c, 2), text.text(), style), "x, y and z");
    };
  }

  private static Mark.Bars bars(Mark.Bars bars, List<Values> c, Style style) {
    return new Mark.Bars(c.size() == 1 ? bars.at() : c.getFirst(), c.getLast(), bars.base(), bars.thickness(),
        bars.horizontal(), style);
  }

  private static Mark.Arrows arrows(Mark.Arrows arrows, List<Values> c, Style style) {
    boolean all = c.size() == 4;
    return new Mark.Arrows(all ? c.get(0) : arrows.x(), all ? c.get(1) : arrows.y(),
        c.get(c.size() - 2), c.getLast(), arrows.scale(), style);
  }

  private Mark.Annotation annotation(Mark.Annotation note, List<Values> c, Style style) {
    boolean all = c.size() == 4;
    return new Mark.Annotation(note.text(), one(c, 0), one(c, 1), all ? one(c, 2) : note.textAt(),
        all ? one(c, 3) : note.textUp(), style);
  }

  private Mark.Image image(Mark.Image image, Values flat, Style style) {
    if (flat.size() != image.rows().size() * image.columns()) {
      throw refuse("gives \"%s\" %d numbers for an image of %d by %d".formatted(mark.style().name(), flat.size(),
          image.rows().size(), image.columns()));
    }
    return new Mark.Image(flat.rows(image.columns()), image.upper(), image.extent(), style);
  }

  private List<Values> heights(Values x, Values y, List<Values> c) {
    return grid(x, y, c).z();
  }

  /// The numbers of a frame, cut into the rows of a grid.
  private Grid grid(Values x, Values y, List<Values> c) {
    if (c.getFirst().size() != x.size() * y.size()) {
      throw refuse("gives \"%s\" %d numbers for a %s over %d by %d points".formatted(
          mark.style().name(), c.getFirst().size(), mark.kind(), x.size(), y.size()));
    }
    return new Grid(x, y, c.getFirst().rows(y.size()));
  }

  /// The one number that stands for a coordinate.
  private double one(List<Values> coordinates, int which) {
    var values = coordinates.get(which);
    if (values.size() != 1) {
      throw refuse("gives \"%s\" %d numbers where it needs one".formatted(mark.style().name(), values.size()));
    }
    return values.get(0);
  }

  /// The mark made from coordinates, of which there must be as many as one of `forms` names.
  private <M> M to(Function<List<Values>, M> made, String... forms) {
    int given = data.coordinates().size();
    if (Stream.of(forms).noneMatch(form -> count(form) == given)) {
      throw refuse("gives \"%s\" %d coordinates, but it needs %s".formatted(mark.style().name(), given,
          String.join(", or ", forms)));
    }
    return made.apply(data.coordinates());
  }

  /// How many coordinates `x, y and z` are.
  private static int count(String form) {
    return form.split(", | and ").length;
  }

  private IllegalArgumentException refuse(String why) {
    return new IllegalArgumentException("animation: frame \"%s\" %s".formatted(frame, why));
  }

  private Style style() {
    return Style.hover(data.hover()).apply(mark.style());
  }
}
