package thalweg.cpu.linalg;

import java.util.Arrays;

/// `A = L·Lᵀ` of a symmetric positive-definite matrix: Golub and Van Loan, *Matrix Computations*, §4.2.
public final class Cholesky {
  private Cholesky() {}

  /// Overwrites `a`, of `n` rows, by `L`. Reads nothing above the diagonal and puts zeros there.
  ///
  /// @return 0, or the order of the first leading minor that is not positive
  public static int factor(double[] a, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        a[i * n + j] = (a[i * n + j] - Vectors.dot(a, i * n, a, j * n, j)) / a[j * n + j];
      }
      double square = a[i * n + i] - Vectors.dot(a, i * n, a, i * n, i);
      if (square <= 0) {
        return i + 1;
      }
      a[i * n + i] = Math.sqrt(square);
      Arrays.fill(a, i * n + i + 1, (i + 1) * n, 0);
    }
    return 0;
  }
}
