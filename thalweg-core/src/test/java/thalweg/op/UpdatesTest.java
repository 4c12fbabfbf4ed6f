package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What is computed a shorter way has the bits of the longer one.
class UpdatesTest {
  private final Random random = new Random(43052);

  /// Numbers of all sizes, and those at the ends.
  private Tensor numbers(DType dtype, int n) {
    double[] values = new double[n];
    double[] ends = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Float.MIN_VALUE};
    for (int i = 0; i < n; i++) {
      float any = Float.intBitsToFloat(random.nextInt());
      values[i] = i % 3 == 0 ? any : i % 7 == 0 ? ends[random.nextInt(ends.length)] : random.nextGaussian();
    }
    return Tensors.tensor(dtype, values);
  }

  private static void assertSameBits(Tensor actual, Tensor expected) {
    assertThat(actual.dtype()).isEqualTo(expected.dtype());
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(bits(actual)).containsExactly(bits(expected));
  }

  /// A NaN is a NaN, and −0 is not 0.
  private static long[] bits(Tensor x) {
    return Arrays.stream(x.toDoubleArray()).mapToLong(Double::doubleToLongBits).toArray();
  }

  private static final List<UnaryOperator<Tensor>> LAYOUTS =
      List.of(
          x -> x,
          Tensor::t,
          x -> x.slice(1, 1, 7, 2),
          x -> x.narrow(0, 1, 5),
          x -> x.narrow(0, 2, 1).expand(8, 9));

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void anUpdateIsItsSteps(DType dtype) {
    for (UnaryOperator<Tensor> layout : LAYOUTS) {
      Tensor y = layout.apply(numbers(dtype, 72).reshape(8, 9));
      Tensor z = numbers(dtype, y.size()).reshape(y.shape().toArray());
      Tensor x = numbers(dtype, y.size()).reshape(y.shape().toArray());
      assertSameBits(x.clone().mulAdd_(0.9, y, 0.3), x.mul(0.9).add(y, 0.3));
      assertSameBits(x.clone().mulAdd_(0.9, y, 1), x.mul(0.9).add(y));
      assertSameBits(x.clone().mulAddSquare_(0.9, y, 0.1), x.mul(0.9).addcmul(y, y, 0.1));
      assertSameBits(x.clone().addcmul_(y, z, -0.1), x.addcmul(y, z, -0.1));
      assertSameBits(x.clone().addcdiv_(y, z, -0.1), x.add(y.mul(-0.1).div(z)));
      assertSameBits(x.clone().add_(0.3), x.add(0.3));
    }
  }

  @Test
  void anUpdateByItselfReadsTheOldValues() {
    Tensor x = Tensors.tensor(1.0, 2.0, 3.0);
    x.mulAdd_(2, x, 10);
    assertThat(x.toDoubleArray()).containsExactly(12, 24, 36);
    x.mulAddSquare_(0, x, 1);
    assertThat(x.toDoubleArray()).containsExactly(144, 576, 1296);
  }

  /// One rounding or two, by way of doubles: for a single step they are the same.
  @Test
  void arithmeticInFloat32IsThatInFloat64Rounded() {
    int n = 20_000;
    Tensor x = numbers(DType.FLOAT32, n);
    Tensor y = numbers(DType.FLOAT32, n);
    assertRounded(x, y, Tensor::add, (a, b) -> a + b);
    assertRounded(x, y, Tensor::sub, (a, b) -> a - b);
    assertRounded(x, y, Tensor::mul, (a, b) -> a * b);
    assertRounded(x, y, Tensor::div, (a, b) -> a / b);
    assertRounded(x, y, (a, b) -> a.relu(), (a, b) -> a < 0 ? 0 : a);
  }

  private static void assertRounded(
      Tensor x, Tensor y, BinaryOperator<Tensor> op, DoubleBinaryOperator formula) {
    double[] a = x.toDoubleArray();
    double[] b = y.toDoubleArray();
    double[] wide = new double[a.length];
    Arrays.setAll(wide, i -> formula.applyAsDouble(a[i], b[i]));
    assertSameBits(op.apply(x, y), Tensors.tensor(DType.FLOAT32, wide));
  }
}
