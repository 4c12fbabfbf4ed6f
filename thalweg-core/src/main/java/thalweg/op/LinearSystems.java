package thalweg.op;

import static thalweg.op.Matrices.mT;
import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import thalweg.cpu.linalg.LuFactors;
import thalweg.cpu.linalg.SingularValues;
import thalweg.cpu.linalg.Triangles;
import thalweg.runtime.Gradient;
import thalweg.runtime.Structural;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Inverses, determinants, and systems of equations with square matrices. See [Linalg].
final class LinearSystems {
  /// `d(A⁻¹) = −A⁻¹·dA·A⁻¹`.
  private static final Structural INV =
      Structural.of(
          "linalg.inv",
          "LinalgInvExBackward0",
          Arguments.NONE,
          OUT,
          (s, g) -> mT(s.out()).matmul(g).matmul(mT(s.out())).neg());

  /// `d(det A) = Σ Cᵢⱼ·dAᵢⱼ` with the cofactors `C`, which exist for singular matrices too.
  private static final Structural DET =
      Structural.of(
          "linalg.det", "LinalgDetBackward0", Arguments.NONE, X, (s, g) -> cofactors(s.x()).mul(matrix(g)));

  /// `C = det A·A⁻ᵀ`, where `A⁻¹` exists; elsewhere see [SingularValues#cofactorsTowards].
  private static final Structural COFACTORS =
      Structural.of(
          "linalg.det",
          "CofactorsBackward0",
          Arguments.NONE,
          X,
          (s, g) -> {
            if (isSingular(s.x())) {
              return cofactorsTowards(s.x(), g);
            }
            Tensor inverse = mT(inv(s.x()));
            Tensor turned = inverse.matmul(mT(g)).matmul(inverse);
            Tensor along = g.mul(inverse).sum(new int[] {-2, -1}, true);
            return inverse.mul(along).sub(turned).mul(matrix(det(s.x())));
          });

  /// The second derivative of the determinant, a symmetric map of the direction.
  private static final Structural COFACTORS_TOWARDS =
      Structural.of(
          "linalg.det",
          "CofactorsTowardsBackward0",
          Arguments.NONE,
          new Gradient(X, (s, g) -> thirdDerivative(s.x())),
          new Gradient(X, (s, g) -> cofactorsTowards(s.x(), g)));

  /// `d(ln |det A|) = Σ (A⁻ᵀ)ᵢⱼ·dAᵢⱼ`.
  private static final Structural LOG_DET =
      Structural.of(
          "linalg.slogdet",
          "LinalgSlogdetBackward0",
          Arguments.NONE,
          X,
          (s, g) -> mT(inv(s.x())).mul(matrix(g)));

  private static final Structural SIGN_OF_DET =
      Structural.of(
          "linalg.slogdet",
          "LinalgSlogdetBackward0",
          Arguments.NONE,
          NOTHING,
          (s, g) -> Tensors.zeros(s.dtype(0), s.shape(0).toArray()));

  /// `dX = A⁻¹·(dB − dA·X)`.
  private static final Structural SOLVE =
      Structural.of(
          "linalg.solve",
          "LinalgSolveExBackward0",
          Arguments.NONE,
          new Gradient(
              X | OUT, (s, g) -> solveMatrix(mT(s.x()), g).matmul(mT(s.out())).neg()),
          new Gradient(X, (s, g) -> solveMatrix(mT(s.x()), g)));

  private LinearSystems() {}

  /// Numbers as matrices of one element.
  private static Tensor matrix(Tensor x) {
    return x.unsqueeze(-1).unsqueeze(-1);
  }

  static Tensor inv(Tensor a) {
    Matrices.requireSquare("linalg.inv", a);
    int n = a.size(-1);
    return INV.record(
        Matrices.map(a, n, n, (matrix, i) -> regular("linalg.inv", a, matrix, i).inverse()), a);
  }

  private static LuFactors regular(String op, Tensor a, double[] matrix, int number) {
    var factors = new LuFactors(matrix, a.size(-1));
    int zero = factors.zeroPivot();
    if (zero > 0) {
      throw Matrices.error(
          op, a, number,
          "the diagonal element %d is zero, the matrix is singular; pinv and lstsq take singular ones too"
              .formatted(zero));
    }
    return factors;
  }

  /// A number for each matrix.
  private static Tensor numbers(Tensor a, ToDoubleFunction<LuFactors> number) {
    int n = a.size(-1);
    return Matrices.map(
            a, 1, 1, (m, i) -> new double[] {number.applyAsDouble(new LuFactors(m, n))})
        .reshape(Matrices.batch(a).toArray());
  }

  static Tensor det(Tensor a) {
    Matrices.requireSquare("linalg.det", a);
    return DET.record(numbers(a, LuFactors::determinant), a);
  }

  private static Tensor cofactors(Tensor a) {
    int n = a.size(-1);
    return COFACTORS.record(Matrices.map(a, n, n, (matrix, i) -> cofactors(matrix, n)), a);
  }

  private static double[] cofactors(double[] matrix, int n) {
    var factors = new LuFactors(matrix.clone(), n);
    if (factors.zeroPivot() > 0) {
      return new SingularValues(matrix, n, n).cofactors();
    }
    double[] inverse = factors.inverse();
    double[] cofactors = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        cofactors[i * n + j] = factors.determinant() * inverse[j * n + i];
      }
    }
    return cofactors;
  }

  /// True if one of the matrices has no inverse.
  private static boolean isSingular(Tensor a) {
    return numbers(a.detach(), LuFactors::zeroPivot).gt(0).any().item() != 0;
  }

  private static Tensor cofactorsTowards(Tensor a, Tensor direction) {
    int n = a.size(-1);
    double[] all = direction.toDoubleArray();
    Tensor towards =
        Matrices.map(
            a, n, n,
            (matrix, i) ->
                new SingularValues(matrix, n, n)
                    .cofactorsTowards(Arrays.copyOfRange(all, i * n * n, (i + 1) * n * n)));
    return COFACTORS_TOWARDS.record(towards, a, direction);
  }

  private static Tensor thirdDerivative(Tensor a) {
    throw new UnsupportedOperationException(
        "linalg.det: of a matrix that is singular, here of shape %s, only the first two derivatives are known; "
                .formatted(a.shape().tuple())
            + "add a little to its diagonal for a third");
  }

  static Linalg.Slogdet slogdet(Tensor a) {
    Matrices.requireSquare("linalg.slogdet", a);
    return new Linalg.Slogdet(
        SIGN_OF_DET.record(numbers(a, LuFactors::sign), a),
        LOG_DET.record(numbers(a, LuFactors::logDeterminant), a));
  }

  static Tensor solve(Tensor a, Tensor b) {
    String op = "linalg.solve";
    Matrices.requireSquare(op, a, b);
    Matrices.requireOneType(op, a, b);
    boolean vectors = isBatchOfVectors(a, b);
    Tensor right = vectors ? b.unsqueeze(-1) : b;
    requireRows(op, a, b, right);
    Shape batch = Matrices.commonBatch(op, a, right);
    Tensor x = solveMatrix(Matrices.repeated(a, batch), Matrices.repeated(right, batch));
    return vectors ? x.squeeze(-1) : x;
  }

  /// One vector, or as many as there are matrices.
  private static boolean isBatchOfVectors(Tensor a, Tensor b) {
    int[] vectors = Arrays.copyOf(a.shape().toArray(), a.rank() - 1);
    return b.rank() == 1 || Arrays.equals(vectors, b.shape().toArray());
  }

  private static void requireRows(String op, Tensor a, Tensor b, Tensor matrices) {
    if (matrices.rank() < 2 || matrices.size(-2) != a.size(-2)) {
      throw new ShapeException(
          "%s: A %s and B %s do not fit: B needs as many rows as A, (*, %d, k), or to be a vector (%d)"
              .formatted(op, a.shape().tuple(), b.shape().tuple(), a.size(-2), a.size(-2)));
    }
  }

  /// `A⁻¹·B` of two batches of one shape.
  private static Tensor solveMatrix(Tensor a, Tensor b) {
    int n = a.size(-1);
    int m = b.size(-1);
    double[] right = b.toDoubleArray();
    return SOLVE.record(
        Matrices.map(
            a, n, m,
            (matrix, i) ->
                regular("linalg.solve", a, matrix, i)
                    .solve(Arrays.copyOfRange(right, i * n * m, (i + 1) * n * m), m)),
        a, b);
  }

  static Tensor solveTriangular(Tensor a, Tensor b, boolean upper) {
    String op = "linalg.solve_triangular";
    Matrices.requireSquare(op, a, b);
    Matrices.requireOneType(op, a, b);
    requireRows(op, a, b, b);
    Shape batch = Matrices.commonBatch(op, a, b);
    return solveTriangle(Matrices.repeated(a, batch), Matrices.repeated(b, batch), upper);
  }

  private static Tensor solveTriangle(Tensor a, Tensor b, boolean upper) {
    int n = a.size(-1);
    int m = b.size(-1);
    double[] right = b.toDoubleArray();
    Tensor values =
        Matrices.map(
            a, n, m,
            (matrix, i) -> {
              double[] x = Arrays.copyOfRange(right, i * n * m, (i + 1) * n * m);
              if (upper) {
                Triangles.solveUpper(matrix, n, x, m);
              } else {
                Triangles.solveLower(matrix, n, x, m, false);
              }
              return x;
            });
    return Structural.of(
            "linalg.solve_triangular",
            "LinalgSolveTriangularBackward0",
            Arguments.of("upper", upper),
            new Gradient(
                X | OUT,
                (s, g) -> {
                  Tensor all = solveTriangle(mT(s.x()), g, !upper).matmul(mT(s.out())).neg();
                  return upper ? all.triu(0) : all.tril(0);
                }),
            new Gradient(X, (s, g) -> solveTriangle(mT(s.x()), g, !upper)))
        .record(values, a, b);
  }
}
