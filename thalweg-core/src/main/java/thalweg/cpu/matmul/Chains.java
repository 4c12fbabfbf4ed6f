package thalweg.cpu.matmul;

import thalweg.cpu.matmul.MatrixProduct.Matrix;

/// Matrix products without packing: of few elements, and of a row with a matrix.
///
/// Four neighbouring elements of the result are computed at once: one chain of multiply-adds would wait for
/// each of its steps.
///
/// ```
///                b  j  j+1 j+2 j+3
///                   ↓   ↓   ↓   ↓
/// a row i →  out[i] ·   ·   ·   ·
/// ```
///
/// Where the row meets a matrix whose rows lie in memory as they are read, whole rows are added instead.
final class Chains {
  /// From this length of a row on.
  private static final int ROW = 32;

  private Chains() {}

  static void add(ProductKernels kernels, Matrix out, Matrix a, Matrix b, int m, int k, int n) {
    boolean rows = m == 1 && n >= ROW && b.columnStep() == 1;
    for (int start = 0, steps; start < k; start += steps) {
      steps = MatrixProduct.chain(k - start);
      if (out.array() instanceof float[]) {
        if (rows) {
          floatRows(kernels, out, a, b, start, steps, n);
        } else {
          floats(out, a, b, start, steps, m, n);
        }
      } else if (rows) {
        doubleRows(kernels, out, a, b, start, steps, n);
      } else {
        doubles(out, a, b, start, steps, m, n);
      }
    }
  }

  private static void floatRows(
      ProductKernels kernels, Matrix out, Matrix a, Matrix b, int start, int steps, int n) {
    float[] x = (float[]) a.array();
    float[] y = (float[]) b.array();
    float[] to = (float[]) out.array();
    float[] sums = new float[n];
    for (int p = start; p < start + steps; p++) {
      kernels.multiplyAdd(x[a.offset(0, p)], y, b.offset(p, 0), sums, 0, n);
    }
    for (int j = 0; j < n; j++) {
      to[out.offset(0, j)] += sums[j];
    }
  }

  private static void floats(Matrix out, Matrix a, Matrix b, int start, int steps, int m, int n) {
    float[] x = (float[]) a.array();
    float[] y = (float[]) b.array();
    float[] to = (float[]) out.array();
    int xs = a.columnStep();
    int ys = b.rowStep();
    int next = b.columnStep();
    for (int i = 0; i < m; i++) {
      int j = 0;
      for (; j + 4 <= n; j += 4) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int p = 0, xi = a.offset(i, start), yi = b.offset(start, j); p < steps; p++, xi += xs, yi += ys) {
          float factor = x[xi];
          s0 = Math.fma(factor, y[yi], s0);
          s1 = Math.fma(factor, y[yi + next], s1);
          s2 = Math.fma(factor, y[yi + 2 * next], s2);
          s3 = Math.fma(factor, y[yi + 3 * next], s3);
        }
        to[out.offset(i, j)] += s0;
        to[out.offset(i, j + 1)] += s1;
        to[out.offset(i, j + 2)] += s2;
        to[out.offset(i, j + 3)] += s3;
      }
      for (; j < n; j++) {
        float sum = 0;
        for (int p = 0, xi = a.offset(i, start), yi = b.offset(start, j); p < steps; p++, xi += xs, yi += ys) {
          sum = Math.fma(x[xi], y[yi], sum);
        }
        to[out.offset(i, j)] += sum;
      }
    }
  }

  private static void doubleRows(
      ProductKernels kernels, Matrix out, Matrix a, Matrix b, int start, int steps, int n) {
    double[] x = (double[]) a.array();
    double[] y = (double[]) b.array();
    double[] to = (double[]) out.array();
    double[] sums = new double[n];
    for (int p = start; p < start + steps; p++) {
      kernels.multiplyAdd(x[a.offset(0, p)], y, b.offset(p, 0), sums, 0, n);
    }
    for (int j = 0; j < n; j++) {
      to[out.offset(0, j)] += sums[j];
    }
  }

  private static void doubles(Matrix out, Matrix a, Matrix b, int start, int steps, int m, int n) {
    double[] x = (double[]) a.array();
    double[] y = (double[]) b.array();
    double[] to = (double[]) out.array();
    int xs = a.columnStep();
    int ys = b.rowStep();
    int next = b.columnStep();
    for (int i = 0; i < m; i++) {
      int j = 0;
      for (; j + 4 <= n; j += 4) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int p = 0, xi = a.offset(i, start), yi = b.offset(start, j); p < steps; p++, xi += xs, yi += ys) {
          double factor = x[xi];
          s0 = Math.fma(factor, y[yi], s0);
          s1 = Math.fma(factor, y[yi + next], s1);
          s2 = Math.fma(factor, y[yi + 2 * next], s2);
          s3 = Math.fma(factor, y[yi + 3 * next], s3);
        }
        to[out.offset(i, j)] += s0;
        to[out.offset(i, j + 1)] += s1;
        to[out.offset(i, j + 2)] += s2;
        to[out.offset(i, j + 3)] += s3;
      }
      for (; j < n; j++) {
        double sum = 0;
        for (int p = 0, xi = a.offset(i, start), yi = b.offset(start, j); p < steps; p++, xi += xs, yi += ys) {
          sum = Math.fma(x[xi], y[yi], sum);
        }
        to[out.offset(i, j)] += sum;
      }
    }
  }
}
