package thalweg.op;

import static thalweg.op.OpRow.Trait.GRADIENT;
import static thalweg.op.OpRow.Trait.INTEGERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import thalweg.op.OpRow.Input;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The rows of [OpTable] that are about linear algebra.
final class LinalgRows {
  private final List<OpRow> rows = new ArrayList<>();

  private LinalgRows() {}

  static List<OpRow> rows() {
    var table = new LinalgRows();
    table.sumsOfProducts();
    table.systems();
    table.factors();
    table.leastSquares();
    return table.rows;
  }

  private void add(String name, Function<List<Tensor>, Tensor> f, Input... inputs) {
    rows.add(new OpRow(name, f, List.of(inputs), Set.of(GRADIENT)));
  }

  private void einsum(String equation, Input... inputs) {
    rows.add(
        new OpRow(
            "einsum " + equation,
            x -> Tensors.einsum(equation, x.toArray(Tensor[]::new)),
            List.of(inputs),
            Set.of(GRADIENT, INTEGERS)));
  }

  private static Input in(int... shape) {
    return new Input(-2, 2, shape);
  }

  private void sumsOfProducts() {
    einsum("ij,jk->ik", in(2, 3), in(3, 4));
    einsum("ij,jk", in(2, 1), in(3, 4));
    einsum("bij,bjk->bik", in(2, 2, 3), in(2, 3, 2));
    einsum("bhqd,bhkd->bhqk", in(2, 1, 2, 3), in(2, 2, 3, 3));
    einsum("ii->i", in(3, 3));
    einsum("iij,i->ji", in(2, 2, 3), in(2));
    einsum("ij->j", in(2, 3));
    einsum("Ba", in(2, 3));
    einsum("i,j->ij", in(2), in(3));
    einsum("i,i", in(3), in(3));
    einsum("ij,kl->jl", in(2, 3), in(2, 2));
    einsum("...i,i...", in(2, 3), in(3, 2));
    einsum("a...b,...->ba", in(2, 2, 3, 2), in(1, 3));
    einsum("ij,jk,kl->li", in(2, 3), in(3, 2), in(2, 2));
    einsum("i,ij,j->", in(2), in(2, 3), in(3));
  }

  private static final Input SQUARE = in(2, 3, 3);

  private void one(String name, UnaryOperator<Tensor> f) {
    add(name, x -> f.apply(x.getFirst()), SQUARE);
  }

  private void systems() {
    one("inv", Linalg::inv);
    one("det", Linalg::det);
    one("slogdet", x -> Linalg.slogdet(x).logabsdet());
    one("slogdet sign", x -> Linalg.slogdet(x).sign());
    add("solve", x -> Linalg.solve(x.get(0), x.get(1)), SQUARE, in(2, 3, 2));
    add("solve vectors", x -> Linalg.solve(x.get(0), x.get(1)), SQUARE, in(2, 3));
    add("solve vector", x -> Linalg.solve(x.get(0), x.get(1)), SQUARE, in(3));
    add("solve broadcast", x -> Linalg.solve(x.get(0), x.get(1)), in(2, 1, 2, 2), in(2, 2, 1));
    Input away = new Input(1, 3, 2, 3, 3);
    add("solveTriangular upper", x -> Linalg.solveTriangular(x.get(0), x.get(1), true), away, in(2, 3, 2));
    add("solveTriangular lower", x -> Linalg.solveTriangular(x.get(0), x.get(1), false), away, in(3, 2));
    for (int n : new int[] {-2, 0, 1, 3, 6}) {
      one("matrixPower " + n, x -> Linalg.matrixPower(x, n));
    }
  }

  /// Symmetric, with eigenvalues apart.
  private static Tensor symmetric(Tensor x) {
    Tensor steps = Tensors.arange(x.dtype(), 0, 3 * x.size(-1), 3).diag(0);
    return x.add(x.transpose(-2, -1)).add(steps);
  }

  private static Tensor positive(Tensor x) {
    return symmetric(x).add(Tensors.eye(x.dtype(), x.size(-1), x.size(-1)).mul(8));
  }

  /// Results are squared where their sign is free.
  private void factors() {
    one("cholesky", x -> Linalg.cholesky(positive(x)));
    one("cholesky upper", x -> Linalg.cholesky(positive(x), true));
    one("eigvalsh", x -> Linalg.eigvalsh(symmetric(x)));
    one("eigh vectors", x -> Linalg.eigh(symmetric(x)).eigenvectors().square());
    one(
        "eigh",
        x -> {
          Linalg.Eigh eigh = Linalg.eigh(symmetric(x));
          return eigh.eigenvectors().square().mul(eigh.eigenvalues().unsqueeze(-2));
        });
    for (Input input : List.of(SQUARE, in(2, 4, 2), in(2, 2, 3))) {
      String shape = " " + input.shape()[1] + " " + input.shape()[2];
      add("svdvals" + shape, x -> Linalg.svdvals(x.getFirst()), input);
      add("svd U" + shape, x -> Linalg.svd(x.getFirst()).U().square(), input);
      add("svd Vh" + shape, x -> Linalg.svd(x.getFirst()).Vh().square(), input);
      add(
          "svd" + shape,
          x -> {
            Linalg.SVD svd = Linalg.svd(x.getFirst());
            return svd.U().mul(svd.S().unsqueeze(-2)).matmul(svd.Vh().sin());
          },
          input);
      add("qr Q" + shape, x -> Linalg.qr(x.getFirst()).Q(), input);
      add("qr R" + shape, x -> Linalg.qr(x.getFirst()).R(), input);
    }
  }

  private void leastSquares() {
    for (Input input : List.of(SQUARE, in(2, 4, 2), in(2, 2, 3))) {
      int m = input.shape()[1];
      String shape = " " + m + " " + input.shape()[2];
      add("pinv" + shape, x -> Linalg.pinv(x.getFirst()), input);
      add("lstsq" + shape, x -> Linalg.lstsq(x.get(0), x.get(1)), input, in(2, m, 2));
      add("lstsq vectors" + shape, x -> Linalg.lstsq(x.get(0), x.get(1)), input, in(2, m));
    }
    rows.add(
        new OpRow("matrixRank", x -> Linalg.matrixRank(x.getFirst()), List.of(SQUARE), Set.of()));
  }
}
