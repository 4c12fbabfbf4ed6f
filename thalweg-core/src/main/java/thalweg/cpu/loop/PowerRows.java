package thalweg.cpu.loop;

import java.util.Arrays;
import thalweg.cpu.math.PowerLanes;
import thalweg.cpu.math.Powers;

/// Powers of rows in lanes, a stretch at a time; what is no ordinary number is left to [Powers].
final class PowerRows implements Formula.Loop {
  /// How many elements at a time: a multiple of all vectors' lengths, and few enough for the first cache.
  private static final int STRETCH = 512;

  /// The exponents of which the formula of `pow` makes products and roots, in ascending order.
  private static final double[] PLAIN = {-2, -1, -0.5, 0.5, 1, 2, 3};

  /// True for a single row: of powers with one exponent that is not computed in a plainer way, or with as many
  /// exponents as elements.
  static boolean takes(Rows rows, Object... operands) {
    if (rows.size() != rows.length() || rows.step(1) != 1 || operands[0] instanceof long[]) {
      return false;
    }
    return rows.step(2) == 0
        ? Arrays.binarySearch(PLAIN, value(operands[1], rows.at(2))) < 0
        : rows.step(2) == 1;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    double[] x = new double[STRETCH];
    double[] y = new double[STRETCH];
    double[] log = new double[STRETCH];
    double[] low = new double[STRETCH];
    double[] powers = new double[STRETCH];
    if (rows.step(2) == 0) {
      Arrays.fill(y, value(operands[1], rows.at(2)));
    }
    for (int from = 0; from < rows.length(); from += STRETCH) {
      int n = Math.min(STRETCH, rows.length() - from);
      read(operands[0], rows.at(1) + from, x, n);
      if (rows.step(2) == 1) {
        read(operands[1], rows.at(2) + from, y, n);
      }
      PowerLanes.powers(x, y, log, low, powers, STRETCH);
      mend(x, y, powers, n);
      write(powers, out, rows.at(0) + from, n);
    }
  }

  /// Signs, and what has no logarithm.
  private static void mend(double[] x, double[] y, double[] powers, int n) {
    for (int i = 0; i < n; i++) {
      if (!(x[i] > 0 && x[i] < Double.POSITIVE_INFINITY && Math.abs(y[i]) < Double.POSITIVE_INFINITY)) {
        powers[i] = Powers.pow(x[i], y[i]);
      }
    }
  }

  private static double value(Object array, int at) {
    return array instanceof float[] a ? a[at] : ((double[]) array)[at];
  }

  private static void read(Object from, int at, double[] to, int n) {
    if (from instanceof float[] a) {
      for (int i = 0; i < n; i++) to[i] = a[at + i];
    } else {
      System.arraycopy(from, at, to, 0, n);
    }
  }

  private static void write(double[] from, Object to, int at, int n) {
    if (to instanceof float[] a) {
      for (int i = 0; i < n; i++) a[at + i] = (float) from[i];
    } else {
      System.arraycopy(from, 0, to, at, n);
    }
  }
}
