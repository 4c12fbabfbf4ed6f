package thalweg.op;

import static thalweg.op.Matrices.mT;
import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;

import java.util.Arrays;
import thalweg.cpu.linalg.SingularValues;
import thalweg.runtime.Gradient;
import thalweg.runtime.Structural;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// Pseudoinverses, ranks, and systems of equations of any shape and rank. See [Linalg].
final class LeastSquares {
  private static final Structural LSTSQ =
      Structural.of(
          "linalg.lstsq",
          "LinalgLstsqBackward0",
          Arguments.NONE,
          new Gradient(X | Y, (s, g) -> lstsqGradient(s.x(), s.y(), g)),
          new Gradient(X, (s, g) -> mT(Linalg.pinv(s.x())).matmul(g)));

  private LeastSquares() {}

  /// The share of the largest singular value up to which another counts as zero: PyTorch's default.
  static double defaultTolerance(Tensor a) {
    double epsilon = a.dtype() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52;
    return a.rank() < 2 ? 0 : Math.max(a.size(-2), a.size(-1)) * epsilon;
  }

  static Tensor pinv(Tensor a, double rtol) {
    Matrices.require("linalg.pinv", a);
    Tensor values =
        Matrices.map(
            a, a.size(-1), a.size(-2), (matrix, i) -> pseudoinverse("linalg.pinv", a, matrix, i, rtol));
    return Structural.of(
            "linalg.pinv",
            "LinalgPinvBackward0",
            Arguments.of("rtol", Arguments.unless(defaultTolerance(a), rtol)),
            X | OUT,
            (s, g) -> pinvGradient(s.x(), s.out(), g))
        .record(values, a);
  }

  /// `Σ vₖ·uₖᵀ / σₖ` over the singular values that are not zero.
  private static double[] pseudoinverse(
      String op, Tensor a, double[] matrix, int number, double rtol) {
    int m = a.size(-2);
    int n = a.size(-1);
    SingularValues svd = Factors.singularValues(op, a, matrix, number);
    double[] u = m >= n ? svd.left() : svd.right();
    double[] v = m >= n ? svd.right() : svd.left();
    double[] values = svd.values();
    double[] inverse = new double[n * m];
    for (int k = 0; k < rank(values, rtol); k++) {
      for (int i = 0; i < n; i++) {
        double factor = v[k * n + i] / values[k];
        for (int j = 0; j < m; j++) {
          inverse[i * m + j] += factor * u[k * m + j];
        }
      }
    }
    return inverse;
  }

  private static int rank(double[] values, double rtol) {
    return (int) Arrays.stream(values).takeWhile(value -> value > rtol * values[0]).count();
  }

  /// `−Pᵀ·P̄·Pᵀ + (I − A·P)·P̄ᵀ·P·Pᵀ + Pᵀ·P·P̄ᵀ·(I − P·A)` for `P = A⁺`, while the rank stays the same (Golub and
  /// Pereyra 1973).
  private static Tensor pinvGradient(Tensor a, Tensor p, Tensor gradient) {
    Tensor turned = mT(gradient);
    Tensor ours = mT(p);
    Tensor left = turned.matmul(p).matmul(ours);
    Tensor right = ours.matmul(p).matmul(turned);
    return left
        .sub(a.matmul(p.matmul(left)))
        .add(right.sub(right.matmul(p).matmul(a)))
        .sub(ours.matmul(gradient).matmul(ours));
  }

  /// The same for `X = A⁺·B`: `−Y·Xᵀ + (B − A·X)·(P·Y)ᵀ + Pᵀ·X·(X̄ − Aᵀ·Y)ᵀ` with `Y = Pᵀ·X̄`.
  ///
  /// In double precision, because `B − A·X` and `X̄ − Aᵀ·Y` are small differences of large numbers.
  private static Tensor lstsqGradient(Tensor x, Tensor y, Tensor gradient) {
    Tensor a = x.to(DType.FLOAT64);
    Tensor b = y.to(DType.FLOAT64);
    Tensor g = gradient.to(DType.FLOAT64);
    Tensor p = pinv(a, defaultTolerance(x));
    Tensor solution = p.matmul(b);
    Tensor back = mT(p).matmul(g);
    Tensor missed = b.sub(a.matmul(solution));
    Tensor missedBack = g.sub(mT(a).matmul(back));
    return missed
        .matmul(mT(p.matmul(back)))
        .add(mT(p).matmul(solution).matmul(mT(missedBack)))
        .sub(back.matmul(mT(solution)))
        .to(x.dtype());
  }

  static Tensor lstsq(Tensor a, Tensor b) {
    String op = "linalg.lstsq";
    Matrices.require(op, a, b);
    Matrices.requireOneType(op, a, b);
    boolean vectors = b.rank() == a.rank() - 1;
    if (!vectors && b.rank() != a.rank() || b.size(vectors ? -1 : -2) != a.size(-2)) {
      throw new ShapeException(
          ("%s: A %s and B %s do not fit: needs (*, m, n), and (*, m, k) or vectors (*, m), as many rows in "
              + "B as in A")
              .formatted(op, a.shape().tuple(), b.shape().tuple()));
    }
    if (vectors) {
      return lstsq(a, b.unsqueeze(-1)).squeeze(-1);
    }
    Shape batch = Matrices.commonBatch(op, a, b);
    return solved(Matrices.repeated(a, batch), Matrices.repeated(b, batch));
  }

  private static Tensor solved(Tensor a, Tensor b) {
    int m = a.size(-2);
    int n = a.size(-1);
    int k = b.size(-1);
    double[] right = b.toDoubleArray();
    double rtol = defaultTolerance(a);
    Tensor values =
        Matrices.map(
            a, n, k,
            (matrix, number) -> {
              double[] inverse = pseudoinverse("linalg.lstsq", a, matrix, number, rtol);
              double[] x = new double[n * k];
              for (int i = 0; i < n * k; i++) {
                for (int j = 0; j < m; j++) {
                  x[i] += inverse[i / k * m + j] * right[(number * m + j) * k + i % k];
                }
              }
              return x;
            });
    return LSTSQ.record(values, a, b);
  }

  static Tensor matrixRank(Tensor a, double rtol) {
    String op = "linalg.matrix_rank";
    Matrices.require(op, a);
    return Matrices.map(
            a.detach(), 1, 1,
            (matrix, i) ->
                new double[] {rank(Factors.singularValues(op, a, matrix, i).values(), rtol)})
        .reshape(Matrices.batch(a).toArray())
        .to(DType.INT64);
  }
}
