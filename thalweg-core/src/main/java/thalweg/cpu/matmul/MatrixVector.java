package thalweg.cpu.matmul;

import thalweg.cpu.Threads;
import thalweg.cpu.matmul.MatrixProduct.Matrix;
import thalweg.cpu.reduce.Columns;
import thalweg.cpu.reduce.Sums;

/// `out = A·x` of a matrix and a vector: a dot product for each row, in the order that [thalweg.cpu.reduce.LaneSums] prescribes.
public final class MatrixVector {
  /// From this many multiply-adds on, a part of the rows is worth another thread.
  private static final int SHARED = 1 << 18;

  private MatrixVector() {}

  /// Writes the products of the `m` rows of `a`, of `n` elements each, and the vector `x`, whose elements stand `step`
  /// apart from `at` on.
  public static void multiply(Object out, Matrix a, int m, int n, Object x, int at, int step) {
    long size = (long) m * n;
    if (size < 2 * SHARED) {
      multiply(out, 0, m, a, n, x, at, step); // without a look at the threads
      return;
    }
    Threads threads = Threads.current();
    int parts = Math.min(Columns.parts(a.columnStep(), m), threads.parts(size, SHARED));
    threads.forRanges(
        m, parts, (from, to) -> multiply(out, from, to, a, n, x, at, step));
  }

  private static void multiply(
      Object out, int from, int to, Matrix a, int n, Object x, int at, int step) {
    if (out instanceof long[] || !Columns.pay(a.columnStep(), n, to - from)) {
      for (int i = from; i < to; i++) {
        row(out, i, a, n, x, at, step);
      }
    } else {
      for (int i = from; i < to; i += Columns.MOST) {
        rows(out, i, a, Math.min(Columns.MOST, to - i), n, x, at, step);
      }
    }
  }

  private static void row(Object out, int i, Matrix a, int n, Object x, int at, int step) {
    int start = a.offset(i, 0);
    if (out instanceof float[] to) {
      to[i] = (float) Sums.dot(a.array(), start, a.columnStep(), x, at, step, n);
    } else if (out instanceof double[] to) {
      to[i] = Sums.dot(a.array(), start, a.columnStep(), x, at, step, n);
    } else {
      ((long[]) out)[i] = Sums.dot((long[]) a.array(), start, a.columnStep(), (long[]) x, at, step, n);
    }
  }

  private static void rows(
      Object out, int i, Matrix a, int count, int n, Object x, int at, int step) {
    var rows = new Columns(a.array(), a.offset(i, 0), a.columnStep(), n, a.rowStep(), count);
    double[] products = rows.dots(x, at, step);
    for (int r = 0; r < count; r++) {
      if (out instanceof float[] to) {
        to[i + r] = (float) products[r];
      } else {
        ((double[]) out)[i + r] = products[r];
      }
    }
  }
}
