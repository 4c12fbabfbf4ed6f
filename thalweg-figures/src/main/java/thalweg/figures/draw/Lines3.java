package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import thalweg.figures.Mark;

/// Lines in space, as pieces of what is seen.
final class Lines3 {

  /// At most so many lines of a wireframe run each way: matplotlib's.
  private static final int MOST = 50;

  private Lines3() {}

  static List<SpatialMark.Piece> of(Mark.Line3 line, SpaceView view, Look look) {
    int count = line.x().size();
    double[][] places = new double[count][];
    for (int i = 0; i < count; i++) {
      places[i] = new double[] {line.x().get(i), line.y().get(i), line.z().get(i)};
    }
    var pieces = new ArrayList<SpatialMark.Piece>();
    add(pieces, places, view, look.pen(line.style()));
    return pieces;
  }

  static List<SpatialMark.Piece> of(Mark.Wireframe wires, SpaceView view, Look look) {
    var pieces = new ArrayList<SpatialMark.Piece>();
    int rows = wires.x().size();
    int columns = wires.y().size();
    for (int i : every(rows)) {
      double[][] places = new double[columns][];
      for (int j = 0; j < columns; j++) {
        places[j] = new double[] {wires.x().get(i), wires.y().get(j), wires.z().get(i).get(j)};
      }
      add(pieces, places, view, look.pen(wires.style()));
    }
    for (int j : every(columns)) {
      double[][] places = new double[rows][];
      for (int i = 0; i < rows; i++) {
        places[i] = new double[] {wires.x().get(i), wires.y().get(j), wires.z().get(i).get(j)};
      }
      add(pieces, places, view, look.pen(wires.style()));
    }
    return pieces;
  }

  /// The numbers of the lines to draw, the last among them.
  private static List<Integer> every(int lines) {
    int stride = Math.max(1, Math.ceilDiv(lines, MOST));
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < lines - 1; i += stride) {
      numbers.add(i);
    }
    if (lines > 0) {
      numbers.add(lines - 1);
    }
    return numbers;
  }

  private static void add(List<SpatialMark.Piece> pieces, double[][] places, SpaceView view, Pen pen) {
    double[] x = new double[places.length];
    double[] y = new double[places.length];
    double depth = Double.POSITIVE_INFINITY;
    for (int i = 0; i < places.length; i++) {
      var seen = view.of(places[i][0], places[i][1], places[i][2]);
      x[i] = seen.x();
      y[i] = seen.y();
      depth = Double.isFinite(seen.depth()) ? Math.min(depth, seen.depth()) : depth;
    }
    Rectangle2D area = view.area();
    if (Double.isFinite(depth)) {
      pieces.add(new SpatialMark.Piece(depth, canvas -> canvas.stroke(Polyline.through(x, y, area), pen)));
    }
  }
}
