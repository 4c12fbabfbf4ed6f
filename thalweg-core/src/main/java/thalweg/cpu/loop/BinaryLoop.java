package thalweg.cpu.loop;

import java.lang.invoke.MethodHandles;

/// `out[i] = f(x[i], y[i])`. [LoopSpecializer] copies this class, so it must not refer to itself by name.
///
/// Each loop is a method of its own, small enough to be compiled by itself as soon as it is hot; in a copy the formula
/// is a constant to it.
final class BinaryLoop implements Formula.Loop {
  private static final Formula.Binary OWN = LoopSpecializer.own(MethodHandles.lookup(), Formula.Binary.class);

  private final Formula.Binary given;

  BinaryLoop(Formula.Binary given) {
    this.given = given;
  }

  private Formula.Binary formula() {
    return OWN == null ? given : OWN;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    for (boolean more = rows.start(); more; more = rows.next()) {
      if (operands[0] instanceof float[] a) {
        floats(rows, (float[]) out, a, (float[]) operands[1]);
      } else if (operands[0] instanceof double[] a) {
        doubles(rows, (double[]) out, a, (double[]) operands[1]);
      } else {
        longs(rows, (long[]) out, (long[]) operands[0], (long[]) operands[1]);
      }
    }
  }

  private void floats(Rows rows, float[] out, float[] a, float[] b) {
    int from = rows.at(0);
    int to = from + rows.length();
    if (rows.isAlongside(1) && rows.isAlongside(2)) {
      pairs(out, a, b, from, to);
    } else if (rows.isAlongside(1) && rows.step(2) == 0) {
      withRight(out, a, b[rows.at(2)], from, to);
    } else if (rows.step(1) == 0 && rows.isAlongside(2)) {
      withLeft(out, a[rows.at(1)], b, from, to);
    } else if (rows.step(0) == 1 && rows.step(1) == 1 && rows.step(2) == 1) {
      apart(out, a, b, from, rows.at(1), rows.at(2), rows.length());
    } else {
      strided(rows, out, a, b);
    }
  }

  private void pairs(float[] out, float[] a, float[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i], b[i]);
    }
  }

  private void withRight(float[] out, float[] a, float right, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i], right);
    }
  }

  private void withLeft(float[] out, float left, float[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(left, b[i]);
    }
  }

  private void apart(float[] out, float[] a, float[] b, int o, int x, int y, int n) {
    for (int i = 0; i < n; i++) {
      out[o + i] = value(a[x + i], b[y + i]);
    }
  }

  private void strided(Rows rows, float[] out, float[] a, float[] b) {
    int o = rows.at(0);
    int x = rows.at(1);
    int y = rows.at(2);
    int os = rows.step(0);
    int xs = rows.step(1);
    int ys = rows.step(2);
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[o + i * os] = value(a[x + i * xs], b[y + i * ys]);
    }
  }

  private float value(float x, float y) {
    Formula.Binary f = formula();
    return f.single() == null ? (float) f.real().applyAsDouble(x, y) : f.single().apply(x, y);
  }

  private void doubles(Rows rows, double[] out, double[] a, double[] b) {
    int from = rows.at(0);
    int to = from + rows.length();
    if (rows.isAlongside(1) && rows.isAlongside(2)) {
      pairs(out, a, b, from, to);
    } else if (rows.isAlongside(1) && rows.step(2) == 0) {
      withRight(out, a, b[rows.at(2)], from, to);
    } else if (rows.step(1) == 0 && rows.isAlongside(2)) {
      withLeft(out, a[rows.at(1)], b, from, to);
    } else if (rows.step(0) == 1 && rows.step(1) == 1 && rows.step(2) == 1) {
      apart(out, a, b, from, rows.at(1), rows.at(2), rows.length());
    } else {
      strided(rows, out, a, b);
    }
  }

  private void pairs(double[] out, double[] a, double[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i], b[i]);
    }
  }

  private void withRight(double[] out, double[] a, double right, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i], right);
    }
  }

  private void withLeft(double[] out, double left, double[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(left, b[i]);
    }
  }

  private void apart(double[] out, double[] a, double[] b, int o, int x, int y, int n) {
    for (int i = 0; i < n; i++) {
      out[o + i] = value(a[x + i], b[y + i]);
    }
  }

  private void strided(Rows rows, double[] out, double[] a, double[] b) {
    int o = rows.at(0);
    int x = rows.at(1);
    int y = rows.at(2);
    int os = rows.step(0);
    int xs = rows.step(1);
    int ys = rows.step(2);
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[o + i * os] = value(a[x + i * xs], b[y + i * ys]);
    }
  }

  private double value(double x, double y) {
    return formula().real().applyAsDouble(x, y);
  }

  private void longs(Rows rows, long[] out, long[] a, long[] b) {
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[rows.at(0) + i * rows.step(0)] =
          formula().integer().applyAsLong(a[rows.at(1) + i * rows.step(1)], b[rows.at(2) + i * rows.step(2)]);
    }
  }
}
