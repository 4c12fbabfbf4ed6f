package thalweg.cpu.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.cpu.Threads;
import thalweg.cpu.loop.Rows;

/// Divided among threads sums have the bits that they have alone.
class RunsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void sumsAreTheSameForAnyNumber(int count) {
    int n = (5 << 18) + 7;
    double[] x = new Random(1).doubles(n, -3, 3).toArray();
    Sums.Chunk chunk = (from, length) -> LaneSums.current().sum(x, from, 1, length);
    assertThat(Sums.chunks(new Threads(count), n, chunk)).isEqualTo(Sums.sum(x, 0, 1, n));
  }

  /// Down the columns of a matrix, along its rows, and along rows too short for lanes.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void runsAreTheSameForAnyNumber(int count) {
    float[] x = new float[2000 * 1500];
    var random = new Random(3);
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat() - 0.5f;
    }
    for (int[] lies : new int[][] {{1500, 2000, 1, 1500}, {2000, 1500, 1500, 1}, {300_000, 10, 10, 1}}) {
      int results = lies[0];
      float[] out = new float[results];
      var starts = new Rows(new int[] {results}, new int[][] {{lies[2]}}, new int[] {0});
      new Runs(x, starts, lies[3], lies[1]).fold(new Threads(count), new RunSum(false), out);
      for (int i = 0; i < results; i++) {
        assertThat(out[i]).isEqualTo((float) Sums.sum(x, i * lies[2], lies[3], lies[1]));
      }
    }
  }
}
