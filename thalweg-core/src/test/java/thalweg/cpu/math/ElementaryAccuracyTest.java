package thalweg.cpu.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.tensor.DType;
import thalweg.tensor.Tensors;

/// 3 ulp for double, 2 for float, 4 for `pow`, against series in BigDecimal and against StrictMath.
class ElementaryAccuracyTest {
  private static final double BOUND = 3;

  /// StrictMath itself may be off: by 2.5 ulp in the hyperbolic functions, and so may our formulas on it.
  private static final double STRICT_BOUND = BOUND + 2.5;

  @ParameterizedTest
  @EnumSource
  void isWithinThreeUlpsOfTheExactValue(Elementary function) {
    SplittableRandom random = new SplittableRandom(43052);
    double worst = 0;
    double at = 0;
    int points = function == Elementary.ERF || function == Elementary.ERFC ? 600 : 3000;
    for (int i = 0; i < points; i++) {
      double x = function.argument(random, i);
      double error = Exact.ulps(function.scalar.applyAsDouble(x), function.exact.apply(new BigDecimal(x)));
      if (error > worst) {
        worst = error;
        at = x;
      }
    }
    assertThat(worst).as("%s, worst at %s", function, at).isLessThan(BOUND);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"ERF", "ERFC"})
  void agreesWithStrictMath(Elementary function) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      double x = function.argument(random, i);
      double strict = function.strict.applyAsDouble(x);
      double value = function.scalar.applyAsDouble(x);
      if (Math.abs(value - strict) > STRICT_BOUND * Math.ulp(strict)) {
        assertThat(value).as("%s(%s)", function, x).isEqualTo(strict);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"ERF", "ERFC"})
  void isWithinTwoUlpsInFloat(Elementary function) {
    for (long bits = 0; bits < 1L << 32; bits += 4001) {
      float x = Float.intBitsToFloat((int) bits);
      double strict = function.strict.applyAsDouble(x);
      float value = (float) function.scalar.applyAsDouble(x);
      boolean same = Float.compare(value, (float) strict) == 0;
      if (!same && !(Math.abs(value - strict) <= 2 * Math.ulp((float) strict))) {
        assertThat(value).as("%s(%s)", function, x).isEqualTo((float) strict);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ERF", "ERFC"})
  void errorFunctionsAreWithinTwoUlpsInFloat(Elementary function) {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      float x = (float) function.argument(random, i);
      double value = (float) function.scalar.applyAsDouble(x);
      double exact = function.exact.apply(new BigDecimal(x)).doubleValue();
      assertThat(Math.abs(value - exact)).as("%s(%s)", function, x).isLessThanOrEqualTo(2 * Math.ulp((float) exact));
    }
  }

  /// Through the operation, which has shortcuts for the exponents that formulas are full of.
  @ParameterizedTest
  @ValueSource(doubles = {-2, -1, -0.5, 0.5, 1, 2, 3, 2.5, -3, 7})
  void powersOfTensorsAreWithinFourUlps(double exponent) {
    SplittableRandom random = new SplittableRandom(8);
    double[] x =
        random.doubles(500, -1, 1).map(u -> StrictMath.scalb(1.5 + u / 2, random.nextInt(-70, 70))).toArray();
    double[] powers = Tensors.tensor(DType.FLOAT64, x).pow(exponent).toDoubleArray();
    float[] singles = Tensors.tensor(DType.FLOAT32, x).pow(exponent).to(DType.FLOAT32).toFloatArray();
    for (int i = 0; i < x.length; i++) {
      BigDecimal exact = Exact.pow(new BigDecimal(x[i]), new BigDecimal(exponent));
      assertThat(Exact.ulps(powers[i], exact)).as("pow(%s, %s)", x[i], exponent).isLessThan(4);
      double narrow = Exact.pow(new BigDecimal((float) x[i]), new BigDecimal(exponent)).doubleValue();
      if (Math.abs(narrow) <= Float.MAX_VALUE) {
        assertThat(Math.abs(singles[i] - narrow))
            .as("pow(%sf, %s)", x[i], exponent)
            .isLessThanOrEqualTo(4 * Math.ulp((float) narrow));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIN", "COS", "TAN"})
  void anglesOfAnySizeAreReduced(Elementary function) {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1000; i++) {
      double x = StrictMath.scalb(random.nextDouble(1, 2), random.nextInt(16, 1024));
      double angle = i % 2 == 0 ? x : -x;
      double error = Exact.ulps(
          function.scalar.applyAsDouble(angle), function.exact.apply(new BigDecimal(angle)));
      assertThat(error).as("%s(%s)", function, angle).isLessThan(BOUND);
    }
  }

  @Test
  void powIsWithinFourUlps() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 6000; i++) {
      double x = switch (i % 3) {
        case 0 -> Math.abs(Elementary.LOG.argument(random, 0));
        case 1 -> 1 + random.nextDouble(-0.5, 0.5) * StrictMath.scalb(1.0, -random.nextInt(50));
        default -> random.nextInt(1, 100);
      };
      double most = x == 1 ? 10 : Math.min(1e18, 709 / Math.abs(StrictMath.log(x)));
      double y = i % 2 == 0 ? random.nextDouble(-most, most) : Math.rint(random.nextDouble(-most, most));
      double error =
          Exact.ulps(Powers.pow(x, y), Exact.pow(new BigDecimal(x), new BigDecimal(y)));
      assertThat(error).as("pow(%s, %s)", x, y).isLessThan(4);
    }
  }

  @Test
  void atan2IsWithinThreeUlps() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 100_000; i++) {
      double y = random.nextDouble(-1, 1) * StrictMath.scalb(1.0, random.nextInt(-30, 30));
      double x = random.nextDouble(-1, 1) * StrictMath.scalb(1.0, random.nextInt(-30, 30));
      double strict = StrictMath.atan2(y, x);
      assertThat(Math.abs(InverseTrigonometry.atan2(y, x) - strict) / Math.ulp(strict))
          .as("atan2(%s, %s)", y, x)
          .isLessThan(BOUND);
    }
  }
}
