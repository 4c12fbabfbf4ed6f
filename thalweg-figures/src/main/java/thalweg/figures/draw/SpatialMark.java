package thalweg.figures.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import thalweg.figures.Mark;
import thalweg.figures.Thinning;

/// A mark of space as it is seen: its pieces, the furthest first.
record SpatialMark(List<Piece> pieces) {

  /// How many points of a mark are drawn.
  private static final int MOST = 20_000;

  /// A part of a mark, with its depth.
  record Piece(double depth, Consumer<Canvas> drawing) {}

  SpatialMark {
    pieces = pieces.stream().sorted(Comparator.comparingDouble(Piece::depth).reversed()).toList();
  }

  static SpatialMark of(Mark.Spatial mark, SpaceView view, Look look) {
    return new SpatialMark(switch (Thinning.of(mark, MOST)) {
      case Mark.Points3 points -> points(points, view, look);
      case Mark.Line3 line -> line(line, view, look);
      case Mark.Surface surface -> Faces.of(surface, view, look);
      case Mark.Wireframe wires -> Lines3.of(wires, view, look);
      case Mark.Text3 text -> text(text, view, look);
    });
  }

  /// The depth of its nearest piece, by which matplotlib orders marks.
  double nearest() {
    return pieces.isEmpty() ? 0 : pieces.getLast().depth;
  }

  void paint(Canvas canvas) {
    pieces.forEach(piece -> piece.drawing.accept(canvas));
  }

  /// The line, and over it its markers if it has some.
  private static List<Piece> line(Mark.Line3 line, SpaceView view, Look look) {
    var pieces = new ArrayList<>(Lines3.of(line, view, look));
    if (!line.style().markers().isEmpty()) {
      pieces.addAll(points(new Mark.Points3(line.x(), line.y(), line.z(), line.style()), view, look));
    }
    return pieces;
  }

  private static List<Piece> points(Mark.Points3 points, SpaceView view, Look look) {
    var pieces = new ArrayList<Piece>();
    IntStream.range(0, points.x().size()).forEach(i -> {
      var at = view.of(points.x().get(i), points.y().get(i), points.z().get(i));
      if (Double.isFinite(at.depth())) {
        pieces.add(new Piece(at.depth(),
            canvas -> new Points(canvas, look, points.style()).draw(i, at.x(), at.y())));
      }
    });
    return pieces;
  }

  private static List<Piece> text(Mark.Text3 text, SpaceView view, Look look) {
    var at = view.of(text.at(), text.deep(), text.up());
    return List.of(new Piece(at.depth(),
        canvas -> new Texts(canvas, look).text(text.text(), at.x(), at.y(), text.style())));
  }
}
