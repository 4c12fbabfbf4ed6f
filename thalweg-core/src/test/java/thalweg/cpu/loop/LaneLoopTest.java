package thalweg.cpu.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.cpu.math.Elementary;

/// The lanes give the scalar's bits, at every position, whatever the length.
class LaneLoopTest {
  private static final double[] SPECIAL = {
    0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE,
    -Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1, -1, 0.5, -0.5, 1e-17, -1e-310, 710.4, -745.1,
    0x1p30, 1e22, Math.PI / 2, 0.75, 6, 27.3, -2,
  };

  @ParameterizedTest
  @EnumSource
  void lanesOfDoubles(Elementary function) {
    SplittableRandom random = new SplittableRandom(5);
    LaneLoop loop = LaneLoopTemplate.of(function.lanes);
    for (int n = 0; n <= 70; n++) {
      int xo = random.nextInt(5);
      int oo = random.nextInt(5);
      double[] x = random.doubles(n + xo + 3).map(u -> argument(function, random)).toArray();
      double[] expected = new double[n + oo + 3];
      double[] out = new double[n + oo + 3];
      for (int i = 0; i < n; i++) {
        expected[oo + i] = function.scalar.applyAsDouble(x[xo + i]);
      }
      loop.apply(x, xo, out, oo, n);
      assertThat(bits(out)).as("%s of %s", function, Arrays.toString(x)).isEqualTo(bits(expected));
    }
  }

  @ParameterizedTest
  @EnumSource
  void lanesOfFloats(Elementary function) {
    SplittableRandom random = new SplittableRandom(6);
    LaneLoop loop = LaneLoopTemplate.of(function.lanes);
    for (int n = 0; n <= 70; n++) {
      int xo = random.nextInt(5);
      int oo = random.nextInt(5);
      float[] x = new float[n + xo + 3];
      float[] expected = new float[n + oo + 3];
      float[] out = new float[n + oo + 3];
      for (int i = 0; i < n; i++) {
        x[xo + i] = (float) argument(function, random);
        expected[oo + i] = (float) function.scalar.applyAsDouble(x[xo + i]);
      }
      loop.apply(x, xo, out, oo, n);
      assertThat(out).as("%s of %s", function, Arrays.toString(x)).isEqualTo(expected);
    }
  }

  private static double argument(Elementary function, SplittableRandom random) {
    int kind = random.nextInt(12);
    return kind < 6 ? function.argument(random, kind)
        : kind < 8 ? Double.longBitsToDouble(random.nextLong())
        : kind < 9 ? SPECIAL[random.nextInt(SPECIAL.length)]
        : random.nextDouble(-8, 8);
  }

  /// The bits, with one pattern for every NaN.
  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
  }
}
