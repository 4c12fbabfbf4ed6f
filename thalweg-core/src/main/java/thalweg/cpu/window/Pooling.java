package thalweg.cpu.window;

import java.util.stream.IntStream;
import thalweg.cpu.Threads;
import thalweg.cpu.loop.Shared;

/// The largest element and the sum of each window on images, whose planes lie one after the other.
///
/// @param rows    how windows lie down an image
/// @param columns how windows lie across it
/// @param planes  how many planes there are: images times channels
public record Pooling(Axis rows, Axis columns, int planes) {
  /// What is done with window number `to`, of whose positions `height × width`, from `corner` on, are in its image.
  private interface Window {
    void visit(int to, int corner, int height, int width);
  }

  private void forEach(Window window) {
    Threads threads = Threads.current();
    int windows = rows.count() * columns.count();
    long positions = (long) planes * windows * rows.kernel() * columns.kernel();
    int parts = Math.min(planes, threads.parts(positions, Shared.LEAST));
    int[] left = IntStream.range(0, columns.count()).map(columns::firstInside).toArray();
    int[] width = IntStream.range(0, columns.count()).map(j -> columns.endInside(j) - left[j]).toArray();
    threads.forItems(planes, parts, plane -> visit(plane, left, width, window));
  }

  private void visit(int plane, int[] left, int[] width, Window window) {
    int to = plane * rows.count() * columns.count();
    for (int i = 0; i < rows.count(); i++) {
      int top = rows.firstInside(i);
      int height = rows.endInside(i) - top;
      int line = (plane * rows.size() + rows.position(i, top)) * columns.size();
      for (int j = 0; j < left.length; j++) {
        window.visit(to++, line + columns.position(j, left[j]), height, width[j]);
      }
    }
  }

  /// Where the largest element of each window stands, of equal ones the first; the last NaN if there is one.
  /// −1 for a window none of whose positions is in its image.
  public int[] largest(Object images) {
    int[] positions = new int[planes * rows.count() * columns.count()];
    int down = rows.dilation() * columns.size();
    int across = columns.dilation();
    if (images instanceof float[] x) {
      forEach((to, at, height, width) -> positions[to] = largest(x, at, height, down, width, across));
    } else {
      double[] x = (double[]) images;
      forEach((to, at, height, width) -> positions[to] = largest(x, at, height, down, width, across));
    }
    return positions;
  }

  private static int largest(float[] x, int at, int height, int down, int width, int across) {
    int best = height > 0 && width > 0 ? at : -1;
    float top = Float.NEGATIVE_INFINITY;
    for (int i = 0, line = at; i < height; i++, line += down) {
      for (int j = 0, position = line; j < width; j++, position += across) {
        float value = x[position];
        if (value > top || value != value) { // NaN differs from itself
          top = value;
          best = position;
        }
      }
    }
    return best;
  }

  private static int largest(double[] x, int at, int height, int down, int width, int across) {
    int best = height > 0 && width > 0 ? at : -1;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0, line = at; i < height; i++, line += down) {
      for (int j = 0, position = line; j < width; j++, position += across) {
        double value = x[position];
        if (value > top || value != value) {
          top = value;
          best = position;
        }
      }
    }
    return best;
  }

  /// Writes the sum of each window to `out`; floats are summed in double precision, row by row.
  public void sums(Object images, Object out) {
    int down = rows.dilation() * columns.size();
    int across = columns.dilation();
    switch (images) {
      case float[] x ->
          forEach(
              (to, at, height, width) ->
                  ((float[]) out)[to] = (float) sum(x, at, height, down, width, across));
      case double[] x ->
          forEach(
              (to, at, height, width) ->
                  ((double[]) out)[to] = sum(x, at, height, down, width, across));
      default ->
          forEach(
              (to, at, height, width) ->
                  ((long[]) out)[to] = sum((long[]) images, at, height, down, width, across));
    }
  }

  private static double sum(float[] x, int at, int height, int down, int width, int across) {
    double sum = 0;
    for (int i = 0, line = at; i < height; i++, line += down) {
      for (int j = 0, position = line; j < width; j++, position += across) {
        sum += x[position];
      }
    }
    return sum;
  }

  private static double sum(double[] x, int at, int height, int down, int width, int across) {
    double sum = 0;
    for (int i = 0, line = at; i < height; i++, line += down) {
      for (int j = 0, position = line; j < width; j++, position += across) {
        sum += x[position];
      }
    }
    return sum;
  }

  private static long sum(long[] x, int at, int height, int down, int width, int across) {
    long sum = 0;
    for (int i = 0, line = at; i < height; i++, line += down) {
      for (int j = 0, position = line; j < width; j++, position += across) {
        sum += x[position];
      }
    }
    return sum;
  }

  /// Adds element `to` of `g` to all positions of window `to`, window by window.
  public void spread(Object g, Object images) {
    int down = rows.dilation() * columns.size();
    int across = columns.dilation();
    if (g instanceof float[] values) {
      forEach(
          (from, at, height, width) ->
              add(values[from], (float[]) images, at, height, down, width, across));
    } else {
      forEach(
          (from, at, height, width) ->
              add(((double[]) g)[from], (double[]) images, at, height, down, width, across));
    }
  }

  private static void add(
      float value, float[] to, int at, int height, int down, int width, int across) {
    for (int i = 0, line = at; i < height; i++, line += down) {
      for (int j = 0, position = line; j < width; j++, position += across) {
        to[position] += value;
      }
    }
  }

  private static void add(
      double value, double[] to, int at, int height, int down, int width, int across) {
    for (int i = 0, line = at; i < height; i++, line += down) {
      for (int j = 0, position = line; j < width; j++, position += across) {
        to[position] += value;
      }
    }
  }
}
