package thalweg.cpu.index;

import thalweg.cpu.Threads;
import thalweg.cpu.loop.Copy;

/// Sorting and running results of the rows of a row-major array.
public final class Sorting {
  /// From this many elements on, a part of the rows is worth another thread.
  private static final int SHARED = 1 << 14;

  private Sorting() {}

  /// For each row of `n` elements, the places of its first `kept` elements in order; equal elements keep
  /// their order, and NaN is larger than all numbers.
  public static long[] order(Object rows, int n, int kept, boolean descending) {
    int count = n == 0 ? 0 : java.lang.reflect.Array.getLength(rows) / n;
    long[] positions = new long[count * kept];
    Threads threads = Threads.current();
    int parts = Math.min(count, threads.parts((long) count * n, SHARED));
    threads.forItems(
        count,
        parts,
        () -> {
          var order = new Order(n);
          return row -> {
            order.sort(rows, row * n, descending);
            order.write(positions, row * kept, kept);
          };
        });
    return positions;
  }

  /// Replaces each element of a row of `n` by the sum, or product, of those up to it; floats are
  /// accumulated in double precision.
  public static void scan(Object rows, int n, boolean product) {
    switch (rows) {
      case float[] a -> {
        double total = 0;
        for (int i = 0; i < a.length; i++) {
          double before = i % n != 0 ? total : product ? 1 : 0;
          total = product ? before * a[i] : before + a[i];
          a[i] = (float) total;
        }
      }
      case double[] a -> {
        for (int i = 0; i < a.length; i++) {
          double before = i % n != 0 ? a[i - 1] : product ? 1 : 0;
          a[i] = product ? before * a[i] : before + a[i];
        }
      }
      default -> {
        long[] a = (long[]) rows;
        for (int i = 0; i < a.length; i++) {
          if (i % n != 0) {
            a[i] = product ? a[i - 1] * a[i] : a[i - 1] + a[i];
          }
        }
      }
    }
  }

  /// For each position of each row of `n` elements, of `count` in all, the position in the row of the largest, or
  /// smallest, element up to there: of equal ones the last, and of several NaN too.
  public static long[] runningBest(Object rows, int count, int n, boolean largest) {
    long[] positions = new long[count];
    for (int i = 0; i < count; i++) {
      int start = i - i % n;
      int best = i == start ? i : start + (int) positions[i - 1];
      boolean isBetter =
          rows instanceof long[] a
              ? largest ? a[i] >= a[best] : a[i] <= a[best]
              : isBetter(Copy.real(rows, i), Copy.real(rows, best), largest);
      positions[i] = (isBetter ? i : best) - start;
    }
    return positions;
  }

  private static boolean isBetter(double x, double best, boolean largest) {
    return Double.isNaN(x) || (largest ? x >= best : x <= best);
  }
}
