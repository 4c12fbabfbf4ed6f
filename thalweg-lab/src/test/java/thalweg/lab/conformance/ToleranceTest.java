package thalweg.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import thalweg.tensor.DType;

class ToleranceTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void theFormatsToleranceDependsOnTheType() {
    Tolerance t = Tolerance.DEFAULT;
    assertThat(t.accepts(0, 0.99e-5, DType.FLOAT32)).isTrue();
    assertThat(t.accepts(0, 1.01e-5, DType.FLOAT32)).isFalse();
    assertThat(t.accepts(0, 0.99e-7, DType.FLOAT64)).isTrue();
    assertThat(t.accepts(0, 1.01e-7, DType.FLOAT64)).isFalse();
    assertThat(t.accepts(1000, 1000.0013, DType.FLOAT32)).isTrue();
    assertThat(t.accepts(1000, 1000.0014, DType.FLOAT32)).isFalse();
  }

  @Test
  void whatIsNotFiniteEqualsOnlyItself() {
    Tolerance t = new Tolerance.Relative(1, 1);
    assertThat(t.accepts(Double.NaN, Double.NaN, DType.FLOAT32)).isTrue();
    assertThat(t.accepts(INF, INF, DType.FLOAT32)).isTrue();
    assertThat(t.accepts(INF, -INF, DType.FLOAT32)).isFalse();
    assertThat(t.accepts(INF, 1, DType.FLOAT32)).isFalse();
    assertThat(t.accepts(1, Double.NaN, DType.FLOAT32)).isFalse();
    assertThat(t.accepts(Double.NaN, 1, DType.FLOAT32)).isFalse();
  }

  @Test
  void unitsInTheLastPlaceAreThoseOfTheType() {
    float four = 1 + 4 * Math.ulp(1f);
    float five = 1 + 5 * Math.ulp(1f);
    assertThat(new Tolerance.Ulps(4).accepts(1, four, DType.FLOAT32)).isTrue();
    assertThat(new Tolerance.Ulps(4).accepts(1, five, DType.FLOAT32)).isFalse();
    assertThat(new Tolerance.Ulps(4).accepts(1, four, DType.FLOAT64)).isFalse();
    assertThat(new Tolerance.Ulps(0).accepts(0.0, -0.0, DType.FLOAT64)).isFalse();
  }
}
