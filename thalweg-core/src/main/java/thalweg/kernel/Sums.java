package thalweg.kernel;

/// Sums and dot products of any length, from the chunks of a [Kernels] provider.
public final class Sums {
  private Sums() {}

  /// The sum of `n` elements of a `float[]` or `double[]`, in double precision.
  public static double sum(Object array, int at, int step, int n) {
    if (n > Kernels.CHUNK) {
      int left = leftPart(n);
      return sum(array, at, step, left) + sum(array, at + left * step, step, n - left);
    }
    return array instanceof float[] a
        ? Kernels.current().sum(a, at, step, n)
        : Kernels.current().sum((double[]) array, at, step, n);
  }

  /// The sum of `n` products of elements of two `float[]` or `double[]`, in double precision.
  public static double dot(Object x, int at, int step, Object y, int bt, int bstep, int n) {
    if (n > Kernels.CHUNK) {
      int left = leftPart(n);
      return dot(x, at, step, y, bt, bstep, left)
          + dot(x, at + left * step, step, y, bt + left * bstep, bstep, n - left);
    }
    return x instanceof float[] a
        ? Kernels.current().dot(a, at, step, (float[]) y, bt, bstep, n)
        : Kernels.current().dot((double[]) x, at, step, (double[]) y, bt, bstep, n);
  }

  /// The exact sum of `n` elements of a `long[]`, wrapping on overflow.
  public static long sum(long[] array, int at, int step, int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += array[at + i * step];
    }
    return sum;
  }

  /// The larger half of the chunks, whole ones: a balanced tree whatever the length.
  private static int leftPart(int n) {
    int chunks = (n + Kernels.CHUNK - 1) / Kernels.CHUNK;
    return (chunks + 1) / 2 * Kernels.CHUNK;
  }
}
