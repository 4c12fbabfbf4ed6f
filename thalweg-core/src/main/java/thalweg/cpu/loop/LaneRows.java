package thalweg.cpu.loop;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;

/// An elementwise loop that takes long contiguous rows in lanes and leaves the rest to the formula; both
/// give the same bits.
final class LaneRows implements Formula.Loop {
  /// From this many elements on, a loop of its own is worth it. Code with vectors is slow until it is compiled, a
  /// second in all.
  private static final int LONG = 1 << 17;

  /// So are fewer elements once as many as this have been walked: the formula has then taken half a second.
  private static final int MANY = 1 << 26;

  /// Shorter rows spend their time between rows.
  private static final int SHORT = 1 << 6;

  /// From this many elements on, a part is worth another thread: each costs several nanoseconds.
  private static final int SHARED = 1 << 15;

  private static final MethodHandle RUN = run();

  /// Which rows are taken in lanes, of those that are long enough.
  interface Choice {
    boolean takes(Rows rows, Object... operands);
  }

  private final Supplier<Formula.Loop> maker;
  private final Choice choice;
  private final Formula.Loop formula;
  private volatile Formula.Loop lanes;
  private int done; // elements so far; a count lost between threads does no harm

  /// @param maker   makes the loop over lanes, once it is worth having
  /// @param formula what walks all other rows
  LaneRows(Supplier<Formula.Loop> maker, Choice choice, Formula.Loop formula) {
    this.maker = maker;
    this.choice = choice;
    this.formula = formula;
  }

  /// The rows of a function of one variable.
  static LaneRows of(UnaryOperator<DoubleVector> function, Formula.Loop formula) {
    return new LaneRows(
        () -> walking(LaneLoopTemplate.of(function)), (rows, _) -> rows.step(1) == 1, formula);
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    if (!isForLanes(rows, operands)) {
      formula.run(rows, out, operands);
      return;
    }
    Formula.Loop loop = lanes;
    if (loop == null) {
      loop = apart(maker.get());
      lanes = loop;
    }
    Shared.run(SHARED, loop, rows, out, operands);
  }

  private boolean isForLanes(Rows rows, Object... operands) {
    if (rows.step(0) != 1 || !choice.takes(rows, operands)) {
      return false;
    }
    if (done < MANY) {
      done += (int) Math.min(rows.size(), MANY);
    }
    return rows.length() >= SHORT && (done >= MANY || rows.size() >= LONG);
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

  /// The loop, called through a handle, which is no constant, so that the compiler does not inline it into a caller. It
  /// would when the caller is hot; but below so many calls it gives up inlining what the function calls, and makes an
  /// object of each vector that is handed over: 10 ns an element instead of 3.
  private static Formula.Loop apart(Formula.Loop loop) {
    MethodHandle run = RUN.bindTo(loop);
    return (rows, out, operands) -> {
      try {
        run.invokeExact(rows, out, operands);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new LinkageError("lanes threw a checked exception", e);
      }
    };
  }

  private static MethodHandle run() {
    try {
      MethodType type = MethodType.methodType(void.class, Rows.class, Object.class, Object[].class);
      return MethodHandles.lookup().findVirtual(Formula.Loop.class, "run", type).asFixedArity();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no way to call a loop", e);
    }
  }
}
