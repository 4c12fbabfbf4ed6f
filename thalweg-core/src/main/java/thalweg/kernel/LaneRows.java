package thalweg.kernel;

import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;

/// An elementwise loop that takes long contiguous rows in lanes and leaves the rest to the formula; both
/// give the same bits.
final class LaneRows implements Formula.Loop {
  /// From this length on a row is worth a loop of its own, which takes some milliseconds to make.
  private static final int THRESHOLD = Respin.THRESHOLD;

  /// From this many elements on, a part is worth another thread: each costs several nanoseconds.
  private static final int SHARED = 1 << 15;

  private final UnaryOperator<DoubleVector> function;
  private final Formula.Loop formula;
  private volatile Formula.Loop lanes;

  LaneRows(UnaryOperator<DoubleVector> function, Formula.Loop formula) {
    this.function = function;
    this.formula = formula;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    if (rows.length() < THRESHOLD || rows.step(0) != 1 || rows.step(1) != 1) {
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
