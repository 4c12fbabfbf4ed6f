package thalweg.cpu.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.cpu.loop.Copy;

/// Runs reduced side by side, against each run by itself.
class ColumnsTest {
  private static final int COUNT = 5;

  private final Random random = new Random(3);

  private double value(boolean special) {
    return switch (special ? random.nextInt(20) : 1) {
      case 0 -> Double.NaN;
      case 1 -> random.nextGaussian();
      default -> random.nextInt(5) - 2;
    };
  }

  private Object array(boolean floats, int size, boolean special) {
    double[] values = IntStream.range(0, size).mapToDouble(i -> value(special)).toArray();
    if (!floats) {
      return values;
    }
    float[] narrow = new float[size];
    for (int i = 0; i < size; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  /// Runs down the columns of a matrix, and along its rows.
  private static Columns[] both(Object array, int n) {
    return new Columns[] {
      new Columns(array, 1, COUNT + 2, n, 1, COUNT), new Columns(array, 1, 1, n, n + 2, COUNT)
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 15, 16, 17, 100, 8192, 8193, 40000})
  void sumsAndDotsHaveTheBitsOfSingleRuns(int n) {
    for (boolean floats : new boolean[] {true, false}) {
      Object array = array(floats, (n + 2) * (COUNT + 2), false);
      Object vector = array(floats, 2 * n, false);
      for (Columns columns : both(array, n)) {
        double[] sums = columns.sums();
        double[] dots = columns.dots(vector, 0, 2);
        for (int c = 0; c < COUNT; c++) {
          int at = columns.at() + c * columns.next();
          assertThat(sums[c]).isEqualTo(Sums.sum(array, at, columns.step(), n));
          assertThat(dots[c]).isEqualTo(Sums.dot(array, at, columns.step(), vector, 0, 2, n));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 60})
  void theFirstBestOrTheFirstNaNIsFound(int n) {
    for (int round = 0; round < 50; round++) {
      Object array = array(round % 2 == 0, (n + 2) * (COUNT + 2), true);
      for (int sign : new int[] {1, -1}) {
        for (Columns columns : both(array, n)) {
          int[] best = columns.best(sign);
          long[] single = new long[COUNT];
          for (int c = 0; c < COUNT; c++) {
            int at = columns.at() + c * columns.next();
            Runs.Run run = sign > 0 ? Extremes.ARGMAX : Extremes.ARGMIN;
            run.fold(array, at, columns.step(), n, single, c);
            int offset = naiveBest(array, at, columns.step(), n, sign);
            assertThat(best[c]).isEqualTo(offset);
            assertThat(single[c]).isEqualTo(offset);
          }
        }
      }
    }
  }

  private static int naiveBest(Object array, int at, int step, int n, int sign) {
    int best = 0;
    for (int i = 0; i < n; i++) {
      double x = Copy.real(array, at + i * step);
      if (Double.isNaN(x)) {
        return i;
      }
      if (sign * x > sign * Copy.real(array, at + best * step)) {
        best = i;
      }
    }
    return best;
  }
}
