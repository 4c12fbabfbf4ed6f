package thalweg.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
    return new Walk(handle(float[].class).bindTo(loop), handle(double[].class).bindTo(loop));
  }

  private static MethodHandle handle(Class<?> array) {
    try {
      return MethodHandles.lookup()
          .findVirtual(
              LaneLoop.class,
              "apply",
              MethodType.methodType(void.class, array, int.class, array, int.class, int.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no loop over " + array, e);
    }
  }

  /// Calls a loop through handles, which are no constants, so that the compiler does not inline it here. It would when
  /// the caller is hot; but below so many calls it gives up inlining what the function calls, and makes an object of
  /// each vector that is handed over: 10 ns an element instead of 3.
  private record Walk(MethodHandle floats, MethodHandle doubles) implements Formula.Loop {
    @Override
    public void run(Rows rows, Object out, Object... operands) {
      try {
        for (boolean more = rows.start(); more; more = rows.next()) {
          if (out instanceof float[] a) {
            floats.invokeExact((float[]) operands[0], rows.at(1), a, rows.at(0), rows.length());
          } else {
            double[] a = (double[]) out;
            doubles.invokeExact((double[]) operands[0], rows.at(1), a, rows.at(0), rows.length());
          }
        }
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new LinkageError("lanes threw a checked exception", e);
      }
    }
  }
}
