package thalweg.cpu.matmul;

/// The specification in plain Java.
final class ScalarProductKernels implements ProductKernels {
  private static final Tile FLOAT_TILE = new ScalarTiles.Floats();
  private static final Tile DOUBLE_TILE = new ScalarTiles.Doubles();

  @Override
  public void multiplyAdd(float a, float[] b, int bt, float[] out, int ot, int n) {
    for (int j = 0; j < n; j++) {
      out[ot + j] = Math.fma(a, b[bt + j], out[ot + j]);
    }
  }

  @Override
  public void multiplyAdd(double a, double[] b, int bt, double[] out, int ot, int n) {
    for (int j = 0; j < n; j++) {
      out[ot + j] = Math.fma(a, b[bt + j], out[ot + j]);
    }
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
