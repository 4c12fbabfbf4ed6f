package thalweg.cpu.reduce;

import thalweg.cpu.Threads;

/// Sums and dot products of any length, from the chunks of a [LaneSums] provider.
public final class Sums {
  /// From this many elements on, a part of a sum is worth another thread.
  private static final int SHARED = 1 << 18;

  private Sums() {}

  /// What one chunk of `n` elements from element `from` on comes to.
  interface Chunk {
    double sum(int from, int n);
  }

  /// The sum of `n` elements of a `float[]` or `double[]`, in double precision.
  public static double sum(Object array, int at, int step, int n) {
    LaneSums sums = LaneSums.current();
    if (array instanceof float[] a) {
      return n <= LaneSums.CHUNK
          ? sums.sum(a, at, step, n)
          : chunks(n, (from, count) -> sums.sum(a, at + from * step, step, count));
    }
    double[] a = (double[]) array;
    return n <= LaneSums.CHUNK
        ? sums.sum(a, at, step, n)
        : chunks(n, (from, count) -> sums.sum(a, at + from * step, step, count));
  }

  /// The sum of `n` products of elements of two `float[]` or `double[]`, in double precision.
  public static double dot(Object x, int at, int step, Object y, int bt, int bstep, int n) {
    LaneSums sums = LaneSums.current();
    if (x instanceof float[] a) {
      float[] b = (float[]) y;
      return n <= LaneSums.CHUNK
          ? sums.dot(a, at, step, b, bt, bstep, n)
          : chunks(
              n, (from, count) -> sums.dot(a, at + from * step, step, b, bt + from * bstep, bstep, count));
    }
    double[] a = (double[]) x;
    double[] b = (double[]) y;
    return n <= LaneSums.CHUNK
        ? sums.dot(a, at, step, b, bt, bstep, n)
        : chunks(
            n, (from, count) -> sums.dot(a, at + from * step, step, b, bt + from * bstep, bstep, count));
  }

  private static double chunks(int n, Chunk chunk) {
    return n < 2 * SHARED ? tree(chunk, 0, n) : chunks(Threads.current(), n, chunk);
  }

  /// Sums all chunks, by as many threads as there are, and combines them in the order of [#tree].
  static double chunks(Threads threads, int n, Chunk chunk) {
    double[] sums = new double[(n - 1) / LaneSums.CHUNK + 1];
    int parts = threads.parts(n, SHARED);
    threads.forItems(
        sums.length,
        parts,
        i -> {
          int from = i * LaneSums.CHUNK;
          sums[i] = chunk.sum(from, Math.min(LaneSums.CHUNK, n - from));
        });
    return tree((from, count) -> sums[from / LaneSums.CHUNK], 0, n);
  }

  /// Combines chunks in pairs: a balanced tree whatever the length, the larger half on the left.
  private static double tree(Chunk chunk, int from, int n) {
    if (n <= LaneSums.CHUNK) {
      return chunk.sum(from, n);
    }
    int left = leftPart(n);
    return tree(chunk, from, left) + tree(chunk, from + left, n - left);
  }

  /// The exact sum of `n` elements of a `long[]`, wrapping on overflow.
  public static long sum(long[] array, int at, int step, int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += array[at + i * step];
    }
    return sum;
  }

  /// The exact sum of `n` products of elements of two `long[]`, wrapping on overflow.
  public static long dot(long[] a, int at, int step, long[] b, int bt, int bstep, int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += a[at + i * step] * b[bt + i * bstep];
    }
    return sum;
  }

  /// The larger half of the chunks, whole ones.
  static int leftPart(int n) {
    int chunks = (n - 1) / LaneSums.CHUNK + 1;
    return (chunks + 1) / 2 * LaneSums.CHUNK;
  }
}
