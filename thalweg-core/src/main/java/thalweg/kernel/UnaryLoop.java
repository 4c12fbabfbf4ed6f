package thalweg.kernel;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/// `out[i] = f(x[i])`. [Respin] copies this class, so it must not refer to itself by name.
final class UnaryLoop implements Formula.Loop {
  private final DoubleUnaryOperator real;
  private final Formula.FloatUnary single;
  private final LongUnaryOperator integer;

  UnaryLoop(DoubleUnaryOperator real, Formula.FloatUnary single, LongUnaryOperator integer) {
    this.real = real;
    this.single = single;
    this.integer = integer;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    for (boolean more = rows.start(); more; more = rows.next()) {
      int o = rows.at(0);
      int x = rows.at(1);
      int os = rows.step(0);
      int xs = rows.step(1);
      if (operands[0] instanceof float[] a) {
        if (single != null) {
          singles((float[]) out, o, os, a, x, xs, rows.length());
        } else {
          floats((float[]) out, o, os, a, x, xs, rows.length());
        }
      } else if (operands[0] instanceof double[] a) {
        doubles((double[]) out, o, os, a, x, xs, rows.length());
      } else {
        longs((long[]) out, o, os, (long[]) operands[0], x, xs, rows.length());
      }
    }
  }

  private void floats(float[] out, int o, int os, float[] a, int x, int xs, int n) {
    if (os == 1 && xs == 1) { // the common case, which the JIT vectorises
      for (int i = 0; i < n; i++) {
        out[o + i] = (float) real.applyAsDouble(a[x + i]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        out[o + i * os] = (float) real.applyAsDouble(a[x + i * xs]);
      }
    }
  }

  private void singles(float[] out, int o, int os, float[] a, int x, int xs, int n) {
    for (int i = 0; i < n; i++) {
      out[o + i * os] = single.apply(a[x + i * xs]);
    }
  }

  private void doubles(double[] out, int o, int os, double[] a, int x, int xs, int n) {
    if (os == 1 && xs == 1) {
      for (int i = 0; i < n; i++) {
        out[o + i] = real.applyAsDouble(a[x + i]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        out[o + i * os] = real.applyAsDouble(a[x + i * xs]);
      }
    }
  }

  private void longs(long[] out, int o, int os, long[] a, int x, int xs, int n) {
    for (int i = 0; i < n; i++) {
      out[o + i * os] = integer.applyAsLong(a[x + i * xs]);
    }
  }
}
