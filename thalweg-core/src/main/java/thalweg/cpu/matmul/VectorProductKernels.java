package thalweg.cpu.matmul;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The same steps on vectors. Loaded only where their module is present.
final class VectorProductKernels implements ProductKernels {
  private static final Tile FLOAT_TILE = new VectorTiles.Floats();
  private static final Tile DOUBLE_TILE = new VectorTiles.Doubles();

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  private final ScalarProductKernels scalar = new ScalarProductKernels();

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
