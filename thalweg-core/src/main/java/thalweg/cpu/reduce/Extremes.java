package thalweg.cpu.reduce;

import thalweg.cpu.loop.Copy;

/// Reductions whose result does not depend on the order of steps, and the product.
///
/// Each reads `n` elements `in[at + i·step]` and writes element `to` of `out`.
public final class Extremes {
  /// The largest; NaN if any is.
  public static final Runs.Run MAX = new Best(1, false);

  /// The smallest; NaN if any is.
  public static final Runs.Run MIN = new Best(-1, false);

  /// The index of the first largest, or of the first NaN.
  public static final Runs.Run ARGMAX = new Best(1, true);

  /// The index of the first smallest, or of the first NaN.
  public static final Runs.Run ARGMIN = new Best(-1, true);

  /// The product, in double precision for floats; wrapping for integers.
  public static final Runs.Run PRODUCT = new Product();

  private Extremes() {}

  private record Best(int sign, boolean index) implements Runs.Neighbours {
    @Override
    public void fold(Object in, int at, int step, int n, Object out, int to) {
      write(best(in, at, step, n, sign), in, at, step, out, to);
    }

    @Override
    public void fold(Columns columns, Object out, int to) {
      int[] best = columns.best(sign);
      for (int i = 0; i < best.length; i++) {
        write(best[i], columns.in(), columns.at() + i * columns.next(), columns.step(), out, to + i);
      }
    }

    private void write(int best, Object in, int at, int step, Object out, int to) {
      if (index) {
        ((long[]) out)[to] = best;
      } else {
        System.arraycopy(in, at + best * step, out, to, 1);
      }
    }
  }

  private static int best(Object in, int at, int step, int n, int sign) {
    if (in instanceof float[] a) {
      return best(a, at, step, n, sign);
    }
    if (in instanceof double[] a) {
      return best(a, at, step, n, sign);
    }
    return in instanceof long[] a
        ? best(a, at, step, n, sign)
        : best((boolean[]) in, at, step, n, sign > 0);
  }

  private static int best(float[] a, int at, int step, int n, int sign) {
    int best = 0;
    float top = sign * a[at];
    for (int i = 1; i < n; i++) {
      float x = sign * a[at + i * step];
      if (!(x <= top)) { // larger, or NaN, which ends the search
        if (top != top) {
          return best;
        }
        top = x;
        best = i;
      }
    }
    return best;
  }

  private static int best(double[] a, int at, int step, int n, int sign) {
    int best = 0;
    double top = sign * a[at];
    for (int i = 1; i < n; i++) {
      double x = sign * a[at + i * step];
      if (!(x <= top)) {
        if (top != top) {
          return best;
        }
        top = x;
        best = i;
      }
    }
    return best;
  }

  private static int best(long[] a, int at, int step, int n, int sign) {
    long flip = sign > 0 ? 0 : -1; // reverses the order
    int best = 0;
    long top = a[at] ^ flip;
    for (int i = 1; i < n; i++) {
      long x = a[at + i * step] ^ flip;
      if (x > top) {
        top = x;
        best = i;
      }
    }
    return best;
  }

  private static int best(boolean[] a, int at, int step, int n, boolean wanted) {
    for (int i = 0; i < n; i++) {
      if (a[at + i * step] == wanted) {
        return i;
      }
    }
    return 0;
  }

  private record Product() implements Runs.Neighbours {
    @Override
    public void fold(Object in, int at, int step, int n, Object out, int to) {
      if (in instanceof long[] a) {
        long product = 1;
        for (int i = 0; i < n; i++) {
          product *= a[at + i * step];
        }
        ((long[]) out)[to] = product;
        return;
      }
      double product = 1;
      for (int i = 0; i < n; i++) {
        product *= Copy.real(in, at + i * step);
      }
      write(product, out, to);
    }

    @Override
    public void fold(Columns columns, Object out, int to) {
      double[] products = columns.products();
      for (int i = 0; i < products.length; i++) {
        write(products[i], out, to + i);
      }
    }

    private static void write(double product, Object out, int to) {
      if (out instanceof float[] floats) {
        floats[to] = (float) product;
      } else {
        ((double[]) out)[to] = product;
      }
    }
  }

  /// Whether all are true.
  public static void all(Object in, int at, int step, int n, Object out, int to) {
    boolean all = true;
    for (int i = 0; i < n && all; i++) {
      all = ((boolean[]) in)[at + i * step];
    }
    ((boolean[]) out)[to] = all;
  }

  /// Whether any is true.
  public static void any(Object in, int at, int step, int n, Object out, int to) {
    boolean any = false;
    for (int i = 0; i < n && !any; i++) {
      any = ((boolean[]) in)[at + i * step];
    }
    ((boolean[]) out)[to] = any;
  }
}
