package thalweg.op;

import thalweg.runtime.Saved;
import thalweg.runtime.Structural;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Linear algebra: PyTorch's `torch.linalg`.
///
/// All functions take one matrix `(m, n)` or a batch of them, `(*, m, n)`, of `float32` or `float64`, and can be
/// differentiated any number of times where the derivative exists. They compute in double precision also for
/// `float32` and round once.
///
/// ```java
/// Tensor a = tensor(new double[][] {{2, 1}, {1, 3}});
/// IO.println(Linalg.solve(a, tensor(3.0, 5.0)));
/// // tensor([0.8000, 1.4000])
/// IO.println(Linalg.det(a));
/// // tensor(5.)
/// ```
///
/// All throw a [ShapeException] if shapes do not fit and an [IllegalArgumentException] for other types.
public final class Linalg {
  /// The identity, whatever the matrix.
  private static final Structural ZEROTH_POWER =
      Structural.of(
          "linalg.matrix_power",
          "LinalgMatrixPowerBackward0",
          Arguments.of("n", 0),
          Saved.NOTHING,
          (s, g) -> Tensors.zerosLike(g));

  private Linalg() {}

  /// A determinant, taken apart so that it does not overflow.
  ///
  /// @param sign      1, −1 or, for singular matrices, 0
  /// @param logabsdet `ln |det A|`
  public record Slogdet(Tensor sign, Tensor logabsdet) {}

  /// `A = V·diag(λ)·Vᵀ`.
  ///
  /// @param eigenvalues  `λ`, ascending: `(*, n)`
  /// @param eigenvectors the columns of `V`, orthonormal: `(*, n, n)`
  public record Eigh(Tensor eigenvalues, Tensor eigenvectors) {}

  /// `A = U·diag(S)·Vh`, with `k = min(m, n)`.
  ///
  /// @param U  orthonormal columns: `(*, m, k)`
  /// @param S  the singular values, descending: `(*, k)`
  /// @param Vh orthonormal rows: `(*, k, n)`
  public record SVD(Tensor U, Tensor S, Tensor Vh) {}

  /// `A = Q·R`, with `k = min(m, n)`.
  ///
  /// @param Q orthonormal columns: `(*, m, k)`
  /// @param R zero below the diagonal: `(*, k, n)`
  public record QR(Tensor Q, Tensor R) {}

  /// `A⁻¹`: `(*, n, n) → (*, n, n)`. For `A⁻¹·B` use [#solve], which is faster and more accurate.
  ///
  /// @throws ArithmeticException if a matrix is singular
  public static Tensor inv(Tensor a) {
    return LinearSystems.inv(a);
  }

  /// `det A`: `(*, n, n) → (*)`; 1 for an empty matrix. The gradient is the matrix of cofactors, also for
  /// singular matrices, but there it cannot be differentiated again.
  public static Tensor det(Tensor a) {
    return LinearSystems.det(a);
  }

  /// The sign and the logarithm of `|det A|`: `(*, n, n) → (*), (*)`; 0 and `−∞` for singular matrices, of which
  /// there is no gradient.
  public static Slogdet slogdet(Tensor a) {
    return LinearSystems.slogdet(a);
  }

  /// `X` with `A·X = B`: `(*, n, n), (*, n, k) → (*, n, k)` or for vectors `(*, n, n), (*, n) → (*, n)`.
  /// Batches broadcast.
  ///
  /// As in PyTorch, `B` counts as vectors if it is one vector, or has exactly the shape of `A` without its last
  /// dimension; otherwise as matrices.
  ///
  /// @throws ArithmeticException if a matrix is singular
  public static Tensor solve(Tensor a, Tensor b) {
    return LinearSystems.solve(a, b);
  }

  /// `X` with `A·X = B` for triangular `A`: `(*, n, n), (*, n, k) → (*, n, k)`. Batches broadcast. Only the
  /// `upper` or else the lower triangle of `A` is read; a zero on its diagonal gives infinities, as in PyTorch.
  public static Tensor solveTriangular(Tensor a, Tensor b, boolean upper) {
    return LinearSystems.solveTriangular(a, b, upper);
  }

  /// The lower triangle `L` with positive diagonal and `A = L·Lᵀ`: `(*, n, n) → (*, n, n)`. Only the lower
  /// triangle of `A`, which is symmetric, is read.
  ///
  /// @throws ArithmeticException if a matrix is not positive-definite
  public static Tensor cholesky(Tensor a) {
    return cholesky(a, false);
  }

  /// As [#cholesky(Tensor)]; if `upper`, the upper triangle is read and `Lᵀ` is the result.
  public static Tensor cholesky(Tensor a, boolean upper) {
    return upper && a.rank() >= 2
        ? Matrices.mT(Factors.cholesky(Matrices.mT(a)))
        : Factors.cholesky(a);
  }

  /// Eigenvalues and eigenvectors of symmetric matrices: `(*, n, n) → (*, n), (*, n, n)`. Only the lower triangle
  /// is read; the gradient is that of a symmetric matrix.
  ///
  /// An eigenvector is determined up to its sign, which may differ from PyTorch's. Where eigenvalues coincide,
  /// their vectors have no gradient.
  ///
  /// @throws ArithmeticException if an element is not finite
  public static Eigh eigh(Tensor a) {
    return Factors.eigh("linalg.eigh", a);
  }

  /// The eigenvalues of symmetric matrices, ascending: `(*, n, n) → (*, n)`; as [#eigh].
  public static Tensor eigvalsh(Tensor a) {
    return Factors.eigh("linalg.eigvalsh", a).eigenvalues();
  }

  /// The singular value decomposition: `(*, m, n) → (*, m, k), (*, k), (*, k, n)`. It is the reduced one, PyTorch's
  /// with `full_matrices=False`.
  ///
  /// A pair of singular vectors is determined up to its sign, which may differ from PyTorch's. Where singular
  /// values coincide, their vectors have no gradient.
  ///
  /// @throws ArithmeticException if an element is not finite
  public static SVD svd(Tensor a) {
    return Factors.svd("linalg.svd", a);
  }

  /// The singular values, descending: `(*, m, n) → (*, k)`; as [#svd].
  public static Tensor svdvals(Tensor a) {
    return Factors.svd("linalg.svdvals", a).S();
  }

  /// The reduced QR factorisation: `(*, m, n) → (*, m, k), (*, k, n)`. Signs are LAPACK's and PyTorch's: the
  /// diagonal of `R` is mostly negative.
  public static QR qr(Tensor a) {
    return Factors.qr(a);
  }

  /// `X` for which `‖A·X − B‖` is smallest, and of those the one with the smallest `‖X‖`:
  /// `(*, m, n), (*, m, k) → (*, n, k)`, or for vectors `(*, m, n), (*, m) → (*, n)`. It is the `solution` of
  /// PyTorch's result.
  ///
  /// `B` counts as vectors if it has one dimension less than `A`. Singular values up to `max(m, n)·ε` of the
  /// largest count as zero.
  ///
  /// @throws ArithmeticException if an element of `A` is not finite
  public static Tensor lstsq(Tensor a, Tensor b) {
    return LeastSquares.lstsq(a, b);
  }

  /// The pseudoinverse `A⁺`: `(*, m, n) → (*, n, m)`. Singular values up to `max(m, n)·ε` of the largest count
  /// as zero.
  ///
  /// @throws ArithmeticException if an element is not finite
  public static Tensor pinv(Tensor a) {
    return pinv(a, LeastSquares.defaultTolerance(a));
  }

  /// As [#pinv(Tensor)], where singular values up to `rtol` of the largest count as zero.
  public static Tensor pinv(Tensor a, double rtol) {
    return LeastSquares.pinv(a, rtol);
  }

  /// How many singular values are more than `max(m, n)·ε` of the largest: `(*, m, n) → (*)`, `int64`.
  ///
  /// @throws ArithmeticException if an element is not finite
  public static Tensor matrixRank(Tensor a) {
    return matrixRank(a, LeastSquares.defaultTolerance(a));
  }

  /// As [#matrixRank(Tensor)], where singular values up to `rtol` of the largest count as zero.
  public static Tensor matrixRank(Tensor a, double rtol) {
    return LeastSquares.matrixRank(a, rtol);
  }

  /// `Aⁿ`, for negative `n` the power of the inverse: `(*, n, n) → (*, n, n)`.
  ///
  /// @throws ArithmeticException if `n` is negative and a matrix is singular
  public static Tensor matrixPower(Tensor a, int n) {
    Matrices.requireSquare("linalg.matrix_power", a);
    if (n == 0) {
      Tensor one = Tensors.eye(a.dtype(), a.size(-1), a.size(-1)).expandAs(a).clone();
      return ZEROTH_POWER.record(one, a);
    }
    Tensor factor = n < 0 ? inv(a) : a;
    Tensor power = null;
    for (long left = Math.abs((long) n); left > 0; left /= 2) {
      if (left % 2 == 1) {
        power = power == null ? factor : power.matmul(factor);
      }
      factor = left > 1 ? factor.matmul(factor) : factor;
    }
    return power;
  }
}
