package thalweg.cpu.loop;

import java.lang.invoke.MethodHandles;

/// `out[i] = f(x[i], y[i], z[i])`. [LoopSpecializer] copies this class, so it must not refer to itself by name. Each loop is
/// a method of its own: see [BinaryLoop].
final class TernaryLoop implements Formula.Loop {
  private static final Formula.Ternary OWN = LoopSpecializer.own(MethodHandles.lookup(), Formula.Ternary.class);

  private final Formula.Ternary given;

  TernaryLoop(Formula.Ternary given) {
    this.given = given;
  }

  private Formula.Ternary formula() {
    return OWN == null ? given : OWN;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    for (boolean more = rows.start(); more; more = rows.next()) {
      if (operands[0] instanceof float[] a) {
        floats(rows, (float[]) out, a, (float[]) operands[1], (float[]) operands[2]);
      } else if (operands[0] instanceof double[] a) {
        doubles(rows, (double[]) out, a, (double[]) operands[1], (double[]) operands[2]);
      } else {
        longs(rows, (long[]) out, (long[]) operands[0], (long[]) operands[1], (long[]) operands[2]);
      }
    }
  }

  private void floats(Rows rows, float[] out, float[] a, float[] b, float[] c) {
    int from = rows.at(0);
    int to = from + rows.length();
    boolean alongside = rows.isAlongside(1) && rows.isAlongside(2);
    if (alongside && rows.step(3) == 0) {
      withLast(out, a, b, c[rows.at(3)], from, to);
    } else if (alongside && rows.isAlongside(3)) {
      triples(out, a, b, c, from, to);
    } else {
      strided(rows, out, a, b, c);
    }
  }

  private void withLast(float[] out, float[] a, float[] b, float last, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i], b[i], last);
    }
  }

  private void triples(float[] out, float[] a, float[] b, float[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i], b[i], c[i]);
    }
  }

  private void strided(Rows rows, float[] out, float[] a, float[] b, float[] c) {
    int o = rows.at(0);
    int x = rows.at(1);
    int y = rows.at(2);
    int z = rows.at(3);
    int os = rows.step(0);
    int xs = rows.step(1);
    int ys = rows.step(2);
    int zs = rows.step(3);
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[o + i * os] = value(a[x + i * xs], b[y + i * ys], c[z + i * zs]);
    }
  }

  private float value(float x, float y, float z) {
    Formula.Ternary f = formula();
    return f.single() == null ? (float) f.real().apply(x, y, z) : f.single().apply(x, y, z);
  }

  private void doubles(Rows rows, double[] out, double[] a, double[] b, double[] c) {
    int from = rows.at(0);
    int to = from + rows.length();
    boolean alongside = rows.isAlongside(1) && rows.isAlongside(2);
    if (alongside && rows.step(3) == 0) {
      withLast(out, a, b, c[rows.at(3)], from, to);
    } else if (alongside && rows.isAlongside(3)) {
      triples(out, a, b, c, from, to);
    } else {
      strided(rows, out, a, b, c);
    }
  }

  private void withLast(double[] out, double[] a, double[] b, double last, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i], b[i], last);
    }
  }

  private void triples(double[] out, double[] a, double[] b, double[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = value(a[i], b[i], c[i]);
    }
  }

  private void strided(Rows rows, double[] out, double[] a, double[] b, double[] c) {
    int o = rows.at(0);
    int x = rows.at(1);
    int y = rows.at(2);
    int z = rows.at(3);
    int os = rows.step(0);
    int xs = rows.step(1);
    int ys = rows.step(2);
    int zs = rows.step(3);
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[o + i * os] = value(a[x + i * xs], b[y + i * ys], c[z + i * zs]);
    }
  }

  private double value(double x, double y, double z) {
    return formula().real().apply(x, y, z);
  }

  private void longs(Rows rows, long[] out, long[] a, long[] b, long[] c) {
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[rows.at(0) + i * rows.step(0)] =
          formula().integer().apply(
              a[rows.at(1) + i * rows.step(1)],
              b[rows.at(2) + i * rows.step(2)],
              c[rows.at(3) + i * rows.step(3)]);
    }
  }
}
