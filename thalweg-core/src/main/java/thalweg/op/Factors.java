package thalweg.op;

import static thalweg.op.Matrices.mT;
import static thalweg.op.Matrices.ratio;
import static thalweg.runtime.Saved.OUT;

import thalweg.cpu.linalg.Cholesky;
import thalweg.cpu.linalg.QrFactors;
import thalweg.cpu.linalg.SingularValues;
import thalweg.cpu.linalg.SymmetricEigen;
import thalweg.runtime.Structural;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Matrices as products of simpler ones. See [Linalg].
///
/// A factorisation with several results is one operation, whose output holds all of them side by side; each result
/// is a view of its part. So the gradients of all meet in one formula.
final class Factors {
  /// `L⁻ᵀ·Φ(Lᵀ·Ḡ)·L⁻¹` made symmetric; `Φ` takes the lower triangle and half of the diagonal (Murray 2016).
  private static final Structural CHOLESKY =
      Structural.of(
          "linalg.cholesky",
          "LinalgCholeskyExBackward0",
          Arguments.NONE,
          OUT,
          (s, g) -> {
            Tensor upper = mT(s.out());
            Tensor product = upper.matmul(g);
            Tensor half = product.tril(0).add(product.tril(-1)).mul(0.5);
            Tensor left = LinearSystems.solveTriangular(upper, half, true);
            Tensor both = LinearSystems.solveTriangular(upper, mT(left), true);
            return both.add(mT(both)).mul(0.5);
          });

  /// The columns of `V`, and below them `λ`.
  private static final Structural EIGH =
      Structural.of(
          "linalg.eigh", "LinalgEighBackward0", Arguments.NONE, OUT, (s, g) -> eighGradient(s.out(), g));

  /// The columns of `U`, below them `S`, below that the columns of `V`.
  private static final Structural SVD =
      Structural.of(
          "linalg.svd",
          "LinalgSvdBackward0",
          Arguments.NONE,
          OUT,
          (s, g) -> svdGradient(s.out(), g, s.shape(0).dim(-2)));

  /// `Qᵀ`, and beside it `R`.
  private static final Structural QR =
      Structural.of(
          "linalg.qr",
          "LinalgQrBackward0",
          Arguments.NONE,
          OUT,
          (s, g) -> qrGradient(s.out(), g, s.shape(0).dim(-2)));

  private Factors() {}

  private static Tensor part(Structural op, Tensor packed, int dim, int start, int length) {
    int axis = packed.rank() + dim;
    return Parts.of(op.name(), op.gradName(), Arguments.NONE, packed, at -> at.slice(axis, start, length, 1));
  }

  private static Tensor row(Structural op, Tensor packed, int at) {
    int axis = packed.rank() - 2;
    return Parts.of(op.name(), op.gradName(), Arguments.NONE, packed, layout -> layout.select(axis, at));
  }

  static Tensor cholesky(Tensor a) {
    Matrices.requireSquare("linalg.cholesky", a);
    int n = a.size(-1);
    Tensor values =
        Matrices.map(
            a, n, n,
            (matrix, i) -> {
              int minor = Cholesky.factor(matrix, n);
              if (minor > 0) {
                throw Matrices.error(
                    "linalg.cholesky", a, i,
                    ("it is not positive-definite: its leading minor of order %d is not; adding a small "
                        + "multiple of the identity often helps")
                        .formatted(minor));
              }
              return matrix;
            });
    return CHOLESKY.record(values, a);
  }

  static Linalg.Eigh eigh(String op, Tensor a) {
    Matrices.requireSquare(op, a);
    int n = a.size(-1);
    Tensor values =
        Matrices.map(
            a, n + 1, n,
            (matrix, i) -> {
              var eigen = new SymmetricEigen(matrix, n);
              if (!eigen.converged()) {
                throw Matrices.error(
                    op, a, i, "the algorithm does not converge; are all elements finite?");
              }
              return eigen.vectorsAndValues();
            });
    Tensor packed = EIGH.record(values, a);
    return new Linalg.Eigh(row(EIGH, packed, n), part(EIGH, packed, -2, 0, n));
  }

  /// `V·(Vᵀ·V̄ ⊘ E + diag λ̄)·Vᵀ` with `Eᵢⱼ = λⱼ − λᵢ`.
  private static Tensor eighGradient(Tensor packed, Tensor gradient) {
    int n = packed.size(-1);
    Tensor v = part(EIGH, packed, -2, 0, n);
    Tensor values = row(EIGH, packed, n);
    Tensor turned = mT(v).matmul(part(EIGH, gradient, -2, 0, n));
    Tensor gaps = values.unsqueeze(-2).sub(values.unsqueeze(-1));
    Tensor mixed = v.matmul(ratio(turned.tril(-1).add(turned.triu(1)), gaps));
    return v.mul(row(EIGH, gradient, n).unsqueeze(-2)).add(mixed).matmul(mT(v));
  }

  static Linalg.SVD svd(String op, Tensor a) {
    Matrices.require(op, a);
    int m = a.size(-2);
    int n = a.size(-1);
    int k = Math.min(m, n);
    Tensor values = Matrices.map(a, m + 1 + n, k, (matrix, i) -> packedSvd(op, a, matrix, i));
    Tensor packed = SVD.record(values, a);
    return new Linalg.SVD(
        part(SVD, packed, -2, 0, m), row(SVD, packed, m), mT(part(SVD, packed, -2, m + 1, n)));
  }

  private static double[] packedSvd(String op, Tensor a, double[] matrix, int number) {
    int m = a.size(-2);
    int n = a.size(-1);
    SingularValues svd = singularValues(op, a, matrix, number);
    int k = Math.min(m, n);
    double[] u = m >= n ? svd.left() : svd.right();
    double[] v = m >= n ? svd.right() : svd.left();
    double[] packed = new double[(m + 1 + n) * k];
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < m; i++) {
        packed[i * k + j] = u[j * m + i];
      }
      for (int i = 0; i < n; i++) {
        packed[(m + 1 + i) * k + j] = v[j * n + i];
      }
    }
    System.arraycopy(svd.values(), 0, packed, m * k, k);
    return packed;
  }

  /// The decomposition of a matrix or, if it is wide, of its transpose.
  static SingularValues singularValues(String op, Tensor a, double[] matrix, int number) {
    int m = a.size(-2);
    int n = a.size(-1);
    for (double x : matrix) {
      if (!Double.isFinite(x)) {
        throw Matrices.error(op, a, number, "it has an element that is not finite, " + x);
      }
    }
    if (m >= n) {
      return new SingularValues(matrix, m, n);
    }
    double[] turned = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      turned[i % n * m + i / n] = matrix[i];
    }
    return new SingularValues(turned, n, m);
  }

  /// `U·(skew(Uᵀ·Ū) ⊘ E·S + S·skew(Vᵀ·V̄) ⊘ E + diag S̄)·Vᵀ` with `Eᵢⱼ = Sⱼ² − Sᵢ²` and `skew X = X − Xᵀ`; what of
  /// `Ū` and `V̄` is outside the span of `U` and `V` is divided by `S` (Townsend 2016).
  private static Tensor svdGradient(Tensor packed, Tensor gradient, int m) {
    int n = packed.size(-2) - 1 - m;
    Tensor u = part(SVD, packed, -2, 0, m);
    Tensor v = part(SVD, packed, -2, m + 1, n);
    Tensor gu = part(SVD, gradient, -2, 0, m);
    Tensor gv = part(SVD, gradient, -2, m + 1, n);
    Tensor s = row(SVD, packed, m);
    Tensor squares = s.mul(s);
    Tensor gaps = squares.unsqueeze(-2).sub(squares.unsqueeze(-1));
    Tensor columns = s.unsqueeze(-2);
    Tensor core =
        ratio(skew(u, gu), gaps).mul(columns).add(ratio(skew(v, gv), gaps).mul(s.unsqueeze(-1)));
    Tensor left = u.matmul(core).add(u.mul(row(SVD, gradient, m).unsqueeze(-2)));
    if (m > n) {
      left = left.add(ratio(outside(u, gu), columns));
    }
    Tensor inside = left.matmul(mT(v));
    return n > m ? inside.add(u.matmul(mT(ratio(outside(v, gv), columns)))) : inside;
  }

  private static Tensor skew(Tensor basis, Tensor gradient) {
    Tensor product = mT(basis).matmul(gradient);
    return product.sub(mT(product));
  }

  private static Tensor outside(Tensor basis, Tensor gradient) {
    return gradient.sub(basis.matmul(mT(basis).matmul(gradient)));
  }

  /// Of a wide matrix only the first columns are factored: `(X Y) = Q·(R₀ Qᵀ·Y)`.
  static Linalg.QR qr(Tensor a) {
    Matrices.require("linalg.qr", a);
    int m = a.size(-2);
    int n = a.size(-1);
    if (m < n) {
      Linalg.QR square = qr(a.narrow(-1, 0, m));
      Tensor rest = mT(square.Q()).matmul(a.narrow(-1, m, n - m));
      return new Linalg.QR(square.Q(), Tensors.cat(-1, square.R(), rest));
    }
    Tensor values =
        Matrices.map(
            a, n, m + n,
            (matrix, i) -> {
              QrFactors factors = QrFactors.of(matrix, m, n);
              double[] packed = new double[n * (m + n)];
              for (int row = 0; row < n; row++) {
                System.arraycopy(factors.q(), row * m, packed, row * (m + n), m);
                System.arraycopy(factors.r(), row * n, packed, row * (m + n) + m, n);
              }
              return packed;
            });
    Tensor packed = QR.record(values, a);
    return new Linalg.QR(mT(part(QR, packed, -1, 0, m)), part(QR, packed, -1, m, n));
  }

  /// `(Q̄ + Q·mirrored(R·R̄ᵀ − Q̄ᵀ·Q))·R⁻ᵀ` (Walter and Lehmann 2012).
  private static Tensor qrGradient(Tensor packed, Tensor gradient, int m) {
    int n = packed.size(-2);
    Tensor q = mT(part(QR, packed, -1, 0, m));
    Tensor r = part(QR, packed, -1, m, n);
    Tensor gq = mT(part(QR, gradient, -1, 0, m));
    Tensor gr = part(QR, gradient, -1, m, n);
    Tensor inner = r.matmul(mT(gr)).sub(mT(gq).matmul(q));
    Tensor all = gq.add(q.matmul(Matrices.mirrored(inner)));
    return mT(LinearSystems.solveTriangular(r, mT(all), true));
  }
}
