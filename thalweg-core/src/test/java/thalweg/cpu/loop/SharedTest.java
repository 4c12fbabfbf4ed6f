package thalweg.cpu.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.cpu.Threads;

/// Divided among threads a loop writes what it writes alone.
class SharedTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void loopsAreTheSameForAnyNumber(int count) {
    var threads = new Threads(count);
    int n = 5 * Shared.LEAST + 7;
    double[] x = new Random(1).doubles(n, -3, 3).toArray();
    Formula.Loop loop = new Formula.Binary((a, b) -> a * b + 1, null, null).loop("ab + 1");
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
    assertThat(rows).startsWith(Arrays.copyOf(expected, n / 7 * 7));
  }
}
