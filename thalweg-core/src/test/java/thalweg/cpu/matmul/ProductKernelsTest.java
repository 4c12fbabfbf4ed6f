package thalweg.cpu.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both forms give the same bits, at every length and offset.
class ProductKernelsTest {
  private final ProductKernels scalar = new ScalarProductKernels();
  private final ProductKernels vector = new VectorProductKernels();

  static IntStream lengths() {
    return IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(1000, 4099, 8191));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void rowStepsAreEqualToTheBit(int n) {
    var random = new Random(-n);
    double[] b = random.doubles(n + 3L, -10, 10).toArray();
    double[] start = random.doubles(n + 3L, -10, 10).toArray();
    double[] one = start.clone();
    double[] other = start.clone();
    scalar.multiplyAdd(1.7, b, 1, one, 2, n);
    vector.multiplyAdd(1.7, b, 1, other, 2, n);
    assertThat(other).isEqualTo(one);
    float[] oneF = floats(start);
    float[] otherF = floats(start);
    scalar.multiplyAdd(1.7f, floats(b), 1, oneF, 2, n);
    vector.multiplyAdd(1.7f, floats(b), 1, otherF, 2, n);
    assertThat(otherF).isEqualTo(oneF);
  }

  private static float[] floats(double[] x) {
    float[] narrow = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      narrow[i] = (float) x[i];
    }
    return narrow;
  }
}
