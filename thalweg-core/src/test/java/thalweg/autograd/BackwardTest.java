package thalweg.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.tensor.Tensors.arange;
import static thalweg.tensor.Tensors.noGrad;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.op.Joining;
import thalweg.runtime.Internals;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Gradients as PyTorch gives them.
class BackwardTest {
  private static Tensor leaf(double... values) {
    return tensor(DType.FLOAT64, values).requiresGrad_(true);
  }

  @Test
  void accumulatesOverSweeps() {
    Tensor x = leaf(1, 2);
    x.mul(2).sum().backward();
    x.mul(3).sum().backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(5, 5);
    x.setGrad(null);
    x.mul(3).sum().backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(3, 3);
  }

  @Test
  void addsUpWhereAValueIsUsedTwice() {
    Tensor x = leaf(3);
    Tensor y = x.mul(x).add(x).sub(x.mul(2));
    y.backward(ones(DType.FLOAT64, 1));
    assertThat(x.grad().item()).isEqualTo(2 * 3 + 1 - 2);
  }

  static List<UnaryOperator<Tensor>> bent() {
    return List.of(
        Tensor::relu, Tensor::leakyRelu, Tensor::hardtanh, Tensor::relu6, Tensor::abs, x -> x.norm(1));
  }

  @ParameterizedTest
  @MethodSource("bent")
  void secondDerivativesOfStraightPiecesAreZero(UnaryOperator<Tensor> f) {
    Tensor x = leaf(0.5, -1.5, 7.5);
    Tensor y = f.apply(x);
    Tensor first = Autograd.grad(y, List.of(x), Tensors.onesLike(y), true, true).getFirst();
    assertThat(first.requiresGrad()).isTrue(); // as in PyTorch, where the slope is recorded
    Tensor second = Autograd.grad(first.sum(), List.of(x)).getFirst();
    assertThat(second.toDoubleArray()).containsExactly(0, 0, 0);
  }

  @Test
  void visitsASharedNodeOnce() {
    Tensor x = leaf(1);
    Tensor y = x;
    for (int i = 0; i < 60; i++) {
      y = y.add(y); // 2^60 paths
    }
    y.sum().backward();
    assertThat(x.grad().item()).isEqualTo(0x1p60);
  }

  @Test
  void passesThroughRepeatedTurnedAndCutViews() {
    Tensor x = leaf(1, 2, 3, 4, 5, 6);
    Tensor matrix = x.reshape(2, 3);
    Tensor y = matrix.t().slice(0, 1, 3).expand(4, 2, 2).mul(matrix.select(1, 0));
    y.sum().backward();
    // PyTorch: x.reshape(2,3).t()[1:3].expand(4,2,2) * x.reshape(2,3)[:,0]
    assertThat(x.grad().toDoubleArray()).containsExactly(20, 4, 4, 44, 16, 16);
  }

  @Test
  void differentiatesThreeTimes() {
    Tensor x = leaf(0.5, 2);
    Tensor first = gradient(x.pow(4).sum(), x);
    Tensor second = gradient(first.sum(), x);
    Tensor third = gradient(second.sum(), x);
    assertThat(first.toDoubleArray()).containsExactly(new double[] {0.5, 32}, within(1e-12));
    assertThat(second.toDoubleArray()).containsExactly(new double[] {3, 48}, within(1e-12));
    assertThat(third.toDoubleArray()).containsExactly(new double[] {12, 48}, within(1e-12));
  }

  private static Tensor gradient(Tensor y, Tensor x) {
    return Autograd.grad(y, List.of(x), null, true, true).getFirst();
  }

  @Test
  void aCreatedGraphReachesTheAccumulatedGradient() {
    Tensor x = leaf(2);
    x.pow(3).backward(ones(DType.FLOAT64, 1), true, true);
    assertThat(x.grad().requiresGrad()).isTrue();
    Tensor slope = x.grad();
    x.setGrad(null);
    slope.sum().backward();
    assertThat(x.grad().item()).isEqualTo(12);
  }

  @Test
  void freesTheGraphUnlessAskedToRetainIt() {
    Tensor x = leaf(1, 2);
    Tensor y = x.mul(x).sum();
    y.backward(null, true, false);
    y.backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(4, 8);
    assertThatThrownBy(y::backward)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("retainGraph")
        .hasMessageContaining("MulBackward0");
  }

  @Test
  void aGraphThatSavedNothingNeedsNoRetaining() {
    Tensor x = leaf(1, 2);
    Tensor y = x.add(1).neg().sum();
    y.backward();
    y.backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(-2, -2);
  }

  @Test
  void needsAGradientForMoreThanOneNumber() {
    Tensor x = leaf(1, 2);
    assertThatThrownBy(() -> x.mul(2).backward())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("(2)")
        .hasMessageContaining("sum()");
    assertThatThrownBy(() -> x.mul(2).backward(ones(DType.FLOAT64, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(3)")
        .hasMessageContaining("(2)");
    x.mul(2).backward(tensor(DType.FLOAT64, 1.0, 10.0));
    assertThat(x.grad().toDoubleArray()).containsExactly(2, 20);
  }

  @Test
  void needsSomethingRecorded() {
    assertThatThrownBy(() -> tensor(1.0).mul(2).backward())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("requiresGrad_(true)");
    assertThatThrownBy(() -> tensor(1L).requiresGrad_(true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("torch.int64")
        .hasMessageContaining("to(DType.FLOAT32)");
    Tensor result = leaf(1).mul(2);
    assertThatThrownBy(() -> result.requiresGrad_(false)).hasMessageContaining("detach()");
  }

  @Test
  void aLeafIsItsOwnDerivative() {
    Tensor x = tensor(3.0).requiresGrad_(true);
    x.backward();
    assertThat(x.grad().item()).isEqualTo(1);
    assertThat(x.grad().shape()).isEqualTo(x.shape());
  }

  @Test
  void detachingAndNoGradEndTheGraph() {
    Tensor x = leaf(2);
    x.mul(x.detach()).sum().backward();
    assertThat(x.grad().item()).isEqualTo(2);
    try (var _ = noGrad()) {
      assertThat(x.mul(2).requiresGrad()).isFalse();
      try (var _ = noGrad()) {
        assertThat(GradMode.isEnabled()).isFalse();
      }
      assertThat(GradMode.isEnabled()).isFalse();
    }
    assertThat(x.mul(2).requiresGrad()).isTrue();
    assertThat(noGrad(() -> x.mul(2)).isLeaf()).isTrue();
  }

  @Test
  void keepsTheGradientOfAResultThatAsks() {
    Tensor x = leaf(1, 2);
    Tensor y = x.mul(3).retainGrad();
    Tensor z = x.mul(5);
    y.mul(y).add(z).sum().backward();
    assertThat(y.grad().toDoubleArray()).containsExactly(6, 12);
    assertThat(z.grad()).isNull();
    assertThat(x.grad().toDoubleArray()).containsExactly(23, 41);
  }

  @Test
  void noTwoLeavesShareAGradient() {
    Tensor x = leaf(1, 2);
    Tensor y = leaf(3, 4);
    x.add(y).mul(2).sum().backward();
    x.grad().fill_(-99);
    assertThat(y.grad().toDoubleArray()).containsExactly(2, 2);

    Tensor twice = leaf(1, 2);
    Tensor z = leaf(3, 4);
    twice.add(twice).add(z).mul(2).sum().backward();
    twice.grad().fill_(-99);
    assertThat(z.grad().toDoubleArray()).containsExactly(2, 2);

    Tensor part = leaf(1, 2);
    Tensor rest = leaf(3, 4);
    Joining.cat(0, List.of(part, rest)).mul(2).sum().backward();
    part.grad().fill_(-99);
    assertThat(rest.grad().toDoubleArray()).containsExactly(2, 2);
  }

  @Test
  void aGradientIsNoViewOfAnother() {
    Tensor x = leaf(1, 2, 3, 4);
    Tensor matrix = x.reshape(2, 2).retainGrad();
    Tensor turned = matrix.t().retainGrad();
    turned.mul(2).sum().backward();
    x.grad().fill_(-99);
    assertThat(matrix.grad().toDoubleArray()).containsExactly(2, 2, 2, 2);
    matrix.grad().fill_(-99);
    assertThat(turned.grad().toDoubleArray()).containsExactly(2, 2, 2, 2);
    assertThat(Internals.layout(x.grad()).isPlain()).isTrue();
  }

  @Test
  void aGivenGradientStaysTheGivers() {
    for (UnaryOperator<Tensor> view :
        List.<UnaryOperator<Tensor>>of(x -> x, Tensor::t, Tensor::clone, x -> x.reshape(2, 2))) {
      Tensor x = leaf(1, 2, 3, 4).detach().reshape(2, 2).requiresGrad_(true);
      Tensor given = ones(DType.FLOAT64, 2, 2);
      view.apply(x).backward(given);
      given.fill_(-99);
      assertThat(x.grad().toDoubleArray()).containsExactly(1, 1, 1, 1);
      x.grad().fill_(7);
      assertThat(given.toDoubleArray()).containsExactly(-99, -99, -99, -99);
    }
  }

  @Test
  void aSavedValueIsNoGradient() {
    Tensor x = leaf(1, 2);
    Tensor y = x.mul(3);
    y.sum().backward(null, true, false);
    x.grad().fill_(-99); // as an optimiser might that scales gradients
    x.setGrad(null);
    y.sum().backward(null, true, false);
    assertThat(x.grad().toDoubleArray()).containsExactly(3, 3);
  }

  @Test
  void aCreatedGraphIsNotTornByWritingToTheGradient() {
    Tensor x = leaf(2);
    x.pow(3).sum().backward(null, true, true);
    Tensor slope = x.grad();
    x.setGrad(null);
    Tensor curvature = slope.mul(slope); // saves the slope
    slope.detach().fill_(-99);
    assertThatThrownBy(() -> curvature.sum().backward()).hasMessageContaining("changed in place");

    x.setGrad(null);
    x.pow(3).sum().backward(null, true, true);
    Tensor first = x.grad();
    x.setGrad(null);
    first.sum().backward();
    assertThat(x.grad().item()).isEqualTo(12);
    assertThat(first.item()).isEqualTo(12);
  }

  @Test
  void gradGivesGradientsAndLeavesLeavesAlone() {
    Tensor x = leaf(1, 2);
    Tensor y = x.mul(x);
    Tensor z = y.sum();
    List<Tensor> found = Autograd.grad(z, List.of(x, y, x), null, true, false);
    assertThat(found.get(0).toDoubleArray()).containsExactly(2, 4);
    assertThat(found.get(1).toDoubleArray()).containsExactly(1, 1);
    assertThat(found.get(2).toDoubleArray()).containsExactly(2, 4);
    assertThat(x.grad()).isNull();
    Tensor unused = leaf(1);
    assertThatThrownBy(() -> Autograd.grad(z, List.of(unused)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not depend");
    assertThatThrownBy(() -> Autograd.grad(z, List.of(tensor(1.0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("requiresGrad_(true)");
  }

  @Test
  void jacobianAndHessian() {
    Tensor x = tensor(DType.FLOAT64, 1.0, 2.0, 3.0);
    Tensor jacobian = Autograd.jacobian(v -> v.slice(0, 0, 2).square(), x);
    assertThat(jacobian.toArray()).isEqualTo(new double[][] {{2, 0, 0}, {0, 4, 0}});
    Tensor hessian = Autograd.hessian(v -> v.select(0, 0).mul(v.select(0, 1)), x);
    assertThat(hessian.toArray()).isEqualTo(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 0}});
    assertThat(Autograd.hessian(v -> v.sum(), x).toDoubleArray()).containsOnly(0);
    assertThat(Autograd.hessian(_ -> tensor(1.0), x).toDoubleArray()).containsOnly(0);
  }

  @Test
  void gradientsHaveTheTypeOfTheirTensor() {
    Tensor narrow = tensor(1.0, 2.0).requiresGrad_(true);
    narrow.mul(tensor(DType.FLOAT64, 1.5, 2.5)).mul(tensor(true, false)).sum().backward();
    assertThat(narrow.grad().dtype()).isEqualTo(DType.FLOAT32);
    assertThat(narrow.grad().toDoubleArray()).containsExactly(1.5, 0);
  }

  @Test
  void aChainOfAMillionOperationsNeedsNoDeepStack() {
    Tensor x = leaf(1);
    Tensor y = x;
    for (int i = 0; i < 1_000_000; i++) {
      y = y.add(1e-6);
    }
    y.sum().backward();
    assertThat(x.grad().item()).isEqualTo(1);
  }

  @Test
  void graphsAreCollected() throws InterruptedException {
    Tensor x = leaf(1);
    Tensor y = x.mul(2);
    for (int i = 0; i < 1000; i++) {
      y = y.mul(1.001);
    }
    y.sum().backward();
    var graph = new WeakReference<>(y.gradFn());
    y = null;
    for (int i = 0; i < 50 && graph.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(graph.get()).isNull();
  }

  @Test
  void aFailedSweepLeavesTheGraphUsable() {
    Tensor x = leaf(1, 2);
    Tensor y = x.mul(2);
    Tensor z = y.exp();
    Tensor sum = z.sum();
    noGrad(() -> z.mul_(2));
    assertThatThrownBy(sum::backward).hasMessageContaining("ExpBackward0");
    Tensor other = y.sum();
    other.backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(2, 2);
  }

  @Test
  void recordsPerThread() throws InterruptedException {
    var recorded = new boolean[1];
    try (var _ = noGrad()) {
      Thread thread = new Thread(() -> recorded[0] = leaf(1).mul(2).requiresGrad());
      thread.start();
      thread.join();
    }
    assertThat(recorded[0]).isTrue();
  }

  @Test
  void integersAndQuestionsAreNotRecorded() {
    Tensor x = leaf(1, 2);
    assertThat(x.gt(1).requiresGrad()).isFalse();
    assertThat(x.argmax().requiresGrad()).isFalse();
    assertThat(x.to(DType.INT64).requiresGrad()).isFalse();
    assertThat(x.sort().indices().requiresGrad()).isFalse();
    assertThat(arange(3).mul(2).requiresGrad()).isFalse();
    assertThat(Tensors.zerosLike(x).requiresGrad()).isFalse();
  }
}
