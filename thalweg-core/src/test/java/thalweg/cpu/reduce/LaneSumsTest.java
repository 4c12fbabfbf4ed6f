package thalweg.cpu.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both forms give the same bits, at every length and offset.
class LaneSumsTest {
  private final LaneSums scalar = new ScalarLaneSums();
  private final LaneSums vector = new VectorLaneSums();

  static IntStream lengths() {
    return IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(1000, 4099, 8191, LaneSums.CHUNK));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void sumsAndDotProductsAreEqualToTheBit(int n) {
    var random = new Random(n);
    int offset = random.nextInt(5);
    double[] x = random.doubles(n * 3 + 8L, -1e3, 1e3).toArray();
    double[] y = random.doubles(n * 3 + 8L, -1e3, 1e3).toArray();
    float[] xf = floats(x);
    float[] yf = floats(y);
    for (int step = 1; step <= 3; step++) {
      assertSame(vector.sum(x, offset, step, n), scalar.sum(x, offset, step, n));
      assertSame(vector.sum(xf, offset, step, n), scalar.sum(xf, offset, step, n));
      assertSame(
          vector.dot(x, offset, step, y, 1, 1, n), scalar.dot(x, offset, step, y, 1, 1, n));
      assertSame(
          vector.dot(xf, offset, step, yf, 1, 1, n), scalar.dot(xf, offset, step, yf, 1, 1, n));
    }
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void aSumIsThatOfSixteenLanesCombinedInPairs(int n) {
    double[] x = new Random(n).doubles(n, -1, 1).toArray();
    double[] lanes = new double[LaneSums.LANES];
    for (int i = 0; i < n; i++) {
      lanes[i % LaneSums.LANES] += x[i];
    }
    while (lanes.length > 1) {
      int half = lanes.length / 2;
      double[] from = lanes;
      lanes = IntStream.range(0, half).mapToDouble(l -> from[l] + from[l + half]).toArray();
    }
    assertSame(Sums.sum(x, 0, 1, n), lanes[0]);
  }

  private static void assertSame(double actual, double expected) {
    assertThat(Double.doubleToRawLongBits(actual)).isEqualTo(Double.doubleToRawLongBits(expected));
  }

  private static float[] floats(double[] x) {
    float[] narrow = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      narrow[i] = (float) x[i];
    }
    return narrow;
  }
}
