package thalweg.lab.conformance;

import static thalweg.lab.conformance.Operation.many;
import static thalweg.lab.conformance.Operation.one;

import java.util.List;
import java.util.Map;
import thalweg.op.Einsum;
import thalweg.op.Linalg;
import thalweg.tensor.Tensor;

/// Linear algebra.
final class LinalgOps {
  static final Map<String, Operation> TABLE =
      Map.ofEntries(
          one("einsum", c -> Einsum.einsum(c.args().text("equation", ""), c.inputs())),
          one("inv", c -> Linalg.inv(c.x())),
          one("det", c -> Linalg.det(c.x())),
          many("slogdet", c -> slogdet(c.x())),
          one("solve", LinalgOps::solve),
          one("solve_triangular", c -> Linalg.solveTriangular(c.x(), c.y(), c.args().flag("upper", false))),
          one("cholesky", c -> Linalg.cholesky(c.x(), c.args().flag("upper", false))),
          many("eigh", c -> eigh(c.x())),
          one("eigvalsh", c -> Linalg.eigvalsh(c.x())),
          one("svdvals", c -> Linalg.svdvals(c.x())),
          many("svd", LinalgOps::svd),
          many("qr", c -> qr(c.x())),
          one("lstsq", c -> Linalg.lstsq(c.x(), c.y())),
          one("pinv", c -> Linalg.pinv(c.x())),
          one("matrix_rank", c -> Linalg.matrixRank(c.x())),
          one("matrix_power", c -> Linalg.matrixPower(c.x(), c.integer("n"))));

  private LinalgOps() {}

  private static List<Tensor> slogdet(Tensor x) {
    Linalg.Slogdet result = Linalg.slogdet(x);
    return List.of(result.sign(), result.logabsdet());
  }

  /// `X·A = B` is `Aᵀ·Xᵀ = Bᵀ`.
  private static Tensor solve(Call c) {
    return c.args().flag("left", true)
        ? Linalg.solve(c.x(), c.y())
        : Linalg.solve(c.x().transpose(-2, -1), c.y().transpose(-2, -1)).transpose(-2, -1);
  }

  private static List<Tensor> eigh(Tensor x) {
    Linalg.Eigh result = Linalg.eigh(x);
    return List.of(result.eigenvalues(), result.eigenvectors());
  }

  private static List<Tensor> svd(Call c) {
    if (c.args().flag("full_matrices", true)) {
      throw new Mismatch("full_matrices=True is not supported, only False");
    }
    Linalg.SVD result = Linalg.svd(c.x());
    return List.of(result.U(), result.S(), result.Vh());
  }

  private static List<Tensor> qr(Tensor x) {
    Linalg.QR result = Linalg.qr(x);
    return List.of(result.Q(), result.R());
  }
}
