package thalweg.cpu.linalg;

import thalweg.cpu.math.Logarithms;

/// `P·A = L·U` by Gaussian elimination with partial pivoting: Golub and Van Loan, *Matrix Computations*, §3.4.
///
/// `L` has ones on its diagonal. In each column the largest element in magnitude is the pivot, of equal ones the
/// first, as in LAPACK's `getrf`. All matrices lie row by row.
public final class LuFactors {
  private final int n;
  private final double[] lu; // L below the diagonal, U on and above it
  private final int[] rows; // which row of A is where
  private int sign = 1;

  /// Factors `a`, of `n` rows, and overwrites it.
  public LuFactors(double[] a, int n) {
    this.n = n;
    this.lu = a;
    this.rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = i;
    }
    for (int k = 0; k < n; k++) {
      exchange(k, pivot(k));
      if (lu[k * n + k] != 0) {
        eliminate(k);
      }
    }
  }

  private int pivot(int k) {
    int best = k;
    for (int i = k + 1; i < n; i++) {
      if (Math.abs(lu[i * n + k]) > Math.abs(lu[best * n + k])) {
        best = i;
      }
    }
    return best;
  }

  private void exchange(int i, int k) {
    if (i == k) {
      return;
    }
    for (int j = 0; j < n; j++) {
      double kept = lu[i * n + j];
      lu[i * n + j] = lu[k * n + j];
      lu[k * n + j] = kept;
    }
    int row = rows[i];
    rows[i] = rows[k];
    rows[k] = row;
    sign = -sign;
  }

  private void eliminate(int k) {
    for (int i = k + 1; i < n; i++) {
      double factor = lu[i * n + k] / lu[k * n + k];
      lu[i * n + k] = factor;
      Vectors.addScaled(-factor, lu, k * n + k + 1, lu, i * n + k + 1, n - k - 1);
    }
  }

  /// The number, from 1, of the first element on the diagonal of `U` that is zero, or 0 if none is: then the
  /// matrix is not singular.
  public int zeroPivot() {
    for (int i = 0; i < n; i++) {
      if (lu[i * n + i] == 0) {
        return i + 1;
      }
    }
    return 0;
  }

  /// `det A`: the product of the pivots, negative for an odd number of exchanges.
  public double determinant() {
    double product = sign;
    for (int i = 0; i < n; i++) {
      product *= lu[i * n + i];
    }
    return product;
  }

  /// The sign of the determinant, 0 also where it is NaN.
  public double sign() {
    double product = sign;
    for (int i = 0; i < n; i++) {
      double pivot = lu[i * n + i];
      product *= Double.isNaN(pivot) ? 0 : Math.signum(pivot);
    }
    return product;
  }

  /// `ln |det A|`, which does not overflow where [#determinant()] does: `−∞` for a singular matrix.
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Logarithms.log(Math.abs(lu[i * n + i]));
    }
    return sum;
  }

  /// `X` with `A·X = B`, of `m` columns.
  public double[] solve(double[] b, int m) {
    double[] x = new double[n * m];
    for (int i = 0; i < n; i++) {
      System.arraycopy(b, rows[i] * m, x, i * m, m);
    }
    Triangles.solveLower(lu, n, x, m, true);
    Triangles.solveUpper(lu, n, x, m);
    return x;
  }

  /// `A⁻¹`.
  public double[] inverse() {
    return solve(Vectors.identity(n), n);
  }
}
