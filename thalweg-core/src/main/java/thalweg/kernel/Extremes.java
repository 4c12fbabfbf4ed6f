package thalweg.kernel;

/// Reductions whose result does not depend on the order of steps, and the product.
///
/// Each reads `n` elements `in[at + i·step]` and writes element `to` of `out`.
public final class Extremes {
  private Extremes() {}

  /// The largest; NaN if any is.
  public static void max(Object in, int at, int step, int n, Object out, int to) {
    copy(in, at + (int) best(in, at, step, n, 1) * step, out, to);
  }

  /// The smallest; NaN if any is.
  public static void min(Object in, int at, int step, int n, Object out, int to) {
    copy(in, at + (int) best(in, at, step, n, -1) * step, out, to);
  }

  /// The index of the first largest, or of the first NaN.
  public static void argmax(Object in, int at, int step, int n, Object out, int to) {
    ((long[]) out)[to] = best(in, at, step, n, 1);
  }

  /// The index of the first smallest, or of the first NaN.
  public static void argmin(Object in, int at, int step, int n, Object out, int to) {
    ((long[]) out)[to] = best(in, at, step, n, -1);
  }

  private static long best(Object in, int at, int step, int n, int sign) {
    if (in instanceof long[] a) {
      int best = 0;
      for (int i = 1; i < n; i++) {
        if (Long.compare(a[at + i * step], a[at + best * step]) * sign > 0) {
          best = i;
        }
      }
      return best;
    }
    int best = 0;
    double top = Copy.real(in, at);
    for (int i = 1; i < n && !Double.isNaN(top); i++) {
      double x = Copy.real(in, at + i * step);
      if (Double.isNaN(x) || (sign > 0 ? x > top : x < top)) {
        best = i;
        top = x;
      }
    }
    return best;
  }

  private static void copy(Object in, int at, Object out, int to) {
    System.arraycopy(in, at, out, to, 1);
  }

  /// The product, in double precision for floats; wrapping for integers.
  public static void product(Object in, int at, int step, int n, Object out, int to) {
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
    if (out instanceof float[] floats) {
      floats[to] = (float) product;
    } else {
      ((double[]) out)[to] = product;
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
