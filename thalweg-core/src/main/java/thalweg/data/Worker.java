package thalweg.data;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import thalweg.random.Seeds;
import thalweg.random.Streams;

/// One worker of a pass: does what it is given one after the other, in threads beside the caller's, with
/// default generators of its own.
///
/// Its tasks are a chain, each in a virtual thread that ends with it. So a pass that is left early leaves
/// nothing behind that would have to be closed.
final class Worker {
  private final int number;
  private final Streams streams;
  private final IntConsumer init;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  private boolean initialized;

  Worker(int number, long baseSeed, IntConsumer init) {
    this.number = number;
    this.streams = Streams.ofWorker(baseSeed, number);
    this.init = init;
  }

  /// Does `task` after what was given before, even if that failed.
  <B> CompletableFuture<B> submit(Supplier<B> task) {
    CompletableFuture<B> result =
        last.handle((_, _) -> null)
            .thenApplyAsync(_ -> Seeds.with(streams, () -> initialized(task)), this::start);
    last = result;
    return result;
  }

  private <B> B initialized(Supplier<B> task) {
    if (!initialized) {
      try {
        init.accept(number);
      } catch (RuntimeException e) {
        throw new DataLoaderException("workerInit(%d)".formatted(number), e);
      }
      initialized = true;
    }
    return task.get();
  }

  private void start(Runnable task) {
    Thread.ofVirtual().name("DataLoader worker " + number).start(task);
  }
}
