package thalweg.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.stream.Collectors;

/// A million training steps of W1: whether memory stays flat, and what share of the time is spent collecting.
///
/// @param before  bytes in use after the first tenth, once what is garbage is gone
/// @param after   bytes in use at the end, once what is garbage is gone
/// @param seconds for all steps
/// @param gcShare the part of that spent in garbage collection
record Endurance(long before, long after, double seconds, double gcShare) {
  private static final int STEPS = 1_000_000;

  static Endurance run() {
    var training = new TrainingStep();
    for (int i = 0; i < STEPS / 10; i++) {
      training.layerLossAndOptimizer();
    }
    long before = inUse();
    long collecting = collecting();
    long start = System.nanoTime();
    for (int i = 0; i < STEPS; i++) {
      training.layerLossAndOptimizer();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double share = (collecting() - collecting) / 1e3 / seconds;
    return new Endurance(before, inUse(), seconds, share);
  }

  private static long inUse() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// Milliseconds spent in garbage collection so far.
  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static String collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(GarbageCollectorMXBean::getName)
        .collect(Collectors.joining(", "));
  }

  /// In one sentence.
  String text() {
    return String.format(
        Locale.ROOT,
        "A million steps of W1 took %.1f s, %.2f %% of it in garbage collection (%s); in use before %.2f MB, after %.2f MB.",
        seconds, 100 * gcShare, collectors(), before / 1e6, after / 1e6);
  }
}
