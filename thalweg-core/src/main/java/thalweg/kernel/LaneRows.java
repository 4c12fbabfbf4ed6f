package thalweg.kernel;

import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;

/// An elementwise loop that takes long contiguous rows in lanes and leaves the rest to the formula; both
/// give the same bits.
final class LaneRows implements Formula.Loop {
  /// From this length on a row is worth a loop of its own. Code with vectors is slow until it is compiled, a second
  /// in all.
  private static final int LONG = 1 << 17;

  /// So is every row of some length once as many elements as this have been walked: the formula has then taken
  /// half a second.
  private static final int MANY = 1 << 26;

  private static final int SHORT = 1 << 6;

  /// From this many elements on, a part is worth another thread: each costs several nanoseconds.
  private static final int SHARED = 1 << 15;

  private final UnaryOperator<DoubleVector> function;
  private final Formula.Loop formula;
  private volatile Formula.Loop lanes;
  private int done; // elements so far; a count lost between threads does no harm

  LaneRows(UnaryOperator<DoubleVector> function, Formula.Loop formula) {
    this.function = function;
    this.formula = formula;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    if (!isForLanes(rows)) {
      formula.run(rows, out, operands);
      return;
    }
    Formula.Loop loop = lanes;
    if (loop == null) {
      loop = walking(LaneLoopTemplate.of(function));
      lanes = loop;
    }
    Shared.run(SHARED, loop, rows, out, operands);
  }

  private boolean isForLanes(Rows rows) {
    if (rows.step(0) != 1 || rows.step(1) != 1) {
      return false;
    }
    if (done < MANY) {
      done += Math.min(rows.length(), MANY);
    }
    return rows.length() >= (done < MANY ? LONG : SHORT);
  }

  private static Formula.Loop walking(LaneLoop loop) {
    return (rows, out, operands) -> {
      for (boolean more = rows.start(); more; more = rows.next()) {
        if (out instanceof float[] floats) {
          loop.apply((float[]) operands[0], rows.at(1), floats, rows.at(0), rows.length());
        } else {
          loop.apply((double[]) operands[0], rows.at(1), (double[]) out, rows.at(0), rows.length());
        }
      }
    };
  }
}
