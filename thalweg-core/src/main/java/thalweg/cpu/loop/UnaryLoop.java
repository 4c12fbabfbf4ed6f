package thalweg.cpu.loop;

import java.lang.invoke.MethodHandles;

/// `out[i] = f(x[i])`. [LoopSpecializer] copies this class, so it must not refer to itself by name. Each loop is a method
/// of its own: see [BinaryLoop].
final class UnaryLoop implements Formula.Loop {
  private static final Formula.Unary OWN = LoopSpecializer.own(MethodHandles.lookup(), Formula.Unary.class);

  private final Formula.Unary given;

  UnaryLoop(Formula.Unary given) {
    this.given = given;
  }

  private Formula.Unary formula() {
    return OWN == null ? given : OWN;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    for (boolean more = rows.start(); more; more = rows.next()) {
      if (operands[0] instanceof float[] a) {
        floats(rows, (float[]) out, a);
      } else if (operands[0] instanceof double[] a) {
        doubles(rows, (double[]) out, a);
      } else {
        longs(rows, (long[]) out, (long[]) operands[0]);
      }
    }
  }

  private void floats(Rows rows, float[] out, float[] a) {
    if (rows.isAlongside(1)) {
      alongside(out, a, rows.at(0), rows.at(0) + rows.length());
    } else if (rows.step(0) == 1 && rows.step(1) == 1) {
      apart(out, a, rows.at(0), rows.at(1), rows.length());
    } else {
      strided(rows, out, a);
    }
  }

  private void apart(float[] out, float[] a, int o, int x, int n) {
    for (int i = 0; i < n; i++) {
      out[o + i] = value(a[x + i]);
    }
  }

  private void alongside(float[] out, float[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i]);
    }
  }

  private void strided(Rows rows, float[] out, float[] a) {
    int o = rows.at(0);
    int x = rows.at(1);
    int os = rows.step(0);
    int xs = rows.step(1);
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[o + i * os] = value(a[x + i * xs]);
    }
  }

  private float value(float x) {
    Formula.Unary f = formula();
    return f.single() == null ? (float) f.real().applyAsDouble(x) : f.single().apply(x);
  }

  private void doubles(Rows rows, double[] out, double[] a) {
    if (rows.isAlongside(1)) {
      alongside(out, a, rows.at(0), rows.at(0) + rows.length());
    } else if (rows.step(0) == 1 && rows.step(1) == 1) {
      apart(out, a, rows.at(0), rows.at(1), rows.length());
    } else {
      strided(rows, out, a);
    }
  }

  private void apart(double[] out, double[] a, int o, int x, int n) {
    for (int i = 0; i < n; i++) {
      out[o + i] = value(a[x + i]);
    }
  }

  private void alongside(double[] out, double[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i]);
    }
  }

  private void strided(Rows rows, double[] out, double[] a) {
    int o = rows.at(0);
    int x = rows.at(1);
    int os = rows.step(0);
    int xs = rows.step(1);
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[o + i * os] = value(a[x + i * xs]);
    }
  }

  private double value(double x) {
    return formula().real().applyAsDouble(x);
  }

  private void longs(Rows rows, long[] out, long[] a) {
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[rows.at(0) + i * rows.step(0)] = formula().integer().applyAsLong(a[rows.at(1) + i * rows.step(1)]);
    }
  }
}
