package thalweg.cpu.linalg;

/// The steps that factorisations of matrices are made of, on vectors that lie in arrays of doubles without gaps.
final class Vectors {
  private Vectors() {}

  /// `Σ xᵢ·yᵢ` of `n` elements.
  static double dot(double[] x, int at, double[] y, int bt, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[at + i] * y[bt + i];
    }
    return sum;
  }

  /// `y ← y + factor·x`.
  static void addScaled(double factor, double[] x, int at, double[] y, int bt, int n) {
    for (int i = 0; i < n; i++) {
      y[bt + i] += factor * x[at + i];
    }
  }

  /// `x ← factor·x`.
  static void scale(double factor, double[] x, int at, int n) {
    for (int i = at; i < at + n; i++) {
      x[i] *= factor;
    }
  }

  /// `√Σ xᵢ²`, scaled so that no square overflows.
  static double norm(double[] x, int at, int n) {
    double largest = largest(x, at, n);
    if (largest == 0 || Double.isInfinite(largest)) {
      return largest;
    }
    double unit = powerOfTwoBelow(largest);
    double sum = 0;
    for (int i = at; i < at + n; i++) {
      double scaled = x[i] / unit;
      sum += scaled * scaled;
    }
    return unit * Math.sqrt(sum);
  }

  /// The largest magnitude; NaN if one is NaN.
  static double largest(double[] x, int at, int n) {
    double largest = 0;
    for (int i = at; i < at + n; i++) {
      largest = Math.max(largest, Math.abs(x[i]));
    }
    return largest;
  }

  /// A power of two by which to divide `x > 0` without rounding.
  static double powerOfTwoBelow(double x) {
    return Math.scalb(1.0, Math.max(Math.getExponent(x), Double.MIN_EXPONENT));
  }

  /// `(x, y) ← (c·x + s·y, c·y − s·x)`: a rotation.
  static void rotate(double c, double s, double[] a, int x, int y, int n) {
    for (int i = 0; i < n; i++) {
      double u = a[x + i];
      double v = a[y + i];
      a[x + i] = c * u + s * v;
      a[y + i] = c * v - s * u;
    }
  }

  /// The columns of a matrix, one after the other.
  static double[] transposed(double[] a, int rows, int columns) {
    double[] turned = new double[a.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * rows + i] = a[i * columns + j];
      }
    }
    return turned;
  }

  /// The identity matrix.
  static double[] identity(int n) {
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      a[i * n + i] = 1;
    }
    return a;
  }
}
