package thalweg.cpu.loop;

/// A loop that runs its formula through the shared class at first, and through a copy of its own once it has
/// done enough work to pay for one.
final class TieredLoop implements Formula.Loop {
  private final Class<? extends Formula.Loop> type;
  private final Record formula;
  private final Formula.Loop shared;
  private volatile Formula.Loop own;
  private int done; // elements so far; a count lost between threads does no harm

  TieredLoop(Class<? extends Formula.Loop> type, Record formula, Formula.Loop shared) {
    this.type = type;
    this.formula = formula;
    this.shared = shared;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    Formula.Loop loop = own;
    if (loop == null) {
      done += (int) Math.min(rows.size(), LoopSpecializer.THRESHOLD);
      if (done < LoopSpecializer.THRESHOLD) {
        shared.run(rows, out, operands);
        return;
      }
      // Two threads may both make one; either will do.
      loop = LoopSpecializer.copy(type, formula);
      own = loop;
    }
    Shared.run(loop, rows, out, operands);
  }
}
