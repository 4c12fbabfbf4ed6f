package thalweg.cpu.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.cpu.math.Powers;

/// Powers in lanes have the bits of [Powers], whatever the numbers.
class PowerRowsTest {
  private static final int COUNT = 5003; // no multiple of a stretch or a vector
  private static final double[] SPECIAL = {
    0.0, -0.0, 1, -1, 2, 0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE,
    -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Math.nextUp(1), Math.nextDown(1), 3, -3, 1e-300, 700, -745,
  };

  private static double[] numbers(long seed) {
    Random random = new Random(seed);
    double[] x = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] =
          switch (i % 4) {
            case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 1 -> Double.longBitsToDouble(random.nextLong());
            case 2 -> Math.exp(random.nextGaussian());
            default -> 10 * random.nextGaussian();
          };
    }
    return x;
  }

  private static Rows rows(int from, int exponentStep) {
    return new Rows(COUNT - from, new int[] {1, 1, exponentStep}, new int[] {from, from, exponentStep * from});
  }

  private static void holds(double[] x, double[] y, int from, int step) {
    Rows rows = rows(from, step);
    double[] out = new double[COUNT];
    float[] narrow = new float[COUNT];
    assertThat(PowerRows.takes(rows, x, y)).isTrue();
    new PowerRows().run(rows, out, x, y);
    float[] a = new float[COUNT];
    float[] b = new float[y.length];
    for (int i = 0; i < COUNT; i++) a[i] = (float) x[i];
    for (int i = 0; i < y.length; i++) b[i] = (float) y[i];
    new PowerRows().run(rows(from, step), narrow, a, b);
    for (int i = from; i < COUNT; i++) {
      int j = step * i;
      assertThat(Double.doubleToLongBits(out[i]))
          .as("%s to the power %s", x[i], y[j])
          .isEqualTo(Double.doubleToLongBits(Powers.pow(x[i], y[j])));
      assertThat(Float.floatToIntBits(narrow[i]))
          .as("%sf to the power %sf", a[i], b[j])
          .isEqualTo(Float.floatToIntBits((float) Powers.pow(a[i], b[j])));
    }
  }

  @Test
  void pairsHaveTheBitsOfTheFormula() {
    holds(numbers(1), numbers(2), 0, 1);
    holds(numbers(3), numbers(4), 7, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.7, -0.3, 7, -11, 1e-9, 1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY})
  void oneExponentHasTheBitsOfTheFormula(double exponent) {
    holds(numbers(5), new double[] {exponent}, 3, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 3, 1, -1, -2, 0.5, -0.5})
  void exponentsThatAreComputedPlainlyAreLeftToTheFormula(double exponent) {
    assertThat(PowerRows.takes(rows(0, 0), new double[COUNT], new double[] {exponent})).isFalse();
    assertThat(PowerRows.takes(rows(0, 0), new float[COUNT], new float[] {(float) exponent})).isFalse();
  }
}
