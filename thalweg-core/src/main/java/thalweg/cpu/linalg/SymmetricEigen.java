package thalweg.cpu.linalg;

import java.util.stream.IntStream;

/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// Reflections make it tridiagonal, then implicit QR steps with Wilkinson's shift make the other elements beside
/// the diagonal vanish: Golub and Van Loan, *Matrix Computations*, §8.3.
public final class SymmetricEigen {
  private static final int STEPS_A_VALUE = 60; // two or three are usual
  private static final double EPSILON = 0x1p-53;

  private final int n;
  private final double[] diagonal;
  private final double[] beside; // the element right of and below each diagonal one
  private final double[] vectors; // one a row
  private final double unit;
  private final boolean converged;

  /// Decomposes `a`, of `n` rows, of which only the lower triangle is read; overwrites it.
  public SymmetricEigen(double[] a, int n) {
    this.n = n;
    diagonal = new double[n];
    beside = new double[Math.max(0, n - 1)];
    vectors = Vectors.identity(n);
    double largest = mirror(a);
    unit = largest > 0 && largest < Double.POSITIVE_INFINITY ? Vectors.powerOfTwoBelow(largest) : 1;
    Vectors.scale(1 / unit, a, 0, n * n);
    tridiagonalize(a);
    converged = Double.isFinite(largest) && iterate();
  }

  /// Copies the lower triangle to the upper one; gives the largest magnitude.
  private double mirror(double[] a) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        a[j * n + i] = a[i * n + j];
      }
    }
    return Vectors.largest(a, 0, n * n);
  }

  /// `T = Hᵀ·A·H` for each reflection `H`; all `H` are gathered in the vectors.
  private void tridiagonalize(double[] a) {
    var reflections = new Reflection[Math.max(0, n - 1)];
    for (int k = 0; k < n - 1; k++) {
      int rest = n - k - 1;
      Reflection h = Reflection.of(a, k * n + k + 1, rest);
      reflections[k] = h;
      beside[k] = h.beta();
      reflectBothSides(a, k + 1, h);
    }
    for (int k = n - 2; k >= 0; k--) { // the vectors become the columns of H₀·H₁·…
      for (int j = k + 1; j < n; j++) {
        reflections[k].apply(vectors, j * n + k + 1);
      }
    }
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i * n + i];
    }
  }

  /// `A ← H·A·H` of the part from `from` on, as `A − v·wᵀ − w·vᵀ`.
  private void reflectBothSides(double[] a, int from, Reflection h) {
    int size = n - from;
    double[] w = new double[size];
    for (int i = 0; i < size; i++) {
      w[i] = h.tau() * Vectors.dot(a, (from + i) * n + from, h.v(), 0, size);
    }
    Vectors.addScaled(-h.tau() / 2 * Vectors.dot(w, 0, h.v(), 0, size), h.v(), 0, w, 0, size);
    for (int i = 0; i < size; i++) {
      Vectors.addScaled(-h.v()[i], w, 0, a, (from + i) * n + from, size);
      Vectors.addScaled(-w[i], h.v(), 0, a, (from + i) * n + from, size);
    }
  }

  private boolean iterate() {
    int end = n - 1;
    for (int steps = 0; end > 0; ) {
      if (isNegligible(end - 1)) {
        end--;
        continue;
      }
      int start = end - 1;
      while (start > 0 && !isNegligible(start - 1)) {
        start--;
      }
      if (++steps > STEPS_A_VALUE * n) {
        return false;
      }
      step(start, end);
    }
    return true;
  }

  private boolean isNegligible(int k) {
    return Math.abs(beside[k]) <= EPSILON * (Math.abs(diagonal[k]) + Math.abs(diagonal[k + 1]));
  }

  /// One implicit QR step on the block from `start` to `end`.
  private void step(int start, int end) {
    double half = (diagonal[end - 1] - diagonal[end]) / 2;
    double last = beside[end - 1];
    double root = Math.copySign(Math.sqrt(half * half + last * last), half);
    double x = diagonal[start] - (diagonal[end] - last / (half + root) * last);
    double z = beside[start];
    for (int k = start; k < end; k++) {
      double r = Math.sqrt(x * x + z * z);
      double c = r == 0 ? 1 : x / r;
      double s = r == 0 ? 0 : z / r;
      if (k > start) {
        beside[k - 1] = r;
      }
      turn(k, c, s);
      if (k < end - 1) {
        x = beside[k];
        z = s * beside[k + 1];
        beside[k + 1] *= c;
      }
      Vectors.rotate(c, s, vectors, k * n, (k + 1) * n, n);
    }
  }

  /// Rotates rows and columns `k` and `k + 1` of the tridiagonal matrix.
  private void turn(int k, double c, double s) {
    double a = diagonal[k];
    double b = beside[k];
    double d = diagonal[k + 1];
    diagonal[k] = c * c * a + 2 * c * s * b + s * s * d;
    diagonal[k + 1] = s * s * a - 2 * c * s * b + c * c * d;
    beside[k] = c * s * (d - a) + (c * c - s * s) * b;
  }

  /// False if the matrix has NaN or infinite elements.
  public boolean converged() {
    return converged;
  }

  private int[] ascending() {
    return IntStream.range(0, n)
        .boxed()
        .sorted((i, j) -> Double.compare(diagonal[i], diagonal[j]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// The eigenvectors, each a column, and below them the eigenvalues, in ascending order: `(n + 1, n)`.
  public double[] vectorsAndValues() {
    double[] packed = new double[(n + 1) * n];
    int[] order = ascending();
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        packed[i * n + j] = vectors[order[j] * n + i];
      }
      packed[n * n + j] = unit * diagonal[order[j]];
    }
    return packed;
  }
}
