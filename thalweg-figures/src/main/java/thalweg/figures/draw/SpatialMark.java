package thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import thalweg.figures.Color;
import thalweg.figures.Mark;

/// A mark of space as it is seen: its pieces, each with its depth.
///
/// @param pieces the furthest first
record SpatialMark(List<Piece> pieces) {

  record Piece(double depth, Drawing drawing) {}

  interface Drawing {
    void paint(Canvas canvas);
  }

  static SpatialMark of(Mark.Spatial mark, SpaceView view, Look look) {
    var pieces = switch (mark) {
      case Mark.Points3 points -> points(points, view);
      case Mark.Surface surface -> Faces.of(surface, view);
    };
    return new SpatialMark(
        pieces.stream().sorted(Comparator.comparingDouble(Piece::depth).reversed()).toList());
  }

  /// The depth of its nearest piece, by which marks are ordered.
  double nearest() {
    return pieces.isEmpty() ? 0 : pieces.getLast().depth;
  }

  void paint(Canvas canvas) {
    pieces.forEach(piece -> piece.drawing.paint(canvas));
  }

  private static List<Piece> points(Mark.Points3 points, SpaceView view) {
    var style = points.style();
    var shape = Markers.shape(style.marker(), Math.sqrt(style.size()), Points.EDGE);
    var inks = Points.inks(style);
    var pieces = new ArrayList<Piece>();
    for (int i = 0; i < points.x().size(); i++) {
      var at = view.of(points.x().get(i), points.y().get(i), points.z().get(i));
      if (Double.isFinite(at.depth())) {
        var ink = inks.apply(i);
        pieces.add(new Piece(at.depth(), canvas -> canvas.fill(Points.at(shape, at.x(), at.y()), ink)));
      }
    }
    return pieces;
  }
}
