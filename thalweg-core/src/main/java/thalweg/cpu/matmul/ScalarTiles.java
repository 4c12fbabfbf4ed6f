package thalweg.cpu.matmul;

/// Tiles of eight long rows in plain Java. The inner loop runs along two rows and takes four steps at once, eight
/// multiply-adds for two loads and two stores of sums, and the compiler turns it into vectors.
///
/// ```
/// sums[j] = fma(a[p+3], b[p+3][j], fma(a[p+2], b[p+2][j], fma(a[p+1], b[p+1][j], fma(a[p], b[p][j], sums[j]))))
/// ```
///
/// It does so only if all arrays have the same index: with an offset of its own, a row of `b` might overlap the
/// sums, as far as the compiler knows. So four rows of `b` are copied at a time, which the eight rows share.
final class ScalarTiles {
  private static final int ROWS = 8;
  private static final int COLUMNS = 128;

  private ScalarTiles() {}

  /// The tile of `float32`.
  static final class Floats implements Tile {
    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public int pitch() {
      return ROWS;
    }

    @Override
    public int columns() {
      return COLUMNS;
    }

    @Override
    public void add(
        Object a, int at, Object b, int bt, int steps, Object out, int ot, int outStep, int used) {
      float[] x = (float[]) a;
      float[][] sums = new float[ROWS][used];
      float[][] y = new float[4][used];
      for (int p = 0; p < steps; p += 4) {
        int count = Math.min(4, steps - p);
        for (int q = 0; q < count; q++) {
          System.arraycopy(b, bt + (p + q) * COLUMNS, y[q], 0, used);
        }
        for (int i = 0; i < ROWS; i += 2) {
          int from = at + p * ROWS + i;
          if (count == 4) {
            four(x, from, y[0], y[1], y[2], y[3], sums[i], sums[i + 1]);
          } else {
            for (int q = 0; q < count; q++) {
              one(x, from + q * ROWS, y[q], sums[i], sums[i + 1]);
            }
          }
        }
      }
      float[] to = (float[]) out;
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < used; j++) {
          to[ot + i * outStep + j] += sums[i][j];
        }
      }
    }

    private static void four(
        float[] a, int at, float[] y0, float[] y1, float[] y2, float[] y3, float[] upper, float[] lower) {
      float u0 = a[at];
      float u1 = a[at + ROWS];
      float u2 = a[at + 2 * ROWS];
      float u3 = a[at + 3 * ROWS];
      float l0 = a[at + 1];
      float l1 = a[at + ROWS + 1];
      float l2 = a[at + 2 * ROWS + 1];
      float l3 = a[at + 3 * ROWS + 1];
      for (int j = 0; j < upper.length; j++) {
        upper[j] =
            Math.fma(u3, y3[j], Math.fma(u2, y2[j], Math.fma(u1, y1[j], Math.fma(u0, y0[j], upper[j]))));
        lower[j] =
            Math.fma(l3, y3[j], Math.fma(l2, y2[j], Math.fma(l1, y1[j], Math.fma(l0, y0[j], lower[j]))));
      }
    }

    private static void one(float[] a, int at, float[] y, float[] upper, float[] lower) {
      float u = a[at];
      float l = a[at + 1];
      for (int j = 0; j < upper.length; j++) {
        upper[j] = Math.fma(u, y[j], upper[j]);
        lower[j] = Math.fma(l, y[j], lower[j]);
      }
    }
  }

  /// The tile of `float64`.
  static final class Doubles implements Tile {
    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public int pitch() {
      return ROWS;
    }

    @Override
    public int columns() {
      return COLUMNS;
    }

    @Override
    public void add(
        Object a, int at, Object b, int bt, int steps, Object out, int ot, int outStep, int used) {
      double[] x = (double[]) a;
      double[][] sums = new double[ROWS][used];
      double[][] y = new double[4][used];
      for (int p = 0; p < steps; p += 4) {
        int count = Math.min(4, steps - p);
        for (int q = 0; q < count; q++) {
          System.arraycopy(b, bt + (p + q) * COLUMNS, y[q], 0, used);
        }
        for (int i = 0; i < ROWS; i += 2) {
          int from = at + p * ROWS + i;
          if (count == 4) {
            four(x, from, y[0], y[1], y[2], y[3], sums[i], sums[i + 1]);
          } else {
            for (int q = 0; q < count; q++) {
              one(x, from + q * ROWS, y[q], sums[i], sums[i + 1]);
            }
          }
        }
      }
      double[] to = (double[]) out;
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < used; j++) {
          to[ot + i * outStep + j] += sums[i][j];
        }
      }
    }

    private static void four(
        double[] a, int at, double[] y0, double[] y1, double[] y2, double[] y3, double[] upper, double[] lower) {
      double u0 = a[at];
      double u1 = a[at + ROWS];
      double u2 = a[at + 2 * ROWS];
      double u3 = a[at + 3 * ROWS];
      double l0 = a[at + 1];
      double l1 = a[at + ROWS + 1];
      double l2 = a[at + 2 * ROWS + 1];
      double l3 = a[at + 3 * ROWS + 1];
      for (int j = 0; j < upper.length; j++) {
        upper[j] =
            Math.fma(u3, y3[j], Math.fma(u2, y2[j], Math.fma(u1, y1[j], Math.fma(u0, y0[j], upper[j]))));
        lower[j] =
            Math.fma(l3, y3[j], Math.fma(l2, y2[j], Math.fma(l1, y1[j], Math.fma(l0, y0[j], lower[j]))));
      }
    }

    private static void one(double[] a, int at, double[] y, double[] upper, double[] lower) {
      double u = a[at];
      double l = a[at + 1];
      for (int j = 0; j < upper.length; j++) {
        upper[j] = Math.fma(u, y[j], upper[j]);
        lower[j] = Math.fma(l, y[j], lower[j]);
      }
    }
  }
}
