package thalweg.kernel;

/// Tiles of two long rows in plain Java. The inner loop runs along the rows and takes four steps at once, eight
/// multiply-adds for two loads and two stores of sums, which the compiler turns into vectors.
///
/// ```
/// sums[j] = fma(a[p+3], b[p+3][j], fma(a[p+2], b[p+2][j], fma(a[p+1], b[p+1][j], fma(a[p], b[p][j], sums[j]))))
/// ```
final class ScalarTiles {
  private static final int ROWS = 2;
  private static final int COLUMNS = 128;

  private ScalarTiles() {}

  /// The tile of `float32`.
  static final class Floats implements Tile {
    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public int columns() {
      return COLUMNS;
    }

    @Override
    public void add(
        Object a, int at, Object b, int bt, int bStep, int steps, Object out, int ot, int outStep, int used) {
      float[] x = (float[]) a;
      float[] y = (float[]) b;
      float[] upper = new float[used];
      float[] lower = new float[used];
      int p = 0;
      for (; p + 4 <= steps; p += 4) {
        four(x, at + p * ROWS, y, bt + p * bStep, bStep, upper, lower, used);
      }
      for (; p < steps; p++) {
        one(x, at + p * ROWS, y, bt + p * bStep, upper, lower, used);
      }
      float[] to = (float[]) out;
      for (int j = 0; j < used; j++) {
        to[ot + j] += upper[j];
      }
      for (int j = 0; j < used; j++) {
        to[ot + outStep + j] += lower[j];
      }
    }

    private static void four(
        float[] a, int at, float[] b, int b0, int bStep, float[] upper, float[] lower, int n) {
      float u0 = a[at];
      float u1 = a[at + 2];
      float u2 = a[at + 4];
      float u3 = a[at + 6];
      float l0 = a[at + 1];
      float l1 = a[at + 3];
      float l2 = a[at + 5];
      float l3 = a[at + 7];
      int b1 = b0 + bStep;
      int b2 = b1 + bStep;
      int b3 = b2 + bStep;
      for (int j = 0; j < n; j++) {
        float y0 = b[b0 + j];
        float y1 = b[b1 + j];
        float y2 = b[b2 + j];
        float y3 = b[b3 + j];
        upper[j] = Math.fma(u3, y3, Math.fma(u2, y2, Math.fma(u1, y1, Math.fma(u0, y0, upper[j]))));
        lower[j] = Math.fma(l3, y3, Math.fma(l2, y2, Math.fma(l1, y1, Math.fma(l0, y0, lower[j]))));
      }
    }

    private static void one(float[] a, int at, float[] b, int bt, float[] upper, float[] lower, int n) {
      float u = a[at];
      float l = a[at + 1];
      for (int j = 0; j < n; j++) {
        upper[j] = Math.fma(u, b[bt + j], upper[j]);
        lower[j] = Math.fma(l, b[bt + j], lower[j]);
      }
    }
  }

  /// The tile of `double64`.
  static final class Doubles implements Tile {
    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public int columns() {
      return COLUMNS;
    }

    @Override
    public void add(
        Object a, int at, Object b, int bt, int bStep, int steps, Object out, int ot, int outStep, int used) {
      double[] x = (double[]) a;
      double[] y = (double[]) b;
      double[] upper = new double[used];
      double[] lower = new double[used];
      int p = 0;
      for (; p + 4 <= steps; p += 4) {
        four(x, at + p * ROWS, y, bt + p * bStep, bStep, upper, lower, used);
      }
      for (; p < steps; p++) {
        one(x, at + p * ROWS, y, bt + p * bStep, upper, lower, used);
      }
      double[] to = (double[]) out;
      for (int j = 0; j < used; j++) {
        to[ot + j] += upper[j];
      }
      for (int j = 0; j < used; j++) {
        to[ot + outStep + j] += lower[j];
      }
    }

    private static void four(
        double[] a, int at, double[] b, int b0, int bStep, double[] upper, double[] lower, int n) {
      double u0 = a[at];
      double u1 = a[at + 2];
      double u2 = a[at + 4];
      double u3 = a[at + 6];
      double l0 = a[at + 1];
      double l1 = a[at + 3];
      double l2 = a[at + 5];
      double l3 = a[at + 7];
      int b1 = b0 + bStep;
      int b2 = b1 + bStep;
      int b3 = b2 + bStep;
      for (int j = 0; j < n; j++) {
        double y0 = b[b0 + j];
        double y1 = b[b1 + j];
        double y2 = b[b2 + j];
        double y3 = b[b3 + j];
        upper[j] = Math.fma(u3, y3, Math.fma(u2, y2, Math.fma(u1, y1, Math.fma(u0, y0, upper[j]))));
        lower[j] = Math.fma(l3, y3, Math.fma(l2, y2, Math.fma(l1, y1, Math.fma(l0, y0, lower[j]))));
      }
    }

    private static void one(double[] a, int at, double[] b, int bt, double[] upper, double[] lower, int n) {
      double u = a[at];
      double l = a[at + 1];
      for (int j = 0; j < n; j++) {
        upper[j] = Math.fma(u, b[bt + j], upper[j]);
        lower[j] = Math.fma(l, b[bt + j], lower[j]);
      }
    }
  }
}
