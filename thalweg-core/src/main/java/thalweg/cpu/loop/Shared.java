package thalweg.cpu.loop;

import thalweg.cpu.Threads;

/// Divides an elementwise loop among [Threads]: each takes rows, or a stretch of the only row.
public final class Shared {
  /// From this many elements on, a part is worth another thread.
  public static final int LEAST = 1 << 18;

  private Shared() {}

  /// Of a loop whose elements cost no more than to read and write them.
  static void run(Formula.Loop loop, Rows rows, Object out, Object... operands) {
    run(LEAST, loop, rows, out, operands);
  }

  /// @param least from how many elements on a part is worth another thread
  static void run(int least, Formula.Loop loop, Rows rows, Object out, Object... operands) {
    if (rows.length() < least && rows.size() < 2 * least) {
      loop.run(rows, out, operands); // without a look at the threads
    } else {
      run(Threads.current(), least, loop, rows, out, operands);
    }
  }

  static void run(
      Threads threads, int least, Formula.Loop loop, Rows rows, Object out, Object... operands) {
    int outer = rows.outer();
    int parts = Math.min(outer, threads.parts(rows.size(), least));
    threads.forRanges(outer, parts, (from, to) -> loop.run(rows.part(from, to), out, operands));
  }
}
