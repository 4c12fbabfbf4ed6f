package thalweg.cpu.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Orders against those of the JDK's stable sort of boxed numbers.
class SortingTest {
  private static final double[] SPECIAL = {
    Double.NaN, 0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -1, 1
  };

  private final Random random = new Random(7);

  private static long[] expected(double[] row, int kept, boolean descending) {
    Comparator<Integer> ascending = (i, j) -> row[i] == row[j] ? 0 : Double.compare(row[i], row[j]);
    return IntStream.range(0, row.length)
        .boxed()
        .sorted(descending ? ascending.reversed() : ascending)
        .mapToLong(Integer::longValue)
        .limit(kept)
        .toArray();
  }

  private double value() {
    return switch (random.nextInt(3)) {
      case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
      case 1 -> random.nextInt(5) - 2;
      default -> random.nextGaussian();
    };
  }

  private void check(Object rows, double[] values, int n) {
    for (boolean descending : new boolean[] {false, true}) {
      for (int kept : new int[] {n, n / 2}) {
        long[] positions = Sorting.order(rows, n, kept, descending);
        for (int row = 0; row < values.length / n; row++) {
          assertArrayEquals(
              expected(Arrays.copyOfRange(values, row * n, row * n + n), kept, descending),
              Arrays.copyOfRange(positions, row * kept, row * kept + kept));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40, 41, 300, 5000})
  void equalElementsKeepTheirOrderAndNaNIsLargest(int n) {
    double[] values = IntStream.range(0, 3 * n).mapToDouble(i -> value()).toArray();
    check(values, values, n);
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
      values[i] = floats[i];
    }
    check(floats, values, n);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 41, 5000})
  void integersAndTruthValues(int n) {
    long[] longs = random.longs(3L * n, -n, n).map(v -> v % 3 == 0 ? v << 40 : v).toArray();
    check(longs, Arrays.stream(longs).asDoubleStream().toArray(), n);
    boolean[] truths = new boolean[3 * n];
    double[] values = new double[truths.length];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = random.nextBoolean();
      values[i] = truths[i] ? 1 : 0;
    }
    check(truths, values, n);
  }
}
