package thalweg.cpu.loop;

import java.lang.invoke.MethodHandles;

/// `out[i] = f(x[i], y[i], z[i], w[i])` of floating types, where `w` is one number and `z` may be: an update in
/// place of `x`. [LoopSpecializer] copies this class, so it must not refer to itself by name. Each loop is a method of its own:
/// see [BinaryLoop].
final class UpdateLoop implements Formula.Loop {
  private static final Formula.Update OWN = LoopSpecializer.own(MethodHandles.lookup(), Formula.Update.class);

  private final Formula.Update given;

  UpdateLoop(Formula.Update given) {
    this.given = given;
  }

  private Formula.Update formula() {
    return OWN == null ? given : OWN;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    for (boolean more = rows.start(); more; more = rows.next()) {
      if (operands[0] instanceof float[] a) {
        float[] d = (float[]) operands[3];
        floats(rows, (float[]) out, a, (float[]) operands[1], (float[]) operands[2], d);
      } else {
        double[] a = (double[]) operands[0];
        double[] d = (double[]) operands[3];
        doubles(rows, (double[]) out, a, (double[]) operands[1], (double[]) operands[2], d);
      }
    }
  }

  private void floats(Rows rows, float[] out, float[] a, float[] b, float[] c, float[] d) {
    int from = rows.at(0);
    int to = from + rows.length();
    boolean alongside = rows.isAlongside(1) && rows.isAlongside(2) && rows.step(4) == 0;
    if (alongside && rows.step(3) == 0) {
      withLastTwo(out, a, b, c[rows.at(3)], d[rows.at(4)], from, to);
    } else if (alongside && rows.isAlongside(3)) {
      withLast(out, a, b, c, d[rows.at(4)], from, to);
    } else {
      strided(rows, out, a, b, c, d);
    }
  }

  private void withLastTwo(float[] out, float[] a, float[] b, float third, float last, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = formula().single().apply(a[i], b[i], third, last);
    }
  }

  private void withLast(float[] out, float[] a, float[] b, float[] c, float last, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = formula().single().apply(a[i], b[i], c[i], last);
    }
  }

  private void strided(Rows rows, float[] out, float[] a, float[] b, float[] c, float[] d) {
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[rows.at(0) + i * rows.step(0)] =
          formula().single().apply(
              a[rows.at(1) + i * rows.step(1)],
              b[rows.at(2) + i * rows.step(2)],
              c[rows.at(3) + i * rows.step(3)],
              d[rows.at(4) + i * rows.step(4)]);
    }
  }

  private void doubles(Rows rows, double[] out, double[] a, double[] b, double[] c, double[] d) {
    int from = rows.at(0);
    int to = from + rows.length();
    boolean alongside = rows.isAlongside(1) && rows.isAlongside(2) && rows.step(4) == 0;
    if (alongside && rows.step(3) == 0) {
      withLastTwo(out, a, b, c[rows.at(3)], d[rows.at(4)], from, to);
    } else if (alongside && rows.isAlongside(3)) {
      withLast(out, a, b, c, d[rows.at(4)], from, to);
    } else {
      strided(rows, out, a, b, c, d);
    }
  }

  private void withLastTwo(double[] out, double[] a, double[] b, double third, double last, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = formula().real().apply(a[i], b[i], third, last);
    }
  }

  private void withLast(double[] out, double[] a, double[] b, double[] c, double last, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = formula().real().apply(a[i], b[i], c[i], last);
    }
  }

  private void strided(Rows rows, double[] out, double[] a, double[] b, double[] c, double[] d) {
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[rows.at(0) + i * rows.step(0)] =
          formula().real().apply(
              a[rows.at(1) + i * rows.step(1)],
              b[rows.at(2) + i * rows.step(2)],
              c[rows.at(3) + i * rows.step(3)],
              d[rows.at(4) + i * rows.step(4)]);
    }
  }
}
