package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.tensor.Tensors.einsum;
import static thalweg.tensor.Tensors.eye;
import static thalweg.tensor.Tensors.full;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.stack;
import static thalweg.tensor.Tensors.tensor;
import static thalweg.tensor.Tensors.zeros;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.autograd.Autograd;
import thalweg.runtime.Internals;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// What the sweeps of [OpSweepTest] do not ask of linear algebra: large, singular, empty and infinite matrices,
/// and errors.
class LinalgTest {
  private final Random random = new Random(43052);

  private Tensor matrix(int m, int n) {
    double[] values = random.doubles((long) m * n, -1, 1).toArray();
    return tensor(DType.FLOAT64, values).reshape(m, n);
  }

  private static void assertClose(Tensor actual, Tensor expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.allclose(expected, 0, tolerance)).as("%s and %s", actual, expected).isTrue();
  }

  private static Tensor identity(int n) {
    return eye(DType.FLOAT64, n, n);
  }

  // ---- large ones

  @Test
  void anInverseIsOneAtAnySize() {
    Tensor a = matrix(60, 60);
    assertClose(Linalg.inv(a).mm(a), identity(60), 1e-10);
    assertClose(a.mm(Linalg.solve(a, identity(60))), identity(60), 1e-10);
  }

  @Test
  void aDeterminantIsThatOfAProduct() {
    Tensor a = matrix(12, 12);
    Tensor b = matrix(12, 12);
    double product = Linalg.det(a).item() * Linalg.det(b).item();
    assertThat(Linalg.det(a.mm(b)).item()).isCloseTo(product, within(1e-10 * Math.abs(product)));
    Linalg.Slogdet large = Linalg.slogdet(identity(400).mul(-1e3));
    assertThat(large.sign().item()).isEqualTo(1);
    assertThat(large.logabsdet().item()).isCloseTo(400 * Math.log(1e3), within(1e-9));
    assertThat(Linalg.det(identity(400).mul(-1e3)).item()).isInfinite();
  }

  @Test
  void eigenvectorsDiagonalize() {
    Tensor a = matrix(50, 50);
    Tensor symmetric = a.add(a.t());
    Linalg.Eigh eigh = Linalg.eigh(symmetric);
    Tensor v = eigh.eigenvectors();
    assertClose(v.t().mm(v), identity(50), 1e-13);
    assertClose(v.mul(eigh.eigenvalues()).mm(v.t()), symmetric, 1e-12);
    assertThat(eigh.eigenvalues().toDoubleArray()).isSorted();
  }

  /// The second difference: its eigenvalues are `2 − 2·cos(kπ/(n + 1))`.
  @Test
  void eigenvaluesOfTheSecondDifference() {
    int n = 100;
    Tensor a = identity(n).mul(2).sub(ones(DType.FLOAT64, n - 1).diag(1)).sub(ones(DType.FLOAT64, n - 1).diag(-1));
    double[] values = Linalg.eigvalsh(a).toDoubleArray();
    for (int k = 1; k <= n; k++) {
      assertThat(values[k - 1]).isCloseTo(2 - 2 * Math.cos(k * Math.PI / (n + 1)), within(1e-13));
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 40", "50, 20", "20, 50"})
  void factorsMultiplyToTheMatrix(int m, int n) {
    Tensor a = matrix(m, n);
    int k = Math.min(m, n);
    Linalg.SVD svd = Linalg.svd(a);
    assertClose(svd.U().mul(svd.S()).mm(svd.Vh()), a, 1e-13);
    assertClose(svd.U().t().mm(svd.U()), identity(k), 1e-13);
    assertClose(svd.Vh().mm(svd.Vh().t()), identity(k), 1e-13);
    Linalg.QR qr = Linalg.qr(a);
    assertClose(qr.Q().mm(qr.R()), a, 1e-13);
    assertClose(qr.Q().t().mm(qr.Q()), identity(k), 1e-13);
    assertClose(qr.R().tril(-1), zeros(DType.FLOAT64, k, n), 0);
    Tensor p = Linalg.pinv(a);
    assertClose(a.mm(p).mm(a), a, 1e-12);
    assertClose(p.mm(a), p.mm(a).t(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-160, 1e160, 1e300})
  void sizesFarFromOneDoNotMatter(double scale) {
    Tensor a = matrix(4, 4);
    Tensor s = a.add(a.t());
    double tolerance = 1e-13;
    assertClose(Linalg.svdvals(a.mul(scale)).div(scale), Linalg.svdvals(a), tolerance);
    assertClose(Linalg.eigvalsh(s.mul(scale)).div(scale), Linalg.eigvalsh(s), tolerance);
    assertClose(Linalg.qr(a.mul(scale)).R().div(scale), Linalg.qr(a).R(), tolerance);
  }

  /// One-sided rotations find small singular values beside large ones.
  @Test
  void smallSingularValuesAreAccurate() {
    Tensor q = Linalg.qr(matrix(3, 3)).Q();
    Tensor a = q.mul(tensor(DType.FLOAT64, 1e8, 1, 1e-8));
    double[] values = Linalg.svdvals(a).toDoubleArray();
    assertThat(values[0]).isCloseTo(1e8, within(1e-6));
    assertThat(values[1]).isCloseTo(1, within(1e-13));
    assertThat(values[2]).isCloseTo(1e-8, within(1e-21));
  }

  // ---- singular ones

  @Test
  void aRankIsFound() {
    Tensor a = matrix(6, 2).mm(matrix(2, 5));
    assertThat(Linalg.matrixRank(a).itemLong()).isEqualTo(2);
    assertThat(Linalg.matrixRank(zeros(2, 3, 3)).toLongArray()).containsExactly(0, 0);
    assertThat(Linalg.matrixRank(tensor(new double[][] {{1, 0}, {0, 0.01}}), 0.1).itemLong()).isEqualTo(1);
    Linalg.SVD svd = Linalg.svd(a);
    assertClose(svd.U().t().mm(svd.U()), identity(5), 1e-12);
    assertClose(svd.Vh().mm(svd.Vh().t()), identity(5), 1e-12);
    Tensor x = Linalg.lstsq(a, a.mm(matrix(5, 1)));
    assertClose(Linalg.pinv(a).mm(a).mm(x), x, 1e-12);
  }

  /// The gradient of `ad − bc` is `(d, −c, −b, a)`, whether it is 0 or not.
  @Test
  void theGradientOfADeterminantIsItsCofactors() {
    Tensor a = tensor(new double[][] {{1, 2}, {2, 4}}).requiresGrad_(true);
    Linalg.det(a).backward();
    assertClose(a.grad(), tensor(new double[][] {{4, -2}, {-2, 1}}), 1e-6);
    Tensor once = zeros(3, 3).requiresGrad_(true);
    Linalg.det(once).backward();
    assertClose(once.grad(), zeros(3, 3), 0);
  }

  /// Of a 2 × 2 determinant it is the same everywhere; of others its differences are.
  @Test
  void theSecondDerivativeOfADeterminantNeedsNoInverse() {
    UnaryOperator<Tensor> twoByTwo = x -> Linalg.det(stack(0, x, x.flip(0)));
    assertClose(
        Autograd.hessian(twoByTwo::apply, tensor(DType.FLOAT64, 2, 2)),
        tensor(new double[][] {{2, 0}, {0, -2}}), 1e-14);
    Tensor regular = matrix(3, 3);
    Tensor rankTwo = regular.clone();
    rankTwo.select(0, 2).copy_(regular.select(0, 0).add(regular.select(0, 1)));
    Tensor rankOne = ones(DType.FLOAT64, 3, 3);
    for (Tensor a : List.of(rankTwo, rankOne, zeros(DType.FLOAT64, 3, 3), stack(0, rankOne, regular))) {
      UnaryOperator<Tensor> sum = x -> Linalg.det(x.reshape(a.shape().toArray())).sum();
      Tensor x = a.reshape(-1);
      int n = x.size();
      Tensor hessian = Autograd.hessian(sum::apply, x);
      for (int i = 0; i < n; i++) { // a determinant is linear in each element, so this is exact but for rounding
        for (int j = 0; j < n; j++) {
          Tensor u = zeros(DType.FLOAT64, n);
          Tensor v = zeros(DType.FLOAT64, n);
          u.select(0, i).fill_(1);
          v.select(0, j).fill_(1);
          double mixed = sum.apply(x.add(u).add(v)).item() - sum.apply(x.add(u)).item()
              - sum.apply(x.add(v)).item() + sum.apply(x).item();
          assertThat(hessian.get(i, j)).isCloseTo(i == j ? 0 : mixed, within(1e-12));
        }
      }
    }
  }

  @Test
  void theSecondDerivativeOfAProductNeedsNoDivision() {
    Tensor hessian = Autograd.hessian(Tensor::prod, tensor(0.0, 3.0, 0.0));
    assertClose(hessian, tensor(new double[][] {{0, 0, 3}, {0, 0, 0}, {3, 0, 0}}), 0);
  }

  @Test
  void equalEigenvaluesHaveAGradient() {
    Tensor a = identity(3).mul(2).requiresGrad_(true);
    Linalg.eigvalsh(a).sum().backward();
    assertClose(a.grad(), identity(3), 1e-14);
    Tensor b = zeros(DType.FLOAT64, 3, 2).requiresGrad_(true);
    Linalg.svdvals(b).sum().backward();
    assertThat(b.grad().isfinite().all().item()).isEqualTo(1);
  }

  // ---- empty and infinite ones

  @Test
  void emptyMatricesHaveResults() {
    for (Tensor a : List.of(zeros(0, 0), zeros(0, 3, 3), zeros(2, 0, 0))) {
      for (UnaryOperator<Tensor> f : List.<UnaryOperator<Tensor>>of(
          Linalg::inv, Linalg::cholesky, Linalg::pinv, x -> Linalg.matrixPower(x, 3), x -> Linalg.qr(x).R())) {
        Tensor leaf = a.clone().requiresGrad_(true);
        Tensor y = f.apply(leaf);
        assertThat(y.shape()).isEqualTo(a.shape());
        y.sum().backward();
        assertThat(leaf.grad().shape()).isEqualTo(a.shape());
      }
    }
    assertThat(Linalg.det(zeros(2, 0, 0)).toDoubleArray()).containsExactly(1, 1);
    assertThat(Linalg.eigvalsh(zeros(0, 2, 2)).shape()).isEqualTo(Shape.of(0, 2));
    assertThat(Linalg.svd(zeros(3, 0)).U().shape()).isEqualTo(Shape.of(3, 0));
    assertThat(Linalg.lstsq(zeros(0, 3), zeros(0, 2)).shape()).isEqualTo(Shape.of(3, 2));
    assertThat(Linalg.solve(zeros(0, 0), zeros(0)).shape()).isEqualTo(Shape.of(0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNotFiniteEndsInNaNOrAnError(double value) {
    Tensor a = full(value, 3, 3);
    assertThat(Linalg.inv(a).isnan().all().item()).isEqualTo(1);
    assertThat(Linalg.det(a).item()).isNaN();
    for (UnaryOperator<Tensor> f : List.<UnaryOperator<Tensor>>of(
        Linalg::eigvalsh, Linalg::svdvals, Linalg::pinv, Linalg::matrixRank)) {
      assertThatThrownBy(() -> f.apply(a)).isInstanceOf(ArithmeticException.class).hasMessageContaining("finite");
    }
  }

  // ---- one triangle only

  @Test
  void onlyOneTriangleIsRead() {
    Tensor a = tensor(new double[][] {{4, 2}, {2, 5}});
    Tensor lower = a.tril(0).add(full(9, 2, 2).triu(1));
    Tensor upper = a.triu(0).add(full(9, 2, 2).tril(-1));
    assertClose(Linalg.cholesky(lower), Linalg.cholesky(a), 0);
    assertClose(Linalg.cholesky(upper, true), Linalg.cholesky(a, true), 0);
    assertClose(Linalg.eigvalsh(lower), Linalg.eigvalsh(a), 0);
    assertClose(Linalg.solveTriangular(upper, a, true), Linalg.solveTriangular(a.triu(0), a, true), 0);
  }

  // ---- errors

  private static void assertSays(Class<?> type, Runnable call, String... parts) {
    assertThatThrownBy(call::run).isInstanceOf(type).hasMessageContainingAll(parts);
  }

  @Test
  void singularMatricesAreNamed() {
    Tensor a = tensor(new double[][] {{1, 2}, {2, 4}});
    assertSays(
        ArithmeticException.class, () -> Linalg.inv(a),
        "linalg.inv", "(2, 2)", "the diagonal element 2 is zero", "singular", "pinv");
    Tensor batch = stack(0, eye(2), a);
    assertSays(
        ArithmeticException.class, () -> Linalg.solve(batch, ones(2)),
        "linalg.solve", "matrix 1 of the batch");
    assertSays(
        ArithmeticException.class, () -> Linalg.cholesky(a.sub(eye(2))),
        "linalg.cholesky", "not positive-definite", "order 1");
  }

  @Test
  void shapesAndTypesAreNamed() {
    assertSays(ShapeException.class, () -> Linalg.inv(ones(2, 3)), "linalg.inv", "square", "(2, 3)");
    assertSays(ShapeException.class, () -> Linalg.det(ones(3)), "linalg.det", "(3)");
    assertSays(ShapeException.class, () -> Linalg.cholesky(ones(3), true), "linalg.cholesky", "(3)");
    assertSays(ShapeException.class, () -> Linalg.pinv(tensor(1.0)), "linalg.pinv", "()");
    assertSays(ShapeException.class, () -> Linalg.solve(eye(3), ones(2, 1)), "(3, 3)", "(2, 1)", "(*, 3, k)");
    assertSays(ShapeException.class, () -> Linalg.solve(ones(2, 3, 3), ones(4, 3, 2)), "broadcast", "(2)", "(4)");
    assertSays(ShapeException.class, () -> Linalg.lstsq(ones(4, 2), ones(3, 1)), "(4, 2)", "(3, 1)");
    assertSays(IllegalArgumentException.class, () -> Linalg.inv(tensor(new long[][] {{1}})), "int64", "to(");
    assertSays(
        IllegalArgumentException.class, () -> Linalg.solve(eye(2), ones(DType.FLOAT64, 2)), "float32", "float64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ij,jk->ik | subscript j has length 3 before and 4 in operand 1",
        "ij,kl->ii | subscript i stands twice in the result",
        "ij,jk->x  | subscript j has length 3",
        "ij,kl->x  | subscript x of the result stands in no operand",
        "ij,kk->i  | subscript k is repeated in operand 1 of shape (4, 5), but the lengths differ: 4 and 5",
        "ijk,lm    | the numbers of dimensions (2) and subscripts (3) of operand 0, of shape (2, 3), differ",
        "i,jk      | an ellipsis (...) would cover the others",
        "ij        | operands: 1 named, 2 given",
        "i.,kl     | '.' that is not part of an ellipsis",
        "i...j...,kl | more than one ellipsis",
        "i1,kl     | '1' at index 1 is no subscript",
        "...,...   | dimension 0 of the ellipsis (...) has length 2 before and 4"
      })
  void equationsAreExplained(String equation, String part) {
    assertSays(
        ShapeException.class, () -> einsum(equation, ones(2, 3), ones(4, 5)),
        "einsum: '" + equation + "' with shapes (2, 3), (4, 5)", part);
  }

  @Test
  void einsumNeedsAnOperand() {
    assertSays(IllegalArgumentException.class, () -> einsum("i"), "einsum", "'i'", "no operand");
  }

  @Test
  void einsumOfOneOperandIsAView() {
    Tensor a = matrix(3, 3);
    assertThat(Internals.storage(einsum("ii->i", a))).isSameAs(Internals.storage(a));
    assertThat(Internals.storage(einsum("ij->ji", a))).isSameAs(Internals.storage(a));
  }

  // ---- higher derivatives

  /// `d³(1/x)/dx³ = −6/x⁴`.
  @Test
  void inversesHaveThirdDerivatives() {
    Tensor x = tensor(DType.FLOAT64, 2.0).reshape(1, 1).detach().requiresGrad_(true);
    Tensor y = Linalg.inv(x).sum();
    for (int i = 0; i < 3; i++) {
      y = Autograd.grad(y, List.of(x), null, true, true).getFirst().sum();
    }
    assertThat(y.item()).isCloseTo(-6.0 / 16, within(1e-14));
  }
}
