package thalweg.cpu.reduce;

import thalweg.cpu.Threads;
import thalweg.cpu.loop.Rows;

/// Strided runs of elements, one for each element of a reduction's result.
///
/// @param in     the array
/// @param starts where runs start: operand 0, in the order of the results
/// @param step   how far apart the elements of a run are
/// @param n      how many elements a run has
public record Runs(Object in, Rows starts, int step, int n) {
  /// From this many elements on, a part of the runs is worth another thread.
  private static final int SHARED = 1 << 18;

  /// What one run comes to.
  @FunctionalInterface
  public interface Run {
    /// Reads `n` elements `in[at + i·step]` and writes element `to` of `out`.
    void fold(Object in, int at, int step, int n, Object out, int to);

    /// `count` runs, `next` apart, which are written to neighbouring elements from `to` on.
    default void folds(
        Object in, int at, int step, int n, int next, int count, Object out, int to) {
      for (int i = 0; i < count; i++) {
        fold(in, at + i * next, step, n, out, to + i);
      }
    }
  }

  /// A run whose neighbours can be reduced beside it.
  interface Neighbours extends Run {
    /// Writes what at most [Columns#MOST] runs come to.
    void fold(Columns columns, Object out, int to);

    @Override
    default void folds(
        Object in, int at, int step, int n, int next, int count, Object out, int to) {
      if (in instanceof long[] || !Columns.pay(step, n, count)) {
        Run.super.folds(in, at, step, n, next, count, out, to);
        return;
      }
      for (int from = 0; from < count; from += Columns.MOST) {
        int taken = Math.min(Columns.MOST, count - from);
        fold(new Columns(in, at + from * next, step, n, next, taken), out, to + from);
      }
    }
  }

  /// Folds each run into one element of `out`, divided among threads.
  public void fold(Run run, Object out) {
    long size = starts.size() * n;
    if (size < 2 * SHARED) {
      fold(run, starts, out, 0); // without a look at the threads
      return;
    }
    fold(Threads.current(), run, out);
  }

  void fold(Threads threads, Run run, Object out) {
    int outer = starts.outer();
    int each = (int) (starts.size() / outer);
    int most = each == 1 ? Columns.parts(step, outer) : outer;
    int parts = Math.min(most, threads.parts(starts.size() * n, SHARED));
    threads.forRanges(
        outer, parts, (from, to) -> fold(run, starts.part(from, to), out, from * each));
  }

  private void fold(Run run, Rows rows, Object out, int first) {
    int to = first;
    for (boolean more = rows.start(); more; more = rows.next()) {
      run.folds(in, rows.at(0), step, n, rows.step(0), rows.length(), out, to);
      to += rows.length();
    }
  }
}
