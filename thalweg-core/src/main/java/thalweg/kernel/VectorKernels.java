package thalweg.kernel;

import java.util.Map;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The same arithmetic with `jdk.incubator.vector`. Loaded only where that module is present.
///
/// ```
/// lanes     0 1 2 3 | 4 5 6 7 | 8 9 10 11 | 12 13 14 15      the 16 of a sum, here in four vectors of four
/// elements  0 1 2 3 | 4 5 6 7 | …
///           16 …
/// ```
final class VectorKernels implements Kernels {
  private static final Tile FLOAT_TILE = new VectorTiles.Floats();
  private static final Tile DOUBLE_TILE = new VectorTiles.Doubles();

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 2)));

  /// The functions whose lanes are faster than their scalar loop. `tan`, `erf` and `erfc` have lanes too, but
  /// these are too long for the compiler to keep in registers.
  private static final Map<String, UnaryOperator<DoubleVector>> FUNCTIONS =
      Map.ofEntries(
          Map.entry("exp", ExponentialLanes::exp),
          Map.entry("expm1", ExponentialLanes::expm1),
          Map.entry("sigmoid", ExponentialLanes::sigmoid),
          Map.entry("log", LogarithmLanes::log),
          Map.entry("log2", LogarithmLanes::log2),
          Map.entry("log10", LogarithmLanes::log10),
          Map.entry("sin", TrigonometryLanes::sin),
          Map.entry("cos", TrigonometryLanes::cos),
          Map.entry("atan", InverseTrigonometryLanes::atan),
          Map.entry("sinh", HyperbolicLanes::sinh),
          Map.entry("cosh", HyperbolicLanes::cosh),
          Map.entry("tanh", HyperbolicLanes::tanh));

  private final ScalarKernels scalar = new ScalarKernels();

  /// True if vectors are wide enough, and not so wide that a sum has fewer lanes than one.
  static boolean fits() {
    return DOUBLES.length() >= 2 && LANES % DOUBLES.length() == 0;
  }

  @Override
  public String name() {
    return "vector, %d bits".formatted(DOUBLES.vectorBitSize());
  }

  @Override
  public Formula.Loop elementwise(String function, Formula.Loop loop) {
    if (function.equals("pow")) {
      return new LaneRows(PowerRows::new, PowerRows::takes, loop);
    }
    UnaryOperator<DoubleVector> lanes = FUNCTIONS.get(function);
    return lanes == null ? loop : LaneRows.of(lanes, loop);
  }

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
    return ScalarKernels.combine(lanes);
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
    return ScalarKernels.combine(lanes);
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
    return ScalarKernels.combine(lanes);
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
    return ScalarKernels.combine(lanes);
  }

  private static DoubleVector widened(float[] a, int at) {
    return (DoubleVector)
        FloatVector.fromArray(HALF, a, at).convertShape(VectorOperators.F2D, DOUBLES, 0);
  }

  @Override
  public void multiplyAdd(float a, float[] b, int bt, float[] out, int ot, int n) {
    FloatVector factor = FloatVector.broadcast(FLOATS, a);
    int j = 0;
    for (int whole = FLOATS.loopBound(n); j < whole; j += FLOATS.length()) {
      FloatVector.fromArray(FLOATS, b, bt + j)
          .fma(factor, FloatVector.fromArray(FLOATS, out, ot + j))
          .intoArray(out, ot + j);
    }
    scalar.multiplyAdd(a, b, bt + j, out, ot + j, n - j);
  }

  @Override
  public void multiplyAdd(double a, double[] b, int bt, double[] out, int ot, int n) {
    DoubleVector factor = DoubleVector.broadcast(DOUBLES, a);
    int j = 0;
    for (int whole = DOUBLES.loopBound(n); j < whole; j += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, b, bt + j)
          .fma(factor, DoubleVector.fromArray(DOUBLES, out, ot + j))
          .intoArray(out, ot + j);
    }
    scalar.multiplyAdd(a, b, bt + j, out, ot + j, n - j);
  }

  @Override
  public Tile floatTile() {
    return FLOAT_TILE;
  }

  @Override
  public Tile doubleTile() {
    return DOUBLE_TILE;
  }
}
