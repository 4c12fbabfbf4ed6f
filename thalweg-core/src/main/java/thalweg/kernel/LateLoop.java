package thalweg.kernel;

/// A loop that runs its formula through the shared class at first, and through a copy of its own once it has
/// done enough work to pay for one.
final class LateLoop implements Formula.Loop {
  private final Class<?> type;
  private final Class<?>[] parameters;
  private final Formula.Loop shared;
  private final Object[] formulas;
  private volatile Formula.Loop own;
  private int done; // elements so far; a count lost between threads does no harm

  LateLoop(Class<?> type, Class<?>[] parameters, Formula.Loop shared, Object... formulas) {
    this.type = type;
    this.parameters = parameters;
    this.shared = shared;
    this.formulas = formulas;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    Formula.Loop loop = own;
    if (loop == null) {
      done += Math.min(rows.length(), Respin.THRESHOLD);
      if (done < Respin.THRESHOLD) {
        shared.run(rows, out, operands);
        return;
      }
      // Two threads may both make one; either will do.
      loop = (Formula.Loop) Respin.copy(type, parameters, formulas);
      own = loop;
    }
    Shared.run(loop, rows, out, operands);
  }
}
