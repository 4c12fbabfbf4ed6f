package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.full;
import static thalweg.tensor.Tensors.tensor;
import static thalweg.tensor.Tensors.zeros;

import java.util.function.DoubleFunction;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// Numbers given to operations: whole ones arrive as they are, and what a type cannot hold is refused.
class FittingTest {
  private static final Tensor PLACE = tensor(0L);
  private static final Tensor FIRST = tensor(true, false);

  private static Arguments whole(String op, LongFunction<Tensor> f) {
    return Arguments.of(op, f);
  }

  static Stream<Arguments> wholeNumbers() {
    return Stream.of(
        whole("full", value -> full(DType.INT64, value, 2)),
        whole("fill_", value -> zeros(DType.INT64, 2).fill_(value)),
        whole("masked_fill", value -> zeros(DType.INT64, 2).maskedFill(FIRST, value)),
        whole("masked_fill_", value -> zeros(DType.INT64, 2).maskedFill_(FIRST, value)),
        whole("pad", value -> zeros(DType.INT64, 2).pad(new int[] {1, 0}, value)),
        whole("scatter", value -> zeros(DType.INT64, 2).scatter(0, PLACE.reshape(1), value)),
        whole("index_fill", value -> zeros(DType.INT64, 2).indexFill(0, PLACE.reshape(1), value)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wholeNumbers")
  void wholeNumbersAreExact(String op, LongFunction<Tensor> f) {
    long value = (1L << 53) + 1;
    assertThat(f.apply(value).toLongArray()[0]).isEqualTo(value);
    assertThat(f.apply(Long.MIN_VALUE).toLongArray()[0]).isEqualTo(Long.MIN_VALUE);
  }

  private static Arguments number(String op, DType dtype, DoubleFunction<Tensor> f) {
    return Arguments.of(op, dtype, f);
  }

  static Stream<Arguments> numbers() {
    return Stream.of(DType.INT64, DType.FLOAT32).flatMap(dtype -> Stream.of(
        number("full", dtype, value -> full(dtype, value, 2)),
        number("fill_", dtype, value -> zeros(dtype, 2).fill_(value)),
        number("masked_fill", dtype, value -> zeros(dtype, 2).maskedFill(FIRST, value)),
        number("masked_fill", dtype, value -> zeros(dtype, 2).maskedFill_(FIRST, value)),
        number("pad", dtype, value -> zeros(dtype, 2).pad(new int[] {1, 0}, value)),
        number("scatter", dtype, value -> zeros(dtype, 2).scatter(0, PLACE.reshape(1), value)),
        number("index_fill", dtype, value -> zeros(dtype, 2).indexFill(0, PLACE.reshape(1), value))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("numbers")
  void whatATypeCannotHoldIsRefused(String op, DType dtype, DoubleFunction<Tensor> f) {
    assertThatThrownBy(() -> f.apply(1e40)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(op, "1.0E40", dtype.toString());
    assertThat(f.apply(-7.0).get(0)).isEqualTo(-7.0);
  }

  @Test
  void infinityAndNaNAreFloats() {
    assertThat(full(DType.FLOAT32, Double.NEGATIVE_INFINITY).item()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(full(DType.FLOAT32, Double.NaN).item()).isNaN();
    assertThat(full(DType.FLOAT64, 1e300).item()).isEqualTo(1e300);
    assertThatThrownBy(() -> full(DType.INT64, Double.NaN)).hasMessageContaining("NaN does not fit");
    assertThatThrownBy(() -> tensor(DType.INT64, Double.POSITIVE_INFINITY)).hasMessageContaining("does not fit");
    assertThatThrownBy(() -> tensor(DType.INT64, 1.0, 0x1p63)).hasMessageContaining("does not fit");
    assertThat(tensor(DType.INT64, -0x1p63, 2.7).toLongArray()).containsExactly(Long.MIN_VALUE, 2);
  }
}
