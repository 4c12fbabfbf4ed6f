package thalweg.kernel;

/// `C = A·B`, in the order of steps that [Kernels] prescribes.
public final class MatrixProduct {
  private MatrixProduct() {}

  /// A matrix in an array: element `(i, j)` stands at `at + i·rowStep + j·columnStep`.
  public record Matrix(Object array, int at, int rowStep, int columnStep) {}

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
    if (n == 1) {
      for (int i = 0; i < m; i++) {
        float sum = out[ot + i];
        for (int p = 0, xi = a.at() + i * a.rowStep(), yi = b.at(); p < k; p++) {
          sum = Math.fma(x[xi], y[yi], sum);
          xi += a.columnStep();
          yi += b.rowStep();
        }
        out[ot + i] = sum;
      }
      return;
    }
    Kernels kernels = Kernels.current();
    boolean rows = b.columnStep() == 1;
    float[] packed = rows ? y : new float[k * n];
    for (int p = 0; p < k && !rows; p++) {
      for (int j = 0; j < n; j++) {
        packed[p * n + j] = y[b.at() + p * b.rowStep() + j * b.columnStep()];
      }
    }
    int first = rows ? b.at() : 0;
    int step = rows ? b.rowStep() : n;
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        float factor = x[a.at() + i * a.rowStep() + p * a.columnStep()];
        kernels.multiplyAdd(factor, packed, first + p * step, out, ot + i * n, n);
      }
    }
  }

  private static void doubles(double[] out, int ot, Matrix a, Matrix b, int m, int k, int n) {
    double[] x = (double[]) a.array();
    double[] y = (double[]) b.array();
    if (n == 1) {
      for (int i = 0; i < m; i++) {
        double sum = out[ot + i];
        for (int p = 0, xi = a.at() + i * a.rowStep(), yi = b.at(); p < k; p++) {
          sum = Math.fma(x[xi], y[yi], sum);
          xi += a.columnStep();
          yi += b.rowStep();
        }
        out[ot + i] = sum;
      }
      return;
    }
    Kernels kernels = Kernels.current();
    boolean rows = b.columnStep() == 1;
    double[] packed = rows ? y : new double[k * n];
    for (int p = 0; p < k && !rows; p++) {
      for (int j = 0; j < n; j++) {
        packed[p * n + j] = y[b.at() + p * b.rowStep() + j * b.columnStep()];
      }
    }
    int first = rows ? b.at() : 0;
    int step = rows ? b.rowStep() : n;
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        double factor = x[a.at() + i * a.rowStep() + p * a.columnStep()];
        kernels.multiplyAdd(factor, packed, first + p * step, out, ot + i * n, n);
      }
    }
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
