package thalweg.kernel;

import java.util.Arrays;

/// `C = A·B`, in the order of steps that [Kernels] prescribes.
public final class MatrixProduct {
  private MatrixProduct() {}

  /// A matrix in an array: element `(i, j)` stands at `at + i·rowStep + j·columnStep`.
  public record Matrix(Object array, int at, int rowStep, int columnStep) {}

  /// The most steps in one chain of multiply-adds.
  private static final int PANEL = 320;

  /// How many of the `left` steps the next chain takes: a panel, or if less than two are left, half of
  /// them, rounded up to 8. OpenBLAS cuts in the same places, and so PyTorch's digits are met.
  private static int panel(int left) {
    return left >= 2 * PANEL ? PANEL : left > PANEL ? (left / 2 + 7) / 8 * 8 : left;
  }

  /// Multiplies `(m, k)` by `(k, n)` and adds the result to `out`, row by row from `ot` on.
  ///
  /// ```
  ///            b row p: n wide
  /// a[i][p] ×  ───────────────   added to out row i
  /// ```
  public static void addTo(Object out, int ot, Matrix a, Matrix b, int m, int k, int n) {
    if (out instanceof float[] c) {
      floats(c, ot, a, b, m, k, n);
    } else if (out instanceof double[] c) {
      doubles(c, ot, a, b, m, k, n);
    } else {
      longs((long[]) out, ot, a, b, m, k, n);
    }
  }

  private static void floats(float[] out, int ot, Matrix a, Matrix b, int m, int k, int n) {
    float[] x = (float[]) a.array();
    float[] y = (float[]) b.array();
    float[] rows = b.columnStep() == 1 || n == 1 ? y : new float[k * n];
    int first = rows == y ? b.at() : 0;
    int step = rows == y ? b.rowStep() : n;
    for (int p = 0; p < k && rows != y; p++) {
      for (int j = 0; j < n; j++) {
        rows[p * n + j] = y[b.at() + p * b.rowStep() + j * b.columnStep()];
      }
    }
    Kernels kernels = Kernels.current();
    float[] sums = new float[n];
    for (int start = 0, length; start < k; start += length) {
      length = panel(k - start);
      for (int i = 0; i < m; i++) {
        int factor = a.at() + i * a.rowStep() + start * a.columnStep();
        if (n == 1) {
          int at = first + start * step;
          out[ot + i] += chain(x, factor, a.columnStep(), rows, at, step, length);
          continue;
        }
        Arrays.fill(sums, 0);
        for (int p = start; p < start + length; p++, factor += a.columnStep()) {
          kernels.multiplyAdd(x[factor], rows, first + p * step, sums, 0, n);
        }
        for (int j = 0; j < n; j++) {
          out[ot + i * n + j] += sums[j];
        }
      }
    }
  }

  private static float chain(float[] x, int xi, int xs, float[] y, int yi, int ys, int n) {
    float sum = 0;
    for (int p = 0; p < n; p++, xi += xs, yi += ys) {
      sum = Math.fma(x[xi], y[yi], sum);
    }
    return sum;
  }

  private static void doubles(double[] out, int ot, Matrix a, Matrix b, int m, int k, int n) {
    double[] x = (double[]) a.array();
    double[] y = (double[]) b.array();
    double[] rows = b.columnStep() == 1 || n == 1 ? y : new double[k * n];
    int first = rows == y ? b.at() : 0;
    int step = rows == y ? b.rowStep() : n;
    for (int p = 0; p < k && rows != y; p++) {
      for (int j = 0; j < n; j++) {
        rows[p * n + j] = y[b.at() + p * b.rowStep() + j * b.columnStep()];
      }
    }
    Kernels kernels = Kernels.current();
    double[] sums = new double[n];
    for (int start = 0, length; start < k; start += length) {
      length = panel(k - start);
      for (int i = 0; i < m; i++) {
        int factor = a.at() + i * a.rowStep() + start * a.columnStep();
        if (n == 1) {
          int at = first + start * step;
          out[ot + i] += chain(x, factor, a.columnStep(), rows, at, step, length);
          continue;
        }
        Arrays.fill(sums, 0);
        for (int p = start; p < start + length; p++, factor += a.columnStep()) {
          kernels.multiplyAdd(x[factor], rows, first + p * step, sums, 0, n);
        }
        for (int j = 0; j < n; j++) {
          out[ot + i * n + j] += sums[j];
        }
      }
    }
  }

  private static double chain(double[] x, int xi, int xs, double[] y, int yi, int ys, int n) {
    double sum = 0;
    for (int p = 0; p < n; p++, xi += xs, yi += ys) {
      sum = Math.fma(x[xi], y[yi], sum);
    }
    return sum;
  }

  private static void longs(long[] out, int ot, Matrix a, Matrix b, int m, int k, int n) {
    long[] x = (long[]) a.array();
    long[] y = (long[]) b.array();
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        long factor = x[a.at() + i * a.rowStep() + p * a.columnStep()];
        for (int j = 0; j < n; j++) {
          out[ot + i * n + j] += factor * y[b.at() + p * b.rowStep() + j * b.columnStep()];
        }
      }
    }
  }
}
