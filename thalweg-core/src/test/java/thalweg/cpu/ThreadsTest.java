package thalweg.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
