package thalweg.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import thalweg.tensor.Tensor;

/// What one sweep knows of one node: the state of a sweep is its own, so that several threads can pass through the
/// same graph, or meet at a shared parameter, at the same time.
///
/// A node remembers the visit of the sweep that came first, which is nearly always the only one; others look theirs
/// up in a map.
final class Visit {
  private static final VarHandle FIRST;

  static {
    try {
      FIRST = MethodHandles.lookup().findVarHandle(RecordedNode.class, "visit", Visit.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Backward sweep;
  final RecordedNode node;
  Tensor incoming;
  boolean ownsIncoming;
  int pending;

  Visit(Backward sweep, RecordedNode node) {
    this.sweep = sweep;
    this.node = node;
  }

  /// Remembers this in the node; false if another sweep is there.
  boolean comesFirst() {
    return FIRST.compareAndSet(node, null, this);
  }

  /// Forgets this in the node.
  void leave() {
    if (node.visit == this) { // and nobody else changes that
      FIRST.setRelease(node, null);
    }
  }
}
