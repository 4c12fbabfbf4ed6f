package thalweg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyPartIsRunOnce(int count) {
    var threads = new Threads(count);
    for (int parts = 0; parts < 50; parts++) {
      var runs = new AtomicIntegerArray(parts);
      threads.forEach(parts, runs::incrementAndGet);
      for (int i = 0; i < parts; i++) {
        assertThat(runs.get(i)).isOne();
      }
    }
  }

  @Test
  void partsMayThemselvesBeDivided() {
    var threads = new Threads(3);
    var runs = new AtomicIntegerArray(36);
    threads.forEach(6, i -> threads.forEach(6, j -> runs.incrementAndGet(6 * i + j)));
    for (int i = 0; i < 36; i++) {
      assertThat(runs.get(i)).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theCallerGetsWhatAPartThrows(int count) {
    assertThatThrownBy(
            () ->
                new Threads(count)
                    .forEach(
                        20,
                        i -> {
                          if (i == 13) {
                            throw new OutOfMemoryError("part 13");
                          }
                        }))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("part 13");
  }

  @Test
  void anInterruptedCallerWaitsAndStaysInterrupted() {
    var runs = new AtomicIntegerArray(10);
    Thread.currentThread().interrupt();
    new Threads(3).forEach(10, runs::incrementAndGet);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(runs.get(9)).isOne();
  }

  @Test
  void workIsCutIntoPartsThatAreWorthwhile() {
    assertThat(new Threads(1).parts(1L << 40, 1)).isEqualTo(1);
    assertThat(new Threads(2).parts(99, 100)).isEqualTo(1);
    assertThat(new Threads(2).parts(300, 100)).isEqualTo(3);
    assertThat(new Threads(2).parts(1L << 40, 100)).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void loopsAndSumsAreTheSameForAnyNumber(int count) {
    var threads = new Threads(count);
    int n = 5 * Shared.LEAST + 7;
    double[] x = new Random(1).doubles(n, -3, 3).toArray();
    Formula.Loop loop = new Formula.Binary((a, b) -> a * b + 1, null, null).loop();
    double[] expected = new double[n];
    double[] out = new double[n];
    loop.run(new Rows(n, 0, 0, 0), expected, x, x);
    Shared.run(threads, Shared.LEAST, loop, new Rows(n, 0, 0, 0), out, x, x);
    assertThat(out).isEqualTo(expected);

    int[] shape = {7, n / 7}; // a matrix, its columns reversed in pairs with a row that is repeated
    int[][] strides = {{n / 7, 1}, {n / 7, 1}, {0, 2}};
    double[] rows = new double[n];
    double[] row = new Random(2).doubles(2L * n / 7 + 2).toArray();
    loop.run(new Rows(shape, strides, new int[] {0, 0, 1}), expected, x, row);
    Shared.run(threads, Shared.LEAST, loop, new Rows(shape, strides, new int[] {0, 0, 1}), rows, x, row);
    assertThat(rows).startsWith(java.util.Arrays.copyOf(expected, n / 7 * 7));

    Sums.Chunk chunk = (from, length) -> new ScalarKernels().sum(x, from, 1, length);
    assertThat(Sums.chunks(threads, n, chunk)).isEqualTo(Sums.sum(x, 0, 1, n));
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
