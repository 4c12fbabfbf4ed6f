package thalweg.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.arange;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.zeros;

import java.util.ArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// What a loss still holds when backward has passed: nothing that grows with the tensors.
class FreedGraphTest {
  private static final int SIDE = 600;
  private static final int LOSSES = 20;

  private static Arguments op(String name, UnaryOperator<Tensor> f) {
    return Arguments.of(name, f);
  }

  /// Formulas that need nothing but numbers can be passed through again, as PyTorch's can.
  static Stream<Arguments> ofNumbers() {
    return Stream.of(
        op("flip", x -> x.flip(0)), op("roll", x -> x.roll(3, 1)), op("repeat", x -> x.repeat(2, 1)),
        op("rot90", x -> x.rot90(1, 0, 1)), op("select", x -> x.select(0, 1)), op("tril", x -> x.tril(0)));
  }

  /// Formulas that need an index cannot, unless the graph is retained.
  static Stream<Arguments> ofIndices() {
    Tensor index = zeros(DType.INT64, SIDE, SIDE);
    Tensor rows = arange(SIDE);
    Tensor mask = ones(SIDE, SIDE).gt(0);
    return Stream.of(
        op("gather", x -> x.gather(0, index)), op("index_select", x -> x.indexSelect(0, rows)),
        op("embedding", x -> x.embedding(rows)), op("sort", x -> x.sort().values()),
        op("take", x -> x.take(index)), op("masked_select", x -> x.maskedSelect(mask)),
        op("scatter_add", x -> x.scatterAdd(0, index, x)), op("scatter", x -> x.scatter(0, index, x)),
        op("index_add", x -> x.indexAdd(0, rows, x)), op("cummax", x -> x.cummax(1).values()));
  }

  static Stream<Arguments> all() {
    return Stream.concat(ofNumbers(), ofIndices());
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void aLossHoldsNoMemory(String name, UnaryOperator<Tensor> f) {
    Tensor x = ones(SIDE, SIDE).requiresGrad_(true);
    var losses = new ArrayList<Tensor>();
    long before = 0;
    for (int i = 0; i <= LOSSES; i++) {
      Tensor loss = f.apply(x).sum();
      loss.backward();
      x.setGrad(null);
      losses.add(loss);
      before = i == 0 ? used() : before; // the first has loaded and compiled what is needed
    }
    long each = 4L * SIDE * SIDE;
    assertThat(used() - before).isLessThan(LOSSES * each / 4);
    assertThat(losses).hasSize(LOSSES + 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofNumbers")
  void whatSavesNothingIsPassedThroughAgain(String name, UnaryOperator<Tensor> f) {
    Tensor x = ones(4, 4).requiresGrad_(true);
    Tensor loss = f.apply(x).sum();
    loss.backward();
    Tensor once = x.grad();
    loss.backward();
    assertThat(x.grad().toDoubleArray()).isEqualTo(once.mul(2.0).toDoubleArray());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofIndices")
  void whatWasSavedIsGone(String name, UnaryOperator<Tensor> f) {
    Tensor x = ones(SIDE, SIDE).requiresGrad_(true);
    Tensor loss = f.apply(x).sum();
    loss.backward(null, true, false);
    loss.backward();
    assertThat(x.grad().sum().item()).isPositive();
    assertThatThrownBy(loss::backward).isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("the graph was freed by an earlier backward", "retainGraph");
  }
}
