package thalweg.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  /// Of all sizes, and among them many that lie in the middle of two decimals, or a bit beside.
  private static DoubleStream values() {
    var random = new Random(1);
    DoubleStream sizes = DoubleStream.generate(
            () -> random.nextGaussian() * Math.pow(10, random.nextInt(-30, 30)))
        .limit(50_000);
    DoubleStream middles = DoubleStream.generate(() -> {
          double middle = (random.nextInt(2_000_000) - 1_000_000 + 0.5) / Math.pow(10, random.nextInt(7));
          return switch (random.nextInt(3)) {
            case 0 -> middle;
            case 1 -> Math.nextUp(middle);
            default -> Math.nextDown(middle);
          };
        })
        .limit(50_000);
    DoubleStream edges = DoubleStream.of(
        0.125, 0.375, 2.5, 0.5, 1.5, 1e22, 9.99999, 99999.5, 1e-5, 5e-324, 1e-320, Double.MAX_VALUE, 1L << 52, 1e15 + 0.5);
    return DoubleStream.concat(edges, DoubleStream.concat(sizes, middles)).flatMap(x -> DoubleStream.of(x, -x));
  }

  @Test
  void fixedRoundsTheExactBinaryValue() {
    for (int digits : new int[] {0, 1, 2, 4, 10, 25}) {
      values().forEach(x -> {
        String exact = new BigDecimal(x).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        assertThat(Numbers.fixed(x, digits)).isEqualTo(x < 0 && !exact.startsWith("-") ? "-" + exact : exact);
      });
    }
  }

  @Test
  void significantRoundsTheExactBinaryValue() {
    for (int digits : new int[] {1, 4, 6, 17}) {
      values().forEach(x -> assertThat(new BigDecimal(Numbers.significant(x, digits)))
          .isEqualByComparingTo(new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN))));
    }
  }

  @Test
  void scientificRoundsTheExactBinaryValue() {
    values().forEach(x -> assertThat(new BigDecimal(Numbers.scientific(x, 4)))
        .isEqualByComparingTo(new BigDecimal(x).round(new MathContext(5, RoundingMode.HALF_EVEN))));
  }

  /// What CPython prints for `f"{x:.2f}"`, `f"{x:.3g}"`, `f"{x:.3e}"`.
  @ParameterizedTest
  @CsvSource({
    "0.125, 0.12, 0.125, 1.250e-01",
    "2.675, 2.67, 2.67, 2.675e+00",
    "-0.001, -0.00, -0.001, -1.000e-03",
    "999.995, 1000.00, 1e+03, 1.000e+03",
    "1234567.5, 1234567.50, 1.23e+06, 1.235e+06",
    "0.00012345, 0.00, 0.000123, 1.234e-04",
    "0.000012345, 0.00, 1.23e-05, 1.234e-05"
  })
  void writesAsPython(double x, String fixed, String significant, String scientific) {
    assertThat(Stream.of(Numbers.fixed(x, 2), Numbers.significant(x, 3), Numbers.scientific(x, 3)))
        .containsExactly(fixed, significant, scientific);
  }
}
