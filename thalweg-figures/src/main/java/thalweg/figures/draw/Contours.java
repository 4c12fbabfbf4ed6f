package thalweg.figures.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.figures.Grid;
import thalweg.figures.Values;

/// Where the numbers over a grid reach a level: the lines there, and the outlines of all that lies above.
/// Marching squares; numbers are straight between the grid's places, and the mean of four corners decides
/// whether two opposite ones are connected. Cells with a corner that is no number are left out.
///
/// Vertices are the grid's places and the crossings on its edges. They have numbers, so that the pieces of
/// neighbouring cells meet exactly.
final class Contours {

  /// A line through `(x[i], y[i])`, in the grid's own coordinates.
  record Curve(double[] x, double[] y) {}

  private final double[] x;
  private final double[] y;
  private final double[][] z;
  private final boolean[][] whole;

  Contours(Grid grid) {
    x = grid.x().toArray();
    y = grid.y().toArray();
    z = grid.z().stream().map(Values::toArray).toArray(double[][]::new);
    whole = new boolean[Math.max(0, x.length - 1)][Math.max(0, y.length - 1)];
    for (int i = 0; i < whole.length; i++) {
      for (int j = 0; j < whole[i].length; j++) {
        whole[i][j] = Double.isFinite(mean(i, j));
      }
    }
  }

  /// The lines at a level.
  List<Curve> lines(double level) {
    return new March(level, false).curves();
  }

  /// The closed outlines of where the numbers are at least `level`, to be filled even and odd.
  List<Curve> above(double level) {
    return new March(level, true).curves();
  }

  /// The mean of a cell's corners; no number if one of them is none.
  private double mean(int i, int j) {
    return z[i][j] / 4 + z[i + 1][j] / 4 + z[i + 1][j + 1] / 4 + z[i][j + 1] / 4;
  }

  private int node(int i, int j) {
    return (i * y.length + j) * 3;
  }

  /// Whether there is a cell beyond a side of a cell: below, right, above, left.
  private boolean neighbour(int i, int j, int side) {
    return switch (side) {
      case 0 -> j > 0 && whole[i][j - 1];
      case 1 -> i + 1 < whole.length && whole[i + 1][j];
      case 2 -> j + 1 < whole[i].length && whole[i][j + 1];
      default -> i > 0 && whole[i - 1][j];
    };
  }

  /// The way through all cells at one level. It collects edges from vertex to vertex, with what lies above on
  /// their left, and joins them.
  private final class March {
    private final double level;
    private final boolean border;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int edges;

    March(double level, boolean border) {
      this.level = level;
      this.border = border;
      for (int i = 0; i < whole.length; i++) {
        for (int j = 0; j < whole[i].length; j++) {
          if (whole[i][j]) {
            cell(i, j);
          }
        }
      }
    }

    private boolean in(int i, int j) {
      return z[i][j] >= level;
    }

    private void cell(int i, int j) {
      int corners = (in(i, j) ? 1 : 0) + (in(i + 1, j) ? 1 : 0) + (in(i + 1, j + 1) ? 1 : 0) + (in(i, j + 1) ? 1 : 0);
      if (corners == 0 || corners == 4 && !border) {
        return;
      }
      // Corners and crossings, in turn around the cell; -1 where there is none. Corner k stands at 2 k, and
      // the side from it to the next corner at 2 k + 1.
      int[] around = {
          in(i, j) ? node(i, j) : -1, across(i, j, true),
          in(i + 1, j) ? node(i + 1, j) : -1, across(i + 1, j, false),
          in(i + 1, j + 1) ? node(i + 1, j + 1) : -1, across(i, j + 1, true),
          in(i, j + 1) ? node(i, j + 1) : -1, across(i, j, false)};
      boolean saddle = around[1] >= 0 && around[3] >= 0 && around[5] >= 0 && around[7] >= 0;
      boolean apart = saddle && mean(i, j) < level;
      around(i, j, around, apart);
      for (int corner = 0; apart && corner < 8; corner += 2) {
        if (around[corner] >= 0) {
          edge(around[corner + 1], around[(corner + 7) % 8]);
        }
      }
    }

    /// The edges between vertices that follow each other around a cell: those along its sides only where no
    /// other cell lies, those across it unless the corners above are apart.
    private void around(int i, int j, int[] around, boolean apart) {
      int before = 7;
      while (around[before] < 0) {
        before--;
      }
      for (int slot = 0; slot < 8; slot++) {
        if (around[slot] < 0) {
          continue;
        }
        int ahead = (slot - before + 8) % 8;
        boolean side = ahead == 1 || ahead == 2 && before % 2 == 0;
        if (side ? border && !neighbour(i, j, before / 2) : !apart) {
          edge(around[before], around[slot]);
        }
        before = slot;
      }
    }

    /// The crossing between a place and the next along x, or along y; -1 if there is none.
    private int across(int i, int j, boolean alongX) {
      boolean next = alongX ? in(i + 1, j) : in(i, j + 1);
      return in(i, j) == next ? -1 : node(i, j) + (alongX ? 1 : 2);
    }

    private void edge(int start, int end) {
      if (edges == from.length) {
        from = Arrays.copyOf(from, 2 * edges);
        to = Arrays.copyOf(to, 2 * edges);
      }
      from[edges] = start;
      to[edges++] = end;
    }

    /// Joins the edges end to end: first the lines that end at the border, then those that close.
    List<Curve> curves() {
      int vertices = 3 * x.length * y.length;
      int[] first = new int[vertices]; // the edge that leaves a vertex, counted from 1; 0 for none
      int[] other = new int[edges]; // another that leaves the same one
      boolean[] entered = new boolean[vertices];
      for (int e = 0; e < edges; e++) {
        other[e] = first[from[e]];
        first[from[e]] = e + 1;
        entered[to[e]] = true;
      }
      var curves = new ArrayList<Curve>();
      for (int pass = 0; pass < 2; pass++) {
        for (int e = 0; e < edges; e++) {
          if (first[from[e]] != 0 && (pass == 1 || !entered[from[e]])) {
            curves.add(curve(from[e], first, other));
          }
        }
      }
      return curves;
    }

    private Curve curve(int start, int[] first, int[] other) {
      int[] way = new int[16];
      int length = 0;
      int at = start;
      do {
        if (length + 1 >= way.length) {
          way = Arrays.copyOf(way, 2 * way.length);
        }
        way[length++] = at;
        int edge = first[at] - 1;
        first[at] = other[edge];
        at = to[edge];
      } while (at != start && first[at] != 0);
      way[length++] = at;
      double[] xs = new double[length];
      double[] ys = new double[length];
      for (int v = 0; v < length; v++) {
        xs[v] = place(way[v], true);
        ys[v] = place(way[v], false);
      }
      return new Curve(xs, ys);
    }

    /// Where a vertex lies.
    private double place(int vertex, boolean wantX) {
      int i = vertex / 3 / y.length;
      int j = vertex / 3 % y.length;
      double[] along = wantX ? x : y;
      int index = wantX ? i : j;
      if (vertex % 3 != (wantX ? 1 : 2)) {
        return along[index];
      }
      double next = wantX ? z[i + 1][j] : z[i][j + 1];
      // Quarters: the difference of numbers near the largest double would overflow.
      double part = (level / 4 - z[i][j] / 4) / (next / 4 - z[i][j] / 4);
      return along[index] + part * (along[index + 1] - along[index]);
    }
  }
}
