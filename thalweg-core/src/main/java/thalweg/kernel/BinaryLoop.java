package thalweg.kernel;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/// `out[i] = f(x[i], y[i])`. [Respin] copies this class, so it must not refer to itself by name.
final class BinaryLoop implements Formula.Loop {
  private final DoubleBinaryOperator real;
  private final Formula.FloatBinary single;
  private final LongBinaryOperator integer;

  BinaryLoop(DoubleBinaryOperator real, Formula.FloatBinary single, LongBinaryOperator integer) {
    this.real = real;
    this.single = single;
    this.integer = integer;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    for (boolean more = rows.start(); more; more = rows.next()) {
      if (operands[0] instanceof float[] a) {
        if (single != null) {
          singles(rows, (float[]) out, a, (float[]) operands[1]);
        } else {
          floats(rows, (float[]) out, a, (float[]) operands[1]);
        }
      } else if (operands[0] instanceof double[] a) {
        doubles(rows, (double[]) out, a, (double[]) operands[1]);
      } else {
        longs(rows, (long[]) out, (long[]) operands[0], (long[]) operands[1]);
      }
    }
  }

  private void floats(Rows rows, float[] out, float[] a, float[] b) {
    int o = rows.at(0);
    int x = rows.at(1);
    int y = rows.at(2);
    int os = rows.step(0);
    int xs = rows.step(1);
    int ys = rows.step(2);
    int n = rows.length();
    if (os == 1 && xs == 1 && ys == 1) { // the common cases, which the JIT vectorises
      for (int i = 0; i < n; i++) {
        out[o + i] = (float) real.applyAsDouble(a[x + i], b[y + i]);
      }
    } else if (os == 1 && xs == 1 && ys == 0) {
      double scalar = b[y];
      for (int i = 0; i < n; i++) {
        out[o + i] = (float) real.applyAsDouble(a[x + i], scalar);
      }
    } else if (os == 1 && xs == 0 && ys == 1) {
      double scalar = a[x];
      for (int i = 0; i < n; i++) {
        out[o + i] = (float) real.applyAsDouble(scalar, b[y + i]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        out[o + i * os] = (float) real.applyAsDouble(a[x + i * xs], b[y + i * ys]);
      }
    }
  }

  private void doubles(Rows rows, double[] out, double[] a, double[] b) {
    int o = rows.at(0);
    int x = rows.at(1);
    int y = rows.at(2);
    int os = rows.step(0);
    int xs = rows.step(1);
    int ys = rows.step(2);
    int n = rows.length();
    if (os == 1 && xs == 1 && ys == 1) {
      for (int i = 0; i < n; i++) {
        out[o + i] = real.applyAsDouble(a[x + i], b[y + i]);
      }
    } else if (os == 1 && xs == 1 && ys == 0) {
      double scalar = b[y];
      for (int i = 0; i < n; i++) {
        out[o + i] = real.applyAsDouble(a[x + i], scalar);
      }
    } else if (os == 1 && xs == 0 && ys == 1) {
      double scalar = a[x];
      for (int i = 0; i < n; i++) {
        out[o + i] = real.applyAsDouble(scalar, b[y + i]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        out[o + i * os] = real.applyAsDouble(a[x + i * xs], b[y + i * ys]);
      }
    }
  }

  private void singles(Rows rows, float[] out, float[] a, float[] b) {
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[rows.at(0) + i * rows.step(0)] =
          single.apply(a[rows.at(1) + i * rows.step(1)], b[rows.at(2) + i * rows.step(2)]);
    }
  }

  private void longs(Rows rows, long[] out, long[] a, long[] b) {
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[rows.at(0) + i * rows.step(0)] =
          integer.applyAsLong(a[rows.at(1) + i * rows.step(1)], b[rows.at(2) + i * rows.step(2)]);
    }
  }
}
