package thalweg.cpu.linalg;

/// Systems of equations with a triangular matrix, row by row: Golub and Van Loan, *Matrix Computations*, §3.1.
public final class Triangles {
  private Triangles() {}

  /// `X ← L⁻¹·X` of `m` columns, by forward substitution; `L` is the part of `a` below the diagonal and, unless
  /// `unit`, on it.
  public static void solveLower(double[] a, int n, double[] x, int m, boolean unit) {
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        Vectors.addScaled(-a[i * n + k], x, k * m, x, i * m, m);
      }
      if (!unit) {
        divide(x, i * m, m, a[i * n + i]);
      }
    }
  }

  /// `X ← U⁻¹·X` of `m` columns, by back substitution; `U` is the part of `a` on and above the diagonal.
  public static void solveUpper(double[] a, int n, double[] x, int m) {
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        Vectors.addScaled(-a[i * n + k], x, k * m, x, i * m, m);
      }
      divide(x, i * m, m, a[i * n + i]);
    }
  }

  private static void divide(double[] x, int at, int m, double by) {
    for (int i = at; i < at + m; i++) {
      x[i] /= by;
    }
  }
}
