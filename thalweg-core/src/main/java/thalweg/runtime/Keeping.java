package thalweg.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import thalweg.autograd.GradMode;

/// Whether new nodes of this thread keep all their values, for [Graph]. They do not unless asked, so that
/// memory is held no longer than the backward formulas need it.
public final class Keeping {
  /// Open scopes in all threads: while there is none, a node costs one read of this and nothing else.
  private static final AtomicInteger SCOPES = new AtomicInteger();

  private static final ThreadLocal<Boolean> HERE = ThreadLocal.withInitial(() -> false);

  private Keeping() {}

  /// What a node of so many inputs is to save beyond its own needs: a union of [Saved]'s constants.
  public static int saves(int inputs) {
    return SCOPES.get() == 0 || !HERE.get()
        ? Saved.NOTHING
        : Saved.OUT | (1 << Math.min(inputs, 3)) - 1;
  }

  public static GradMode.Scope open() {
    boolean before = HERE.get();
    HERE.set(true);
    SCOPES.incrementAndGet();
    return () -> {
      HERE.set(before);
      SCOPES.decrementAndGet();
    };
  }
}
