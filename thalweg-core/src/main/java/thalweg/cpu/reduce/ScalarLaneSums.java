package thalweg.cpu.reduce;

/// The specification in plain Java.
final class ScalarLaneSums implements LaneSums {
  @Override
  public double sum(float[] a, int at, int step, int n) {
    double[] lanes = new double[LANES];
    for (int i = 0, offset = at; i < n; i++, offset += step) {
      lanes[i & (LANES - 1)] += a[offset];
    }
    return combine(lanes);
  }

  @Override
  public double sum(double[] a, int at, int step, int n) {
    double[] lanes = new double[LANES];
    for (int i = 0, offset = at; i < n; i++, offset += step) {
      lanes[i & (LANES - 1)] += a[offset];
    }
    return combine(lanes);
  }

  @Override
  public double dot(float[] a, int at, int step, float[] b, int bt, int bstep, int n) {
    double[] lanes = new double[LANES];
    for (int i = 0; i < n; i++) {
      int lane = i & (LANES - 1);
      lanes[lane] = Math.fma((double) a[at + i * step], b[bt + i * bstep], lanes[lane]);
    }
    return combine(lanes);
  }

  @Override
  public double dot(double[] a, int at, int step, double[] b, int bt, int bstep, int n) {
    double[] lanes = new double[LANES];
    for (int i = 0; i < n; i++) {
      int lane = i & (LANES - 1);
      lanes[lane] = Math.fma(a[at + i * step], b[bt + i * bstep], lanes[lane]);
    }
    return combine(lanes);
  }

  /// ```
  /// 0 1 2 3 4 5 6 7 8 9 …        lanes
  /// 0+8 1+9 2+10 …               half as many
  /// …                            one
  /// ```
  static double combine(double[] lanes) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int l = 0; l < half; l++) {
        lanes[l] += lanes[l + half];
      }
    }
    return lanes[0];
  }
}
