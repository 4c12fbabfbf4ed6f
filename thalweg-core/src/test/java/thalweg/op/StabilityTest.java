package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.nn.Functional;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Where the formula as it stands in the book overflows or cancels.
class StabilityTest {
  private static final double E = Math.exp(-1);
  private static final double SHARE = 1 / (1 + E);

  private static Tensor leaf(DType dtype, double... values) {
    return Tensors.tensor(dtype, values).requiresGrad_(true);
  }

  private static void assertClose(Tensor actual, double... expected) {
    double[] values = actual.toDoubleArray();
    assertThat(values).hasSize(expected.length);
    double eps = actual.dtype() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52;
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isCloseTo(expected[i], within(4 * eps * Math.max(1, Math.abs(expected[i]))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void logsumexpAndSoftmaxOfLargeScores(DType dtype) {
    for (double at : new double[] {1e4, -1e4, 1e30}) {
      double less = at == 1e30 ? at : at - 1; // at 1e30 a difference of 1 is lost
      double second = at == 1e30 ? 1 : E;
      Tensor x = leaf(dtype, at, less, -3e38);
      Tensor sum = x.logsumexp(new int[] {0}, false);
      assertClose(sum, at + Math.log(1 + second));
      sum.backward();
      // from the rounded sum, as in PyTorch: of 1e4 a float32 keeps three decimals
      double[] shares = {1 / (1 + second), second / (1 + second), 0};
      double decimals = dtype == DType.FLOAT32 ? 5e-4 : 2e-12;
      assertThat(x.grad().toDoubleArray())
          .containsExactly(at == 1e30 ? new double[] {1, 1, 0} : shares, within(decimals));
      assertClose(x.softmax(0), 1 / (1 + second), second / (1 + second), 0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void logSoftmaxOfLargeScores(DType dtype) {
    Tensor x = leaf(dtype, 1e4, 9999, -1e4);
    Tensor logs = x.logSoftmax(0);
    // scores of 1e4 leave four decimals to a float32
    double decimals = dtype == DType.FLOAT32 ? 1e-3 : 1e-11;
    double[] expected = {Math.log(SHARE), Math.log(SHARE) - 1, Math.log(SHARE) - 2e4};
    assertThat(logs.toDoubleArray()).containsExactly(expected, within(decimals));
    logs.select(0, 2).backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(new double[] {-SHARE, SHARE - 1, 1}, within(decimals));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void crossEntropyOfLargeScores(DType dtype) {
    Tensor x = Tensors.tensor(dtype, 1e4, -1e4, -1e4, 1e4).reshape(2, 2).detach().requiresGrad_(true);
    Tensor loss = Functional.crossEntropy(x, Tensors.tensor(1L, 1L), null, Reduction.NONE, 0);
    assertClose(loss, 2e4, 0);
    loss.sum().backward();
    assertClose(x.grad(), 1, -1, 0, 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void binaryCrossEntropyOfLargeLogits(DType dtype) {
    Tensor x = leaf(dtype, 1e4, 1e4, -1e4, -1e4, 0);
    Tensor y = Tensors.tensor(dtype, 0, 1, 0, 1, 0.5);
    Tensor loss = Functional.binaryCrossEntropyWithLogits(x, y, Reduction.NONE);
    assertClose(loss, 1e4, 0, 0, 1e4, Math.log(2));
    loss.sum().backward();
    assertClose(x.grad(), 1, 0, 0, -1, 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void varianceFarFromZero(DType dtype) {
    double step = dtype == DType.FLOAT32 ? 8 : 0.25; // what the type resolves at 1e8
    Tensor x = leaf(dtype, 1e8, 1e8 + step, 1e8 + 2 * step, 1e8 + 3 * step, 1e8 + 4 * step);
    assertClose(x.var(), step * step * 10 / 4);
    assertClose(x.var(new int[] {0}, false, false), step * step * 10 / 5);
    assertClose(x.std(), step * Math.sqrt(10.0 / 4));
    x.var().backward();
    assertClose(x.grad(), -step, -step / 2, 0, step / 2, step);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void sumsOfManyDoNotDrift(DType dtype) {
    Tensor x = Tensors.full(dtype, 0.1, 1_000_000);
    double exact = x.get(0) * 1e6;
    // a lane adds 512 doubles in a row, chunks are combined in pairs
    double bound = exact * (dtype == DType.FLOAT32 ? 0x1p-24 : 512 * 0x1p-53);
    assertThat(x.sum().item()).isCloseTo(exact, within(bound));
    assertThat(x.mean().item()).isCloseTo(x.get(0), within(bound / 1e6));
  }
}
