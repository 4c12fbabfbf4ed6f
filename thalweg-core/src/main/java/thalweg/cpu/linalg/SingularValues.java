package thalweg.cpu.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/// `A = U·diag(σ)·Vᵀ` of a matrix, by one-sided Jacobi rotations: Golub and Van Loan, *Matrix Computations*,
/// §8.6.3.
///
/// A QR factorisation comes first; then the columns of `Rᵀ` are rotated in pairs until all are orthogonal, which
/// takes fewer rounds than for `A` itself (Drmač and Veselić 2008). Their lengths are the singular values, small
/// ones to nearly full relative precision.
public final class SingularValues {
  private static final int MOST_ROUNDS = 60; // six to ten are usual
  private static final double EPSILON = 0x1p-52;

  /// Below this share of the largest, a square of a length counts as zero.
  private static final double TINY = 1e-200;

  private final int m;
  private final int n;
  private final double[] q; // the columns of Q, one a row
  private final double[] w; // the columns that are rotated, one a row
  private final double[] turns; // the product of all rotations, one column a row
  private final double[] lengths;
  private final int[] order; // descending
  private final double unit;

  /// Decomposes `a`, of `m` rows and at most as many columns `n`, all finite.
  public SingularValues(double[] a, int m, int n) {
    this.m = m;
    this.n = n;
    double largest = Vectors.largest(a, 0, a.length);
    unit = largest > 0 ? Vectors.powerOfTwoBelow(largest) : 1;
    double[] scaled = a.clone();
    Vectors.scale(1 / unit, scaled, 0, scaled.length);
    QrFactors factors = QrFactors.of(scaled, m, n);
    q = factors.q();
    w = factors.r();
    turns = Vectors.identity(n);
    int rounds = 0;
    while (round() && rounds < MOST_ROUNDS) {
      rounds++;
    }
    lengths = IntStream.range(0, n).mapToDouble(j -> Vectors.norm(w, j * n, n)).toArray();
    order =
        IntStream.range(0, n)
            .boxed()
            .sorted((i, j) -> Double.compare(lengths[j], lengths[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    normalize();
  }

  /// Rotates each pair of columns once; true if one was not orthogonal yet.
  private boolean round() {
    boolean rotated = false;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        rotated |= orthogonalize(i, j);
      }
    }
    return rotated;
  }

  private boolean orthogonalize(int i, int j) {
    double a = Vectors.dot(w, i * n, w, i * n, n);
    double b = Vectors.dot(w, j * n, w, j * n, n);
    double c = Vectors.dot(w, i * n, w, j * n, n);
    boolean done = Math.abs(c) <= EPSILON * Math.sqrt(a) * Math.sqrt(b);
    if (done || Math.min(a, b) <= TINY * Math.max(a, b)) {
      return false;
    }
    double zeta = (a - b) / (2 * c);
    double tangent = Math.copySign(1 / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta)), zeta);
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    Vectors.rotate(cosine, cosine * tangent, w, i * n, j * n, n);
    Vectors.rotate(cosine, cosine * tangent, turns, i * n, j * n, n);
    return true;
  }

  /// Gives all rotated columns length 1; those of length zero become any that complete the others.
  private void normalize() {
    for (int k = 0; k < n; k++) {
      int j = order[k];
      if (lengths[j] > Math.sqrt(TINY) * lengths[order[0]]) {
        for (int i = j * n; i < (j + 1) * n; i++) {
          w[i] /= lengths[j];
        }
      } else {
        complete(k);
      }
    }
  }

  /// Column `k` in the order becomes orthogonal to those before it: what is left of the unit vector that has most
  /// outside their span. Subtracted twice, because rounding leaves a little the first time.
  private void complete(int k) {
    int at = order[k] * n;
    double most = -1;
    int best = 0;
    for (int i = 0; i < n; i++) {
      double left = 1;
      for (int before = 0; before < k; before++) {
        double inside = w[order[before] * n + i];
        left -= inside * inside;
      }
      if (left > most) {
        most = left;
        best = i;
      }
    }
    Arrays.fill(w, at, at + n, 0);
    w[at + best] = 1;
    for (int pass = 0; pass < 2; pass++) {
      for (int before = 0; before < k; before++) {
        int bt = order[before] * n;
        Vectors.addScaled(-Vectors.dot(w, at, w, bt, n), w, bt, w, at, n);
      }
    }
    Vectors.scale(1 / Vectors.norm(w, at, n), w, at, n);
  }

  /// The singular values, in descending order.
  public double[] values() {
    return IntStream.of(order).mapToDouble(j -> unit * lengths[j]).toArray();
  }

  /// The left singular vectors, one a row: `(n, m)`.
  public double[] left() {
    double[] u = new double[n * m];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        Vectors.addScaled(turns[order[k] * n + i], q, i * m, u, k * m, m);
      }
    }
    return u;
  }

  /// The cofactors of a square matrix, row by row: `det A·A⁻ᵀ`, but also where that has no meaning.
  ///
  /// `det U·det V·U·diag(πₖ)·Vᵀ`, `πₖ` being the product of all singular values but the `k`-th.
  public double[] cofactors() {
    double[] u = left();
    double[] v = right();
    double sign = new LuFactors(u.clone(), n).sign() * new LuFactors(v.clone(), n).sign();
    double[] values = values();
    double[] cofactors = new double[n * n];
    for (int k = 0; k < n; k++) {
      double product = sign;
      for (int i = 0; i < n; i++) {
        product *= i == k ? 1 : values[i];
      }
      for (int i = 0; i < n; i++) {
        Vectors.addScaled(product * u[k * n + i], v, k * n, cofactors, i * n, n);
      }
    }
    return cofactors;
  }

  /// How the cofactors of a square matrix change when it moves by `direction`, of the same size.
  ///
  /// With `G = Uᵀ·direction·V` it is `det U·det V·U·D·Vᵀ`, where `Dₖₖ = Σ Gᵢᵢ·πₖᵢ` over all other `i`, and
  /// `Dₖₗ = −Gₗₖ·πₖₗ`; `πₖₗ` is the product of all singular values but the `k`-th and the `l`-th.
  public double[] cofactorsTowards(double[] direction) {
    double[] u = left();
    double[] v = right();
    double[] turned = inBasis(u, direction, v);
    double[] change = new double[n * n];
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < n; l++) {
        if (k != l) {
          double product = productWithout(k, l);
          change[k * n + k] += turned[l * n + l] * product;
          change[k * n + l] = -turned[l * n + k] * product;
        }
      }
    }
    double sign = new LuFactors(u.clone(), n).sign() * new LuFactors(v.clone(), n).sign();
    double[] towards = new double[n * n];
    for (int k = 0; k < n; k++) {
      double[] row = new double[n]; // of D·Vᵀ
      for (int l = 0; l < n; l++) {
        Vectors.addScaled(sign * change[k * n + l], v, l * n, row, 0, n);
      }
      for (int i = 0; i < n; i++) {
        Vectors.addScaled(u[k * n + i], row, 0, towards, i * n, n);
      }
    }
    return towards;
  }

  /// `Uᵀ·a·V` for `u` and `v` with one vector a row.
  private double[] inBasis(double[] u, double[] a, double[] v) {
    double[] turned = new double[n * n];
    for (int k = 0; k < n; k++) {
      double[] row = new double[n]; // uₖᵀ·a
      for (int i = 0; i < n; i++) {
        Vectors.addScaled(u[k * n + i], a, i * n, row, 0, n);
      }
      for (int l = 0; l < n; l++) {
        for (int j = 0; j < n; j++) {
          turned[k * n + l] += row[j] * v[l * n + j];
        }
      }
    }
    return turned;
  }

  private double productWithout(int k, int l) {
    double[] values = values();
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= i == k || i == l ? 1 : values[i];
    }
    return product;
  }

  /// The right singular vectors, one a row: `(n, n)`.
  public double[] right() {
    double[] v = new double[n * n];
    for (int k = 0; k < n; k++) {
      System.arraycopy(w, order[k] * n, v, k * n, n);
    }
    return v;
  }
}
