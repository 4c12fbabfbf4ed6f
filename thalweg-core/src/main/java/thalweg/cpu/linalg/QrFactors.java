package thalweg.cpu.linalg;

/// `A = Q·R` with orthonormal columns in `Q` and an upper triangle `R`, by Householder's reflections: Golub and
/// Van Loan, *Matrix Computations*, §5.2. `A` has at least as many rows as columns; signs are LAPACK's.
///
/// @param q the columns of `Q`, `(n, m)`
/// @param r `R` row by row, `(n, n)`
public record QrFactors(double[] q, double[] r) {
  /// The factors of `a`, of `m` rows and `n` columns.
  public static QrFactors of(double[] a, int m, int n) {
    double[] columns = Vectors.transposed(a, m, n);
    double[] r = new double[n * n];
    var reflections = new Reflection[n];
    for (int k = 0; k < n; k++) {
      reflections[k] = Reflection.of(columns, k * m + k, m - k);
      columns[k * m + k] = reflections[k].beta();
      for (int j = k + 1; j < n; j++) {
        reflections[k].apply(columns, j * m + k);
      }
      for (int i = 0; i <= k; i++) {
        r[i * n + k] = columns[k * m + i];
      }
    }
    return new QrFactors(product(reflections, m), r);
  }

  /// The first columns of `H₀·H₁·…`.
  private static double[] product(Reflection[] reflections, int m) {
    int n = reflections.length;
    double[] q = new double[n * m];
    for (int k = n - 1; k >= 0; k--) {
      q[k * m + k] = 1;
      for (int j = k; j < n; j++) {
        reflections[k].apply(q, j * m + k);
      }
    }
    return q;
  }

  /// `Q` row by row, of `m` rows and `n` columns.
  public double[] rowsOfQ(int m, int n) {
    return Vectors.transposed(q, n, m);
  }
}
