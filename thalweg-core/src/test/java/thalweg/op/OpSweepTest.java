package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static thalweg.op.OpRow.Trait.GRADIENT;
import static thalweg.op.OpRow.Trait.INTEGERS;
import static thalweg.op.OpRow.Trait.POINTWISE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.autograd.GradCheck;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What holds for every operation of [OpTable].
class OpSweepTest {
  private static final int LARGE = 5000;
  private static final int ENOUGH_FOR_A_LOOP = 1 << 20; // see cpu.loop.LoopSpecializer

  private final Random random = new Random(43052);

  static List<OpRow> all() {
    return OpTable.rows();
  }

  static List<OpRow> differentiable() {
    return OpTable.rows(GRADIENT);
  }

  static List<OpRow> pointwise() {
    return OpTable.rows(POINTWISE);
  }

  static List<OpRow> integer() {
    return OpTable.rows(INTEGERS);
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void gradientsAgreeWithDifferences(OpRow row) {
    var result = GradCheck.standard().check(row::apply, row.samples(random, DType.FLOAT64));
    assertThat(result.passed()).as(result.message()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void secondDerivativesAgreeWithDifferences(OpRow row) {
    var result = GradCheck.standard().checkSecond(row::apply, row.samples(random, DType.FLOAT64));
    assertThat(result.passed()).as(result.message()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void layoutsMakeNoDifference(OpRow row) {
    for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
      List<Tensor> plain = row.samples(random, dtype);
      List<Tensor> repeated = plain.stream().map(x -> firstRepeated(x).clone()).toList();
      assertSameBits(row, plain, map(plain, OpSweepTest::transposed));
      assertSameBits(row, plain, map(plain, OpSweepTest::sliced));
      assertSameBits(row, repeated, map(plain, OpSweepTest::firstRepeated));
    }
  }

  /// The same values, stored column by column.
  private static Tensor transposed(Tensor x) {
    return x.T().clone().T();
  }

  /// The same values, every second place of a larger tensor.
  private static Tensor sliced(Tensor x) {
    if (x.rank() == 0) {
      return Tensors.stack(0, x, x).select(0, 1);
    }
    return Tensors.stack(-1, x, x.neg()).flatten(-2, -1).slice(-1, 0, Integer.MAX_VALUE, 2);
  }

  /// The first row or element, repeated without memory of its own.
  private static Tensor firstRepeated(Tensor x) {
    return x.rank() == 0 ? x : x.narrow(0, 0, 1).expandAs(x);
  }

  private static List<Tensor> map(List<Tensor> tensors, UnaryOperator<Tensor> f) {
    return tensors.stream().map(f).toList();
  }

  private static void assertSameBits(OpRow row, List<Tensor> plain, List<Tensor> others) {
    List<double[]> expected = valueAndGradients(row, plain);
    List<double[]> actual = valueAndGradients(row, others);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).containsExactly(expected.get(i));
    }
  }

  private static List<double[]> valueAndGradients(OpRow row, List<Tensor> inputs) {
    boolean recorded = row.is(GRADIENT);
    List<Tensor> leaves = inputs.stream().map(x -> x.detach().requiresGrad_(recorded)).toList();
    Tensor y = row.apply(leaves);
    var found = new ArrayList<double[]>();
    found.add(y.toDoubleArray());
    if (y.requiresGrad()) {
      y.backward(Tensors.linspace(y.dtype(), 1, 2, y.size()).reshape(y.shape().toArray()));
      leaves.forEach(x -> found.add(x.grad().toDoubleArray()));
    }
    return found;
  }

  /// A gradient may be written over: nobody else sees it, and a second sweep gives the same.
  @ParameterizedTest
  @MethodSource("differentiable")
  void gradientsShareMemoryWithNothing(OpRow row) {
    List<Tensor> leaves =
        map(row.samples(random, DType.FLOAT64), x -> x.clone().requiresGrad_(true));
    Tensor y = row.apply(leaves);
    Tensor seed = Tensors.linspace(y.dtype(), 1, 2, y.size()).reshape(y.shape().toArray());
    var others = new ArrayList<>(leaves);
    others.add(y.detach());
    others.add(seed);
    List<double[]> before = others.stream().map(Tensor::toDoubleArray).toList();

    y.backward(seed, true, false);
    List<double[]> first = leaves.stream().map(x -> x.grad().toDoubleArray()).toList();
    for (int i = 0; i < first.size(); i++) {
      assertThat(leaves.get(i).grad().toDoubleArray()).containsExactly(first.get(i));
      leaves.get(i).grad().fill_(-99);
      leaves.get(i).setGrad(null);
    }
    for (int i = 0; i < before.size(); i++) {
      assertThat(others.get(i).toDoubleArray()).containsExactly(before.get(i));
    }
    y.backward(seed);
    for (int i = 0; i < first.size(); i++) {
      assertThat(leaves.get(i).grad().toDoubleArray()).containsExactly(first.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("pointwise")
  void numbersAndEmptyTensorsKeepTheirShape(OpRow row) {
    for (int[] shape : List.of(new int[0], new int[] {0}, new int[] {2, 0, 3}, new int[] {1, 1})) {
      List<Tensor> inputs = row.samples(random, DType.FLOAT64, shape);
      assertThat(row.apply(inputs).shape()).isEqualTo(Shape.of(shape));
      List<double[]> found = valueAndGradients(row, inputs);
      found.forEach(values -> assertThat(values).hasSize(inputs.getFirst().size()));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void inputsStayAsTheyAre(OpRow row) {
    List<Tensor> inputs = row.samples(random, DType.FLOAT64);
    List<double[]> before = inputs.stream().map(Tensor::toDoubleArray).toList();
    List<Integer> versions = inputs.stream().map(Tensor::version).toList();
    valueAndGradients(row, inputs);
    for (int i = 0; i < before.size(); i++) {
      assertThat(inputs.get(i).toDoubleArray()).containsExactly(before.get(i));
      assertThat(inputs.get(i).version()).isEqualTo(versions.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void singlePrecisionAgreesWithDouble(OpRow row) {
    List<Tensor> singles = row.samples(random, DType.FLOAT32);
    List<Tensor> doubles = map(singles, x -> x.to(DType.FLOAT64));
    List<double[]> narrow = valueAndGradients(row, singles);
    List<double[]> wide = valueAndGradients(row, doubles);
    for (int i = 0; i < wide.size(); i++) {
      for (int k = 0; k < wide.get(i).length; k++) {
        double expected = wide.get(i)[k];
        assertThat(narrow.get(i)[k])
            .isCloseTo(expected, within(2e-6 + 2e-6 * Math.abs(expected)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("integer")
  void integersAgreeWithDoubles(OpRow row) {
    List<Tensor> doubles = row.inputs().stream().map(this::wholeNumbers).toList();
    Tensor expected = row.apply(doubles);
    Tensor actual = row.apply(map(doubles, x -> x.to(DType.INT64)));
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.allclose(expected, 1e-5, 1e-6)).as("%s and %s", actual, expected).isTrue();
    assertThat(actual.requiresGrad()).isFalse();
  }

  /// From 1 to 4, since integers have no negative powers and no division by zero.
  private Tensor wholeNumbers(OpRow.Input input) {
    int n = Arrays.stream(input.shape()).reduce(1, (a, b) -> a * b);
    double[] values = random.doubles(n, 1, 5).map(Math::floor).toArray();
    return Tensors.tensor(DType.FLOAT64, values).reshape(input.shape());
  }

  @ParameterizedTest
  @MethodSource("pointwise")
  void aPlaceInALargeArrayMakesNoDifference(OpRow row) {
    row.apply(row.samples(random, DType.FLOAT32, ENOUGH_FOR_A_LOOP));
    for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
      List<Tensor> inputs = row.samples(random, dtype, LARGE);
      assertElementByElement(row, inputs);
      assertElementByElement(row, map(inputs, x -> x.reshape(2, LARGE / 2).t().flatten(0, 1)));
    }
  }

  private static void assertElementByElement(OpRow row, List<Tensor> inputs) {
    double[] large = row.apply(inputs).toDoubleArray();
    for (int i = 0; i < large.length; i += 7) {
      int place = i;
      Tensor one = row.apply(map(inputs, x -> x.select(0, place)));
      assertThat(large[i]).isEqualTo(one.item());
    }
  }
}
