package thalweg.cpu.window;

import java.util.Arrays;

/// Lays windows on images out as the columns of a matrix, and adds such columns up again.
///
/// ```
///                     windows from … to
/// channel 0  (0, 0)  x  x  x  x  x  x
///            (0, 1)  x  x  x  x  x  x        each row: one position of the kernel, as all windows see it:
///            …                               a stretch of a row of the image, with zeros beside the image
/// channel 1  (0, 0)  x  x  x  x  x  x
/// ```
///
/// @param rows    how windows lie down the image
/// @param columns how windows lie across it
public record Unfolding(Axis rows, Axis columns) {
  /// From this length on the JVM's own copy of a stretch is worth calling.
  private static final int LONG = 32;

  /// The elements of an image's channel.
  int plane() {
    return rows.size() * columns.size();
  }

  /// The positions of a window in a channel.
  int positions() {
    return rows.kernel() * columns.kernel();
  }

  /// The windows on an image.
  int windows() {
    return rows.count() * columns.count();
  }

  /// True if the windows are the places of the image, one by one.
  boolean isIdentity() {
    return positions() == 1 && windows() == plane() && rows.before() == 0 && columns.before() == 0;
  }

  /// What is done with lines of `n` elements: in the matrix from `to` on, a line of windows apart, and in the image
  /// from `at` on, a step of windows down apart.
  private interface Block {
    void visit(int to, int at, int n, int lines);
  }

  /// Writes the windows `from` to `to` on `channels` channels, which begin at `at`, into `matrix`.
  void unfold(Object image, int at, int channels, int from, int to, Object matrix) {
    if (rows.reachesBeside() || columns.reachesBeside()) {
      clear(matrix, channels * positions() * (to - from));
    }
    Block block =
        switch (image) {
          case float[] x -> (row, position, n, lines) -> copy(x, position, (float[]) matrix, row, n, lines);
          case double[] x -> (row, position, n, lines) -> copy(x, position, (double[]) matrix, row, n, lines);
          default -> (row, position, n, lines) -> copy((long[]) image, position, (long[]) matrix, row, n, lines);
        };
    walk(at, channels, from, to, block);
  }

  /// Adds the elements of `matrix`, row by row, to the places of all windows that they stand for, and leaves out
  /// those beside the image.
  void fold(Object matrix, Object image, int at, int channels) {
    Block block =
        image instanceof float[] out
            ? (row, position, n, lines) -> add((float[]) matrix, row, out, position, n, lines)
            : (row, position, n, lines) -> add((double[]) matrix, row, (double[]) image, position, n, lines);
    walk(at, channels, 0, windows(), block);
  }

  private void walk(int at, int channels, int from, int to, Block block) {
    int row = 0;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < rows.kernel(); i++) {
        for (int j = 0; j < columns.kernel(); j++) {
          walk(at + c * plane(), i, j, from, to, row, block);
          row += to - from;
        }
      }
    }
  }

  /// Visits the lines of windows `from` to `to`, of which the first and the last may be incomplete.
  private void walk(int plane, int i, int j, int from, int to, int row, Block block) {
    int width = columns.count();
    int left = columns.firstAt(0, j, 0, width);
    int right = columns.firstAt(columns.size(), j, left, width);
    int top = from / width;
    int end = (to - 1) / width + 1;
    int bottom = rows.firstAt(rows.size(), i, top, end);
    for (int line = rows.firstAt(0, i, top, end), lines; line < bottom; line += lines) {
      int start = line * width;
      int first = Math.max(from, start + left);
      int n = Math.min(to, start + right) - first;
      boolean complete = n == right - left;
      lines = complete ? Math.min(bottom, (to - right) / width + 1) - line : 1;
      if (n > 0) {
        int position = plane + rows.position(line, i) * columns.size() + columns.position(first - start, j);
        block.visit(row + first - from, position, n, lines);
      }
    }
  }

  /// Sets the first `n` elements to zero.
  static void clear(Object array, int n) {
    switch (array) {
      case float[] a -> Arrays.fill(a, 0, n, 0);
      case double[] a -> Arrays.fill(a, 0, n, 0);
      default -> Arrays.fill((long[]) array, 0, n, 0);
    }
  }

  private void copy(float[] from, int at, float[] to, int position, int n, int lines) {
    int step = columns.stride();
    int down = rows.stride() * columns.size();
    int width = columns.count();
    for (int line = 0, x = at, y = position; line < lines; line++, x += down, y += width) {
      if (step == 1 && n >= LONG) {
        System.arraycopy(from, x, to, y, n);
      } else {
        for (int i = 0; i < n; i++) to[y + i] = from[x + i * step];
      }
    }
  }

  private void copy(double[] from, int at, double[] to, int position, int n, int lines) {
    int step = columns.stride();
    int down = rows.stride() * columns.size();
    int width = columns.count();
    for (int line = 0, x = at, y = position; line < lines; line++, x += down, y += width) {
      if (step == 1 && n >= LONG) {
        System.arraycopy(from, x, to, y, n);
      } else {
        for (int i = 0; i < n; i++) to[y + i] = from[x + i * step];
      }
    }
  }

  private void copy(long[] from, int at, long[] to, int position, int n, int lines) {
    int step = columns.stride();
    int down = rows.stride() * columns.size();
    int width = columns.count();
    for (int line = 0, x = at, y = position; line < lines; line++, x += down, y += width) {
      if (step == 1 && n >= LONG) {
        System.arraycopy(from, x, to, y, n);
      } else {
        for (int i = 0; i < n; i++) to[y + i] = from[x + i * step];
      }
    }
  }

  private void add(float[] from, int at, float[] to, int position, int n, int lines) {
    int step = columns.stride();
    int down = rows.stride() * columns.size();
    int width = columns.count();
    for (int line = 0, x = at, y = position; line < lines; line++, x += width, y += down) {
      for (int i = 0; i < n; i++) to[y + i * step] += from[x + i];
    }
  }

  private void add(double[] from, int at, double[] to, int position, int n, int lines) {
    int step = columns.stride();
    int down = rows.stride() * columns.size();
    int width = columns.count();
    for (int line = 0, x = at, y = position; line < lines; line++, x += width, y += down) {
      for (int i = 0; i < n; i++) to[y + i * step] += from[x + i];
    }
  }
}
