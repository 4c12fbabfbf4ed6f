package thalweg.cpu.reduce;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The same sums on vectors. Loaded only where their module is present.
///
/// ```
/// lanes     0 1 2 3 | 4 5 6 7 | 8 9 10 11 | 12 13 14 15      the 16 of a sum, here in four vectors of four
/// elements  0 1 2 3 | 4 5 6 7 | …
///           16 …
/// ```
final class VectorLaneSums implements LaneSums {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 2)));

  private final ScalarLaneSums scalar = new ScalarLaneSums();

  @Override
  public double sum(float[] a, int at, int step, int n) {
    if (step != 1 || n < 2 * LANES) {
      return scalar.sum(a, at, step, n);
    }
    int width = DOUBLES.length();
    int whole = n - n % LANES;
    double[] lanes = new double[LANES];
    for (int lane = 0; lane < LANES; lane += width) {
      DoubleVector sum = DoubleVector.zero(DOUBLES);
      for (int i = lane; i < whole; i += LANES) {
        sum = sum.add(widened(a, at + i));
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < n; i++) {
      lanes[i - whole] += a[at + i];
    }
    return ScalarLaneSums.combine(lanes);
  }

  @Override
  public double sum(double[] a, int at, int step, int n) {
    if (step != 1 || n < 2 * LANES) {
      return scalar.sum(a, at, step, n);
    }
    int width = DOUBLES.length();
    int whole = n - n % LANES;
    double[] lanes = new double[LANES];
    for (int lane = 0; lane < LANES; lane += width) {
      DoubleVector sum = DoubleVector.zero(DOUBLES);
      for (int i = lane; i < whole; i += LANES) {
        sum = sum.add(DoubleVector.fromArray(DOUBLES, a, at + i));
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < n; i++) {
      lanes[i - whole] += a[at + i];
    }
    return ScalarLaneSums.combine(lanes);
  }

  @Override
  public double dot(float[] a, int at, int step, float[] b, int bt, int bstep, int n) {
    if (step != 1 || bstep != 1 || n < 2 * LANES) {
      return scalar.dot(a, at, step, b, bt, bstep, n);
    }
    int width = DOUBLES.length();
    int whole = n - n % LANES;
    double[] lanes = new double[LANES];
    for (int lane = 0; lane < LANES; lane += width) {
      DoubleVector sum = DoubleVector.zero(DOUBLES);
      for (int i = lane; i < whole; i += LANES) {
        sum = widened(a, at + i).fma(widened(b, bt + i), sum);
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < n; i++) {
      lanes[i - whole] = Math.fma((double) a[at + i], b[bt + i], lanes[i - whole]);
    }
    return ScalarLaneSums.combine(lanes);
  }

  @Override
  public double dot(double[] a, int at, int step, double[] b, int bt, int bstep, int n) {
    if (step != 1 || bstep != 1 || n < 2 * LANES) {
      return scalar.dot(a, at, step, b, bt, bstep, n);
    }
    int width = DOUBLES.length();
    int whole = n - n % LANES;
    double[] lanes = new double[LANES];
    for (int lane = 0; lane < LANES; lane += width) {
      DoubleVector sum = DoubleVector.zero(DOUBLES);
      for (int i = lane; i < whole; i += LANES) {
        DoubleVector x = DoubleVector.fromArray(DOUBLES, a, at + i);
        sum = x.fma(DoubleVector.fromArray(DOUBLES, b, bt + i), sum);
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < n; i++) {
      lanes[i - whole] = Math.fma(a[at + i], b[bt + i], lanes[i - whole]);
    }
    return ScalarLaneSums.combine(lanes);
  }

  private static DoubleVector widened(float[] a, int at) {
    return (DoubleVector)
        FloatVector.fromArray(HALF, a, at).convertShape(VectorOperators.F2D, DOUBLES, 0);
  }
}
