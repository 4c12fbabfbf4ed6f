package thalweg.cpu.linalg;

/// `H = I − τ·v·vᵀ` with `v₀ = 1`, which takes a vector to a multiple of the first unit vector: Householder's
/// reflection, Golub and Van Loan, *Matrix Computations*, §5.1.
///
/// The multiple has the sign opposite to the vector's first element, so that nothing cancels; a vector whose other
/// elements are zero stays as it is. So it is in LAPACK's `larfg`, and `Q` and `R` have PyTorch's signs.
///
/// @param v    the direction
/// @param tau  0 for the identity
/// @param beta the multiple
record Reflection(double[] v, double tau, double beta) {
  /// The reflection of the `n` elements of `x` from `at` on.
  static Reflection of(double[] x, int at, int n) {
    double[] v = new double[n];
    System.arraycopy(x, at, v, 0, n);
    double first = v[0];
    v[0] = 1;
    if (Vectors.largest(v, 1, n - 1) == 0) {
      return new Reflection(v, 0, first);
    }
    double beta = -Math.copySign(Vectors.norm(x, at, n), first);
    for (int i = 1; i < n; i++) {
      v[i] /= first - beta;
    }
    return new Reflection(v, (beta - first) / beta, beta);
  }

  /// `x ← H·x`.
  void apply(double[] x, int at) {
    if (tau != 0) {
      Vectors.addScaled(-tau * Vectors.dot(v, 0, x, at, v.length), v, 0, x, at, v.length);
    }
  }
}
