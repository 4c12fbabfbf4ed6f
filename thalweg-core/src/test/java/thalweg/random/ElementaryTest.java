package thalweg.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementaryTest {

  /// Correctly rounded values, from 50-digit arithmetic.
  @ParameterizedTest
  @CsvSource({
    "1.1102230246251565e-16, -36.7368005696771",
    "0.1, -2.3025850929940455",
    "0.5, -0.6931471805599453",
    "0.7071067811865476, -0.3465735902799726",
    "0.9999999999999999, -1.1102230246251565e-16",
    "1, 0"
  })
  void logarithm(double x, double expected) {
    assertThat(Elementary.log(x)).isEqualTo(expected);
  }

  /// Next to the multiples of π/2 nearly all digits of the argument cancel.
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "0.5, 0.479425538604203, 0.8775825618903728",
    "1.5707963267948966, 1, 6.123233995736766e-17",
    "2.5, 0.5984721441039565, -0.8011436155469337",
    "3.141592653589793, 1.2246467991473532e-16, -1",
    "4.71238898038469, -1, -1.8369701987210297e-16",
    "6.283185307179585, -1.133107779529596e-15, 1"
  })
  void sineAndCosine(double x, double sine, double cosine) {
    assertThat(Elementary.sin(x)).isEqualTo(sine);
    assertThat(Elementary.cos(x)).isEqualTo(cosine);
  }

  @Test
  void neverMoreThanAnUlpFromStrictMath() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 20_000; i++) {
      double u = 1 - random.nextDouble();
      double theta = 2 * Math.PI * random.nextDouble();
      near(Elementary.log(u), StrictMath.log(u));
      near(Elementary.sin(theta), StrictMath.sin(theta));
      near(Elementary.cos(theta), StrictMath.cos(theta));
    }
  }

  private static void near(double x, double expected) {
    assertThat(Math.abs(x - expected)).isLessThanOrEqualTo(Math.ulp(expected));
  }
}
