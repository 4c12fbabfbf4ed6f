package thalweg.kernel;

import java.util.Arrays;

/// Lays windows on images out as the columns of a matrix, and adds such columns up again.
///
/// ```
///                     windows from … to
/// channel 0  (0, 0)  x  x  x  x  x  x
///            (0, 1)  x  x  x  x  x  x        each row: one place of the kernel, as all windows see it:
///            …                               a stretch of a row of the image, with zeros beside the image
/// channel 1  (0, 0)  x  x  x  x  x  x
/// ```
///
/// @param rows    how windows lie down the image
/// @param columns how windows lie across it
public record Unfolding(Axis rows, Axis columns) {
  /// The elements of an image's channel.
  int plane() {
    return rows.size() * columns.size();
  }

  /// The places of a window in a channel.
  int places() {
    return rows.kernel() * columns.kernel();
  }

  /// The windows on an image.
  int windows() {
    return rows.count() * columns.count();
  }

  /// True if the windows are the places of the image, one by one.
  boolean isIdentity() {
    return places() == 1 && windows() == plane() && rows.before() == 0 && columns.before() == 0;
  }

  /// What is done with a stretch of a row of the matrix, `n` elements from `to` on, and as many of the image, from
  /// `at` on, a stride apart.
  private interface Stretch {
    void visit(int to, int at, int n);
  }

  /// Writes the windows `from` to `to` on `channels` channels, which begin at `at`, into `matrix`.
  void unfold(Object image, int at, int channels, int from, int to, Object matrix) {
    if (rows.reachesBeside() || columns.reachesBeside()) {
      clear(matrix, channels * places() * (to - from));
    }
    int step = columns.stride();
    Stretch stretch =
        switch (image) {
          case float[] x -> (row, place, n) -> copy(x, place, step, (float[]) matrix, row, n);
          case double[] x -> (row, place, n) -> copy(x, place, step, (double[]) matrix, row, n);
          default -> (row, place, n) -> copy((long[]) image, place, step, (long[]) matrix, row, n);
        };
    walk(at, channels, from, to, stretch);
  }

  /// Adds the elements of `matrix`, row by row, to the places of all windows that they stand for, and leaves out
  /// those beside the image.
  void fold(Object matrix, Object image, int at, int channels) {
    int step = columns.stride();
    Stretch stretch =
        image instanceof float[] out
            ? (row, place, n) -> add((float[]) matrix, row, n, out, place, step)
            : (row, place, n) -> add((double[]) matrix, row, n, (double[]) image, place, step);
    walk(at, channels, 0, windows(), stretch);
  }

  private void walk(int at, int channels, int from, int to, Stretch stretch) {
    int row = 0;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < rows.kernel(); i++) {
        for (int j = 0; j < columns.kernel(); j++) {
          walk(at + c * plane(), i, j, from, to, row, stretch);
          row += to - from;
        }
      }
    }
  }

  private void walk(int plane, int i, int j, int from, int to, int row, Stretch stretch) {
    int width = columns.count();
    int left = columns.firstAt(0, j, 0, width);
    int right = columns.firstAt(columns.size(), j, left, width);
    int top = from / width;
    int end = (to - 1) / width + 1;
    int bottom = rows.firstAt(rows.size(), i, top, end);
    for (int line = rows.firstAt(0, i, top, end); line < bottom; line++) {
      int start = line * width;
      int first = Math.max(from, start + left);
      int n = Math.min(to, start + right) - first;
      if (n > 0) {
        int place = plane + rows.place(line, i) * columns.size() + columns.place(first - start, j);
        stretch.visit(row + first - from, place, n);
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

  private static void copy(float[] from, int at, int step, float[] to, int place, int n) {
    if (step == 1) {
      System.arraycopy(from, at, to, place, n);
    } else {
      for (int i = 0; i < n; i++) to[place + i] = from[at + i * step];
    }
  }

  private static void copy(double[] from, int at, int step, double[] to, int place, int n) {
    if (step == 1) {
      System.arraycopy(from, at, to, place, n);
    } else {
      for (int i = 0; i < n; i++) to[place + i] = from[at + i * step];
    }
  }

  private static void copy(long[] from, int at, int step, long[] to, int place, int n) {
    for (int i = 0; i < n; i++) to[place + i] = from[at + i * step];
  }

  private static void add(float[] from, int at, int n, float[] to, int place, int step) {
    if (step == 1) {
      for (int i = 0; i < n; i++) to[place + i] += from[at + i];
    } else {
      for (int i = 0; i < n; i++) to[place + i * step] += from[at + i];
    }
  }

  private static void add(double[] from, int at, int n, double[] to, int place, int step) {
    for (int i = 0; i < n; i++) to[place + i * step] += from[at + i];
  }
}
