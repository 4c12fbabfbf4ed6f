package thalweg.data;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import thalweg.random.Seeds;
import thalweg.random.TorchGenerator;

/// The items of a [Dataset] in batches, once for each `for` loop over it: PyTorch's `DataLoader`.
///
/// A batch is made of its items by stacking: tensors of shape `(*)` become one of `(batch, *)`, lists of tensors
/// a list of such. The same seed gives the same order as in PyTorch, and with any number of workers.
///
/// ```java
/// manualSeed(2021);
/// var data = new TensorDataset(arange(10));
/// var loader = new DataLoader<>(data, DataLoader.batchSize(4).shuffle(true));
/// for (var batch : loader) {
///   IO.print(batch);
/// }
/// IO.println();  // [tensor([6, 5, 1, 7])][tensor([4, 3, 0, 9])][tensor([2, 8])]
/// ```
///
/// With workers, worker `k` of `w` makes the batches `k`, `k + w`, `k + 2w`, … one after the other, up to two
/// ahead of the loop, and the loop gets all batches in their order whichever is done first. Workers are
/// threads; each has default generators ([Seeds]) of its own for the pass, seeded by a number drawn from the
/// loader's generator and its own. So what is random in an item depends on the seed and the number of
/// workers, but not on timing.
///
/// @param <B> a batch
public final class DataLoader<B> implements Iterable<B> {
  /// How many batches a worker may be ahead: PyTorch's `prefetch_factor`.
  private static final int AHEAD = 2;

  /// What can be chosen; all have a default.
  ///
  /// @param batchSize  items in a batch, 1 by default; the last one may have fewer
  /// @param shuffle    whether each pass has another random order; false by default
  /// @param dropLast   whether a last batch of fewer items is left out; false by default
  /// @param generator  what the order and the workers' seeds are drawn from; by default the workers' seeds
  ///     come from [Seeds#torch()], and the order from a generator of its own that is seeded by it
  /// @param workers    how many threads make the batches; 0, the default, makes them in the caller's
  /// @param workerInit is told its number by each worker, in it, before its first batch, for instance
  ///     [Seeds#seedWorker]; does nothing by default
  public record Options(
      int batchSize,
      boolean shuffle,
      boolean dropLast,
      Optional<TorchGenerator> generator,
      int workers,
      IntConsumer workerInit) {
    public Options {
      if (batchSize < 1) {
        throw new IllegalArgumentException(
            "DataLoader: batchSize %d; give 1 or more".formatted(batchSize));
      }
      if (workers < 0) {
        throw new IllegalArgumentException(
            "DataLoader: %d workers; give 0 to make batches in the caller's thread, or more"
                .formatted(workers));
      }
    }

    /// With batches of this size.
    public Options batchSize(int batchSize) {
      return new Options(batchSize, shuffle, dropLast, generator, workers, workerInit);
    }

    /// In random order.
    public Options shuffle(boolean shuffle) {
      return new Options(batchSize, shuffle, dropLast, generator, workers, workerInit);
    }

    /// Without a last batch of fewer items.
    public Options dropLast(boolean dropLast) {
      return new Options(batchSize, shuffle, dropLast, generator, workers, workerInit);
    }

    /// With the order and the workers' seeds from this generator.
    public Options generator(TorchGenerator generator) {
      return new Options(
          batchSize, shuffle, dropLast, Optional.of(generator), workers, workerInit);
    }

    /// With this many workers.
    public Options workers(int workers) {
      return new Options(batchSize, shuffle, dropLast, generator, workers, workerInit);
    }

    /// With workers that start with this.
    public Options workerInit(IntConsumer workerInit) {
      return new Options(batchSize, shuffle, dropLast, generator, workers, workerInit);
    }
  }

  private final int items;
  private final Options options;
  private final Function<int[], B> fetch;

  /// Batches of one item, in order.
  public DataLoader(Dataset<B> dataset) {
    this(dataset, options());
  }

  /// Batches by stacking; items are tensors or lists of tensors.
  ///
  /// @throws IllegalArgumentException for a shuffled dataset without items
  public DataLoader(Dataset<B> dataset, Options options) {
    this(dataset, options, Collation::stack);
  }

  /// Batches as `collate` makes them of their items.
  ///
  /// @throws IllegalArgumentException for a shuffled dataset without items
  public <T> DataLoader(Dataset<T> dataset, Options options, Function<List<T>, B> collate) {
    this.items = dataset.size();
    this.options = options;
    this.fetch = indices -> fetch(dataset, collate, indices);
    if (options.shuffle && items == 0) {
      throw new IllegalArgumentException(
          "DataLoader: there is nothing to shuffle, the dataset has no items");
    }
  }

  /// The defaults.
  public static Options options() {
    return new Options(1, false, false, Optional.empty(), 0, _ -> {});
  }

  /// The defaults, but with batches of this size.
  public static Options batchSize(int batchSize) {
    return options().batchSize(batchSize);
  }

  /// How many batches a pass has: PyTorch's `len(loader)`.
  public int size() {
    return options.dropLast
        ? items / options.batchSize
        : Math.ceilDivExact(items, options.batchSize);
  }

  /// Starts a pass. Draws the workers' base seed, as PyTorch does even if there are none.
  ///
  /// Its `next` throws a [DataLoaderException] that names the item if the dataset fails, and goes on with the
  /// batch after that if it is called again.
  @Override
  public Iterator<B> iterator() {
    TorchGenerator generator = options.generator.orElseGet(Seeds::torch);
    long baseSeed = IndexBatches.drawSeed(generator);
    var indices = new IndexBatches(items, options);
    return options.workers == 0
        ? new Here(indices)
        : new Beside(
            indices,
            IntStream.range(0, options.workers)
                .mapToObj(number -> new Worker(number, baseSeed, options.workerInit))
                .toList());
  }

  private static <T, B> B fetch(
      Dataset<T> dataset, Function<List<T>, B> collate, int[] indices) {
    List<T> batch = Arrays.stream(indices).mapToObj(index -> item(dataset, index)).toList();
    try {
      return collate.apply(batch);
    } catch (RuntimeException e) {
      throw new DataLoaderException("batch of items " + Arrays.toString(indices), e);
    }
  }

  private static <T> T item(Dataset<T> dataset, int index) {
    try {
      return dataset.get(index);
    } catch (RuntimeException e) {
      throw new DataLoaderException("item " + index, e);
    }
  }

  /// A pass without workers.
  private final class Here implements Iterator<B> {
    private final IndexBatches indices;
    private Optional<int[]> next;

    Here(IndexBatches indices) {
      this.indices = indices;
    }

    @Override
    public boolean hasNext() {
      if (next == null) {
        next = indices.poll();
      }
      return next.isPresent();
    }

    @Override
    public B next() {
      if (!hasNext()) {
        throw new NoSuchElementException("DataLoader: the pass has no more batches");
      }
      int[] batch = next.orElseThrow();
      next = null;
      return fetch.apply(batch);
    }
  }

  /// A pass with workers. Indices are drawn in the caller's thread, those of a batch when the batch that is
  /// `AHEAD` before it is taken, as PyTorch draws them.
  private final class Beside implements Iterator<B> {
    private final IndexBatches indices;
    private final List<Worker> workers;
    private final Queue<CompletableFuture<B>> batches = new ArrayDeque<>();
    private int sent;

    Beside(IndexBatches indices, List<Worker> workers) {
      this.indices = indices;
      this.workers = workers;
      for (int i = 0; i < AHEAD * workers.size(); i++) {
        send();
      }
    }

    private void send() {
      indices
          .poll()
          .ifPresent(
              batch ->
                  batches.add(
                      workers.get(sent++ % workers.size()).submit(() -> fetch.apply(batch))));
    }

    @Override
    public boolean hasNext() {
      return !batches.isEmpty();
    }

    @Override
    public B next() {
      if (batches.isEmpty()) {
        throw new NoSuchElementException("DataLoader: the pass has no more batches");
      }
      CompletableFuture<B> batch = batches.remove();
      try {
        return batch.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      } finally {
        send();
      }
    }
  }
}
