package thalweg.cpu.reduce;

import java.util.Arrays;
import thalweg.cpu.loop.Copy;

/// Some neighbouring runs of elements, reduced side by side: element `i` of all of them, then `i + 1` of all.
///
/// ```
///            run 0  run 1  run 2 …        `next` apart
/// i = 0        ·      ·      ·
/// i = 1        ·      ·      ·            `step` apart
/// ```
///
/// Where runs lie across the rows of memory this reads memory in order, and where they are short it spares each run
/// what it costs to begin. What a run comes to has the same bits as by itself.
///
/// @param in    a `float[]`, `double[]` or `boolean[]`
/// @param at    where the first run starts
/// @param step  how far apart the elements of a run are
/// @param n     how many elements a run has
/// @param next  how far apart runs start
/// @param count how many runs there are, at most [#MOST]
public record Columns(Object in, int at, int step, int n, int next, int count) {
  /// How many runs go side by side: their 16 lanes are 32 KiB.
  public static final int MOST = 256;

  /// Up to this length runs are short.
  private static final int SHORT = 2 * LaneSums.LANES;

  /// True if `count` runs are better reduced side by side than one after the other.
  public static boolean pay(int step, int n, int count) {
    return count > 1 && (step != 1 || n < SHORT);
  }

  /// Into how many parts `runs` runs may be cut: those across memory only into blocks, since narrower ones would read
  /// a little of each row.
  public static int parts(int step, int runs) {
    return step == 1 ? runs : Math.max(1, runs / MOST);
  }

  /// Reads element `i` of each run.
  private void load(int i, double[] row) {
    int from = at + i * step;
    if (in instanceof float[] a) {
      if (next == 1) {
        for (int c = 0; c < count; c++) row[c] = a[from + c];
      } else {
        for (int c = 0; c < count; c++) row[c] = a[from + c * next];
      }
    } else if (next == 1 && in instanceof double[] a) {
      System.arraycopy(a, from, row, 0, count);
    } else {
      for (int c = 0; c < count; c++) row[c] = Copy.real(in, from + c * next);
    }
  }

  /// The sum of each run, in the order that [LaneSums] prescribes.
  double[] sums() {
    return n == 0 ? new double[count] : tree(null, 0, 0, 0, n);
  }

  /// The dot product of each run with `n` elements of a `float[]` or `double[]`, in the order that [LaneSums]
  /// prescribes.
  public double[] dots(Object b, int bt, int bstep) {
    return n == 0 ? new double[count] : tree(b, bt, bstep, 0, n);
  }

  /// As `Sums` combines chunks.
  private double[] tree(Object b, int bt, int bstep, int from, int length) {
    if (length <= LaneSums.CHUNK) {
      return chunk(b, bt, bstep, from, length);
    }
    int half = Sums.leftPart(length);
    double[] left = tree(b, bt, bstep, from, half);
    double[] right = tree(b, bt, bstep, from + half, length - half);
    for (int c = 0; c < count; c++) left[c] += right[c];
    return left;
  }

  /// A sum's steps are products with 1, which change nothing.
  private double[] chunk(Object b, int bt, int bstep, int from, int length) {
    double[][] lanes = new double[Math.min(length, LaneSums.LANES)][count]; // the others would stay zero
    double[] row = new double[count];
    for (int i = 0; i < length; i++) {
      load(from + i, row);
      double factor = b == null ? 1 : Copy.real(b, bt + (from + i) * bstep);
      double[] lane = lanes[i & (LaneSums.LANES - 1)];
      for (int c = 0; c < count; c++) lane[c] = Math.fma(row[c], factor, lane[c]);
    }
    for (int half = LaneSums.LANES / 2; half > 0; half /= 2) {
      for (int l = 0; l < Math.min(half, lanes.length - half); l++) {
        double[] to = lanes[l];
        double[] other = lanes[l + half];
        for (int c = 0; c < count; c++) to[c] += other[c];
      }
    }
    return lanes[0];
  }

  /// The product of each run, step by step.
  double[] products() {
    double[] products = new double[count];
    double[] row = new double[count];
    Arrays.fill(products, 1);
    for (int i = 0; i < n; i++) {
      load(i, row);
      for (int c = 0; c < count; c++) products[c] *= row[c];
    }
    return products;
  }

  /// Where in each run the first largest element stands, for a negative `sign` the first smallest; or the first NaN.
  int[] best(int sign) {
    int[] best = new int[count];
    double[] top = new double[count];
    double[] row = new double[count];
    load(0, top);
    for (int c = 0; c < count; c++) top[c] *= sign;
    for (int i = 1; i < n; i++) {
      load(i, row);
      for (int c = 0; c < count; c++) {
        double x = sign * row[c];
        if (!(x <= top[c]) && top[c] == top[c]) { // larger, or NaN, which no number displaces
          top[c] = x;
          best[c] = i;
        }
      }
    }
    return best;
  }
}
