package thalweg.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.random.Seeds;
import thalweg.random.TorchGenerator;

/// The numbers of the items of one pass, batch by batch: PyTorch's `RandomSampler` or `SequentialSampler`
/// under a `BatchSampler`.
///
/// Each draw happens when PyTorch makes it, since what comes later from the same generator depends on it:
/// the permutation with the first batch, and another one, unused, when the numbers run out.
final class IndexBatches {
  private final int size;
  private final DataLoader.Options options;
  private TorchGenerator generator;
  private int[] order;
  private int next;
  private boolean exhausted;

  IndexBatches(int size, DataLoader.Options options) {
    this.size = size;
    this.options = options;
  }

  /// PyTorch's `random_()` of an `int64`: 63 random bits.
  static long drawSeed(TorchGenerator generator) {
    return generator.random64() & Long.MAX_VALUE;
  }

  /// The next batch, or none after the last.
  Optional<int[]> poll() {
    if (order == null) {
      start();
    }
    int end = Math.min(size, next + options.batchSize());
    int[] batch = Arrays.copyOfRange(order, next, end);
    next = end;
    boolean whole = batch.length == options.batchSize();
    if (!whole) {
      exhaust();
    }
    return whole || (batch.length > 0 && !options.dropLast())
        ? Optional.of(batch)
        : Optional.empty();
  }

  private void start() {
    if (!options.shuffle()) {
      order = IntStream.range(0, size).toArray();
      return;
    }
    generator =
        options.generator().orElseGet(() -> new TorchGenerator(drawSeed(Seeds.torch())));
    order = Arrays.stream(generator.randperm(size)).mapToInt(Math::toIntExact).toArray();
  }

  private void exhaust() {
    if (options.shuffle() && !exhausted) {
      generator.randperm(size);
    }
    exhausted = true;
  }
}
