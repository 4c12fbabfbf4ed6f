package thalweg.kernel;

/// `out[i] = f(x[i], y[i], z[i])`. [Respin] copies this class, so it must not refer to itself by name.
final class TernaryLoop implements Formula.Loop {
  private final Formula.DoubleTernary real;
  private final Formula.LongTernary integer;

  TernaryLoop(Formula.DoubleTernary real, Formula.LongTernary integer) {
    this.real = real;
    this.integer = integer;
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
    int o = rows.at(0);
    int x = rows.at(1);
    int y = rows.at(2);
    int z = rows.at(3);
    int os = rows.step(0);
    int xs = rows.step(1);
    int ys = rows.step(2);
    int zs = rows.step(3);
    int n = rows.length();
    if (os == 1 && xs == 1 && ys == 1 && zs == 0) { // x + α·y, which the JIT vectorises
      double scalar = c[z];
      for (int i = 0; i < n; i++) {
        out[o + i] = (float) real.apply(a[x + i], b[y + i], scalar);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      out[o + i * os] = (float) real.apply(a[x + i * xs], b[y + i * ys], c[z + i * zs]);
    }
  }

  private void doubles(Rows rows, double[] out, double[] a, double[] b, double[] c) {
    int o = rows.at(0);
    int x = rows.at(1);
    int y = rows.at(2);
    int z = rows.at(3);
    int os = rows.step(0);
    int xs = rows.step(1);
    int ys = rows.step(2);
    int zs = rows.step(3);
    int n = rows.length();
    if (os == 1 && xs == 1 && ys == 1 && zs == 0) { // x + α·y, which the JIT vectorises
      double scalar = c[z];
      for (int i = 0; i < n; i++) {
        out[o + i] = real.apply(a[x + i], b[y + i], scalar);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      out[o + i * os] = real.apply(a[x + i * xs], b[y + i * ys], c[z + i * zs]);
    }
  }

  private void longs(Rows rows, long[] out, long[] a, long[] b, long[] c) {
    for (int i = 0, n = rows.length(); i < n; i++) {
      out[rows.at(0) + i * rows.step(0)] =
          integer.apply(
              a[rows.at(1) + i * rows.step(1)],
              b[rows.at(2) + i * rows.step(2)],
              c[rows.at(3) + i * rows.step(3)]);
    }
  }
}
