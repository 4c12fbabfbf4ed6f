package thalweg.cpu;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// The threads among which a large kernel divides its work.
///
/// Work is cut into more parts than there are threads, and each thread takes the next part when it is done with
/// one. The caller works, too: helpers that come late, because the processor is busy with something else, find
/// nothing left to do, and nobody waits for them.
///
/// Which thread computes a part is left to chance, so a part may depend on nothing but its number: then results
/// are the same for any number of threads.
///
/// Helpers are daemon threads. They start with the first large kernel and end after a second without work.
public final class Threads {
  /// Parts for each thread: enough to even out parts and processors of different speed.
  private static final int PARTS = 4;

  private static final class Lookup {
    private static final Threads CURRENT = new Threads(Settings.read().threads());
  }

  private final int count;
  private Executor helpers;

  public Threads(int count) {
    this.count = count;
  }

  /// The threads of this process: see [Settings].
  public static Threads current() {
    return Lookup.CURRENT;
  }

  /// How many threads work at most, the caller included.
  public int count() {
    return count;
  }

  /// Into how many parts to cut work that consists of `units` steps, of which a part should have at least `least`.
  public int parts(long units, long least) {
    return count == 1 ? 1 : (int) Math.clamp(units / least, 1, (long) count * PARTS);
  }

  /// Runs `part` for 0 to `parts − 1`, in any order, and returns when all are done.
  public void forEach(int parts, IntConsumer part) {
    forEach(parts, () -> part);
  }

  /// The same with a worker for each thread that takes part, which may hold memory of its own.
  public void forEach(int parts, Supplier<IntConsumer> worker) {
    if (parts <= 1 || count == 1) {
      IntConsumer part = worker.get();
      for (int i = 0; i < parts; i++) {
        part.accept(i);
      }
      return;
    }
    Work work = new Work(parts, worker);
    Executor helpers = helpers();
    for (int i = 1; i < Math.min(count, parts); i++) {
      helpers.execute(work);
    }
    work.run();
    work.await();
  }

  /// What is done with the items `from` to `to − 1`.
  public interface Range {
    void visit(int from, int to);
  }

  /// Cuts items into `parts` ranges of nearly one length, and visits each, in any order.
  public void forRanges(int items, int parts, Range range) {
    forEach(parts, part -> range.visit(start(items, part, parts), start(items, part + 1, parts)));
  }

  /// Runs `item` for 0 to `items − 1`, each of `parts` ranges in ascending order.
  public void forItems(int items, int parts, IntConsumer item) {
    forItems(items, parts, () -> item);
  }

  /// The same with a worker for each thread that takes part, which may hold memory of its own.
  public void forItems(int items, int parts, Supplier<IntConsumer> worker) {
    forEach(
        parts,
        () -> {
          IntConsumer item = worker.get();
          return part -> {
            int end = start(items, part + 1, parts);
            for (int i = start(items, part, parts); i < end; i++) {
              item.accept(i);
            }
          };
        });
  }

  /// The first item of a part, where `parts` have nearly one length.
  public static int start(int items, int part, int parts) {
    return (int) ((long) items * part / parts);
  }

  private synchronized Executor helpers() {
    if (helpers == null) {
      var pool =
          new ThreadPoolExecutor(
              count - 1,
              count - 1,
              1,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              Thread.ofPlatform()
                  .daemon()
                  .name("thalweg-kernel-", 1)
                  .inheritInheritableThreadLocals(false)
                  .factory());
      pool.allowCoreThreadTimeOut(true);
      helpers = pool;
    }
    return helpers;
  }

  /// What is left to do, for all who help.
  private static final class Work implements Runnable {
    private final int parts;
    private final Supplier<IntConsumer> worker;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch unfinished;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Work(int parts, Supplier<IntConsumer> worker) {
      this.parts = parts;
      this.worker = worker;
      this.unfinished = new CountDownLatch(parts);
    }

    @Override
    public void run() {
      IntConsumer part = null;
      for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            part = part == null ? worker.get() : part;
            part.accept(i);
          }
        } catch (Throwable e) { // an OutOfMemoryError must reach the caller, too
          failure.compareAndSet(null, e);
        } finally {
          unfinished.countDown();
        }
      }
    }

    /// Waits for the parts that others have begun, even if the thread is interrupted: they write into arrays
    /// that the caller goes on to use.
    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          unfinished.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      switch (failure.get()) {
        case null -> { }
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IllegalStateException(e);
      }
    }
  }
}
