package thalweg.figures.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import thalweg.figures.Grid;

/// Where the numbers over a grid reach a level: the lines there, and the outlines of all that lies above.
/// Marching squares; numbers are straight between the grid's places, and the mean of four corners decides
/// whether two opposite ones are connected. Cells with a corner that is no number are left out.
///
/// Vertices are the grid's places and the crossings on its edges. They have numbers, so that the pieces of
/// neighbouring cells meet exactly.
final class Contours {

  /// A line through `(x[i], y[i])`, in the grid's own coordinates.
  record Curve(double[] x, double[] y) {}

  /// What is to be chained: from a vertex to a vertex, with what lies above on the left.
  private record Edge(int from, int to) {}

  private final double[] x;
  private final double[] y;
  private final double[][] z;
  private final double level;
  private final List<Edge> edges = new ArrayList<>();

  private Contours(Grid grid, double level) {
    x = grid.x().toArray();
    y = grid.y().toArray();
    z = grid.z().stream().map(row -> row.toArray()).toArray(double[][]::new);
    this.level = level;
  }

  /// The lines at a level.
  static List<Curve> lines(Grid grid, double level) {
    var contours = new Contours(grid, level);
    contours.march(false);
    return contours.chains();
  }

  /// The closed outlines of where the numbers are at least `level`, to be filled even and odd.
  static List<Curve> above(Grid grid, double level) {
    var contours = new Contours(grid, level);
    contours.march(true);
    return contours.chains();
  }

  private void march(boolean border) {
    for (int i = 0; i + 1 < x.length; i++) {
      for (int j = 0; j + 1 < y.length; j++) {
        if (whole(i, j)) {
          cell(i, j, border);
        }
      }
    }
  }

  /// Whether there is a cell between the lines `i` and `j` of the grid and the next.
  private boolean whole(int i, int j) {
    return i >= 0 && j >= 0 && i + 1 < x.length && j + 1 < y.length
        && Double.isFinite(mean(i, j));
  }

  /// The mean of a cell's corners; no number if one of them is none.
  private double mean(int i, int j) {
    return z[i][j] / 4 + z[i + 1][j] / 4 + z[i + 1][j + 1] / 4 + z[i][j + 1] / 4;
  }

  private boolean in(int i, int j) {
    return z[i][j] >= level;
  }

  /// Corners and crossings, in turn around the cell; -1 where there is none. Corner `k` stands at `2 k`, and
  /// the side from it to the next corner at `2 k + 1`.
  private void cell(int i, int j, boolean border) {
    int[] around = {
        in(i, j) ? node(i, j) : -1, across(i, j, true),
        in(i + 1, j) ? node(i + 1, j) : -1, across(i + 1, j, false),
        in(i + 1, j + 1) ? node(i + 1, j + 1) : -1, across(i, j + 1, true),
        in(i, j + 1) ? node(i, j + 1) : -1, across(i, j, false)};
    boolean saddle = around[1] >= 0 && around[3] >= 0 && around[5] >= 0 && around[7] >= 0;
    boolean apart = saddle && mean(i, j) < level;
    int before = -1;
    for (int at = 0; at < 16; at++) { // twice around, so that every vertex has one before it
      int slot = at % 8;
      if (around[slot] < 0) {
        continue;
      }
      if (before >= 0 && at >= 8) {
        boolean side = (slot - before + 8) % 8 == 1 || (slot - before + 8) % 8 == 2 && before % 2 == 0;
        if (side ? border && !neighbour(i, j, before / 2) : !apart) {
          edges.add(new Edge(around[before], around[slot]));
        }
      }
      before = slot;
    }
    for (int corner = 0; apart && corner < 8; corner += 2) {
      if (around[corner] >= 0) {
        edges.add(new Edge(around[corner + 1], around[(corner + 7) % 8]));
      }
    }
  }

  /// Whether there is a cell beyond a side: below, right, above, left.
  private boolean neighbour(int i, int j, int side) {
    return switch (side) {
      case 0 -> whole(i, j - 1);
      case 1 -> whole(i + 1, j);
      case 2 -> whole(i, j + 1);
      default -> whole(i - 1, j);
    };
  }

  private int node(int i, int j) {
    return (i * y.length + j) * 3;
  }

  /// The crossing between a place and the next along x, or along y; -1 if there is none.
  private int across(int i, int j, boolean alongX) {
    boolean next = alongX ? in(i + 1, j) : in(i, j + 1);
    return in(i, j) == next ? -1 : node(i, j) + (alongX ? 1 : 2);
  }

  /// Joins the edges end to end: first the lines that end at the border, then those that close.
  private List<Curve> chains() {
    Map<Integer, List<Edge>> leaving = new HashMap<>();
    var entered = new HashSet<Integer>();
    for (var edge : edges) {
      leaving.computeIfAbsent(edge.from, _ -> new ArrayList<>(1)).add(edge);
      entered.add(edge.to);
    }
    var curves = new ArrayList<Curve>();
    for (var edge : edges) {
      if (!entered.contains(edge.from) && leaving.containsKey(edge.from)) {
        curves.add(curve(edge.from, leaving));
      }
    }
    for (var edge : edges) {
      if (leaving.containsKey(edge.from)) {
        curves.add(curve(edge.from, leaving));
      }
    }
    return curves;
  }

  private Curve curve(int start, Map<Integer, List<Edge>> leaving) {
    var vertices = new ArrayList<Integer>();
    int at = start;
    vertices.add(at);
    while (leaving.get(at) instanceof List<Edge> ways) {
      var edge = ways.removeLast();
      if (ways.isEmpty()) {
        leaving.remove(at);
      }
      at = edge.to;
      vertices.add(at);
      if (at == start) {
        break;
      }
    }
    return new Curve(
        vertices.stream().mapToDouble(v -> place(v, true)).toArray(),
        vertices.stream().mapToDouble(v -> place(v, false)).toArray());
  }

  /// Where a vertex lies.
  private double place(int vertex, boolean wantX) {
    int node = vertex / 3;
    int i = node / y.length;
    int j = node % y.length;
    double[] along = wantX ? x : y;
    int index = wantX ? i : j;
    boolean crossing = vertex % 3 == (wantX ? 1 : 2);
    if (!crossing) {
      return along[index];
    }
    double next = wantX ? z[i + 1][j] : z[i][j + 1];
    double part = (level - z[i][j]) / (next - z[i][j]);
    return along[index] + part * (along[index + 1] - along[index]);
  }
}
