package thalweg.figures.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import thalweg.figures.Color;
import thalweg.figures.Mark;

/// The faces of a surface. One of a single colour is lit as matplotlib lights it.
final class Faces {

  /// The direction of matplotlib's light: from the south-west, 19.47 degrees high.
  private static final double AZIMUTH = Math.toRadians(90 - 225);

  private static final double ALTITUDE = Math.toRadians(19.4712);
  private static final double[] LIGHT = {Math.cos(AZIMUTH) * Math.cos(ALTITUDE),
      Math.sin(AZIMUTH) * Math.cos(ALTITUDE), Math.sin(ALTITUDE)};

  /// How bright a face is that is turned away from the light; one turned to it is 1.
  private static final double DARKEST = 0.3;

  private static final Color DARK = new Color(0);

  /// At most so many faces are drawn from one side of the surface to the other.
  private static final int MOST = 200;

  private Faces() {}

  static List<SpatialMark.Piece> of(Mark.Surface surface, SpaceView view, Look look) {
    var pieces = new ArrayList<SpatialMark.Piece>();
    var coloring = coloring(surface, look);
    int acrossX = stride(surface.x().size());
    int acrossY = stride(surface.y().size());
    for (int i = 0; i + 1 < surface.x().size(); i += acrossX) {
      for (int j = 0; j + 1 < surface.y().size(); j += acrossY) {
        int nextI = Math.min(i + acrossX, surface.x().size() - 1);
        int nextJ = Math.min(j + acrossY, surface.y().size() - 1);
        face(pieces, surface, view, coloring, new int[][] {{i, j}, {i, nextJ}, {nextI, nextJ}, {nextI, j}});
      }
    }
    return pieces;
  }

  private static int stride(int lines) {
    return Math.max(1, Math.ceilDiv(lines, MOST));
  }

  private static void face(
      List<SpatialMark.Piece> pieces, Mark.Surface surface, SpaceView view, Function<double[][], Color> coloring,
      int[][] corners) {
    double[][] data = new double[4][];
    double[] x = new double[4];
    double[] y = new double[4];
    double depth = 0;
    for (int c = 0; c < 4; c++) {
      int i = corners[c][0];
      int j = corners[c][1];
      data[c] = new double[] {surface.x().get(i), surface.y().get(j), surface.z().get(i).get(j)};
      var place = view.of(data[c][0], data[c][1], data[c][2]);
      x[c] = place.x();
      y[c] = place.y();
      depth += place.depth() / 4;
    }
    if (Double.isFinite(depth)) {
      var ink = new Ink(coloring.apply(data), surface.style().alpha());
      var outline = Paths.polygon(x, y);
      pieces.add(new SpatialMark.Piece(depth, canvas -> canvas.fillFace(outline, ink)));
    }
  }

  /// The colour of a face by its corners: of its mean height, or of the mark, lit.
  private static Function<double[][], Color> coloring(Mark.Surface surface, Look look) {
    var shades = surface.style().shades();
    if (shades.map().isPresent()) {
      var map = shades.map().get();
      var ends = shades.ends(surface.heights());
      return c -> map.of(c[0][2] / 4 + c[1][2] / 4 + c[2][2] / 4 + c[3][2] / 4, ends);
    }
    var color = look.theme().color(surface.style());
    return corners -> Ink.between(DARK, color, brightness(corners));
  }

  private static double brightness(double[][] c) {
    double[] a = {c[0][0] - c[1][0], c[0][1] - c[1][1], c[0][2] - c[1][2]};
    double[] b = {c[1][0] - c[2][0], c[1][1] - c[2][1], c[1][2] - c[2][2]};
    double[] normal = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    double length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
    double towards = (normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2]) / length;
    return Double.isNaN(towards) ? 1 : DARKEST + (1 - DARKEST) * (towards + 1) / 2;
  }
}
