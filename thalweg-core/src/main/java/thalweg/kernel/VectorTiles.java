package thalweg.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import thalweg.kernel.MatrixProduct.Matrix;

/// Tiles of five rows by two vectors: ten sums, two vectors of `b` and one element of `a` at a time, which fit
/// the 16 registers of AVX2 (float32: 5 × 16) and are enough for AVX-512 (5 × 32) to keep both multipliers busy.
///
/// ```
///              b0       b1
/// a[0]  ×   ┌ c00 ┐  ┌ c01 ┐
/// …         │  …  │  │  …  │
/// ```
///
/// The sums are local variables, because vectors in an array would not stay in registers.
final class VectorTiles {
  private static final int ROWS = 5;

  private VectorTiles() {}

  /// The tile of `float32`.
  static final class Floats implements Tile {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();

    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public int columns() {
      return 2 * LENGTH;
    }

    @Override
    public void add(
        Object a, int at, Object b, int bt, int bStep, int steps, Object out, int ot, int outStep, int used) {
      add((float[]) a, at, (float[]) b, bt, bStep, steps, (float[]) out, ot, outStep);
    }

    @Override
    public void pack(Matrix m, int row, int rows, int from, int steps, Object out, int to, int width) {
      if (rows == ROWS && width == ROWS) {
        pack((float[]) m.array(), m.place(row, from), m, steps, (float[]) out, to, ROWS);
      } else if (rows == 2 * LENGTH && width == 2 * LENGTH) {
        pack((float[]) m.array(), m.place(row, from), m, steps, (float[]) out, to, 2 * LENGTH);
      } else {
        Packing.pack(m, row, rows, from, steps, out, to, width);
      }
    }

    private static void add(
        float[] a, int at, float[] b, int bt, int bStep, int steps, float[] out, int ot, int outStep) {
      FloatVector zero = FloatVector.zero(SPECIES);
      FloatVector c00 = zero, c01 = zero;
      FloatVector c10 = zero, c11 = zero;
      FloatVector c20 = zero, c21 = zero;
      FloatVector c30 = zero, c31 = zero;
      FloatVector c40 = zero, c41 = zero;
      for (int p = 0, i = at, j = bt; p < steps; p++, i += ROWS, j += bStep) {
        FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
        FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LENGTH);
        FloatVector a0 = FloatVector.broadcast(SPECIES, a[i]);
        c00 = a0.fma(b0, c00);
        c01 = a0.fma(b1, c01);
        FloatVector a1 = FloatVector.broadcast(SPECIES, a[i + 1]);
        c10 = a1.fma(b0, c10);
        c11 = a1.fma(b1, c11);
        FloatVector a2 = FloatVector.broadcast(SPECIES, a[i + 2]);
        c20 = a2.fma(b0, c20);
        c21 = a2.fma(b1, c21);
        FloatVector a3 = FloatVector.broadcast(SPECIES, a[i + 3]);
        c30 = a3.fma(b0, c30);
        c31 = a3.fma(b1, c31);
        FloatVector a4 = FloatVector.broadcast(SPECIES, a[i + 4]);
        c40 = a4.fma(b0, c40);
        c41 = a4.fma(b1, c41);
      }
      addRow(out, ot, c00, c01);
      addRow(out, ot + outStep, c10, c11);
      addRow(out, ot + 2 * outStep, c20, c21);
      addRow(out, ot + 3 * outStep, c30, c31);
      addRow(out, ot + 4 * outStep, c40, c41);
    }

    private static void pack(float[] in, int at, Matrix m, int steps, float[] out, int to, int width) {
      if (m.columnStep() == 1) {
        VectorPacking.Floats.turn(in, at, m.rowStep(), steps, out, to, width);
      } else if (m.rowStep() == 1) {
        VectorPacking.Floats.copy(in, at, m.columnStep(), steps, out, to, width);
      } else {
        Packing.floats(in, at, m.rowStep(), m.columnStep(), width, steps, out, to, width);
      }
    }

    private static void addRow(float[] out, int ot, FloatVector c0, FloatVector c1) {
      FloatVector.fromArray(SPECIES, out, ot).add(c0).intoArray(out, ot);
      FloatVector.fromArray(SPECIES, out, ot + LENGTH).add(c1).intoArray(out, ot + LENGTH);
    }
  }

  /// The tile of `float64`.
  static final class Doubles implements Tile {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();

    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public int columns() {
      return 2 * LENGTH;
    }

    @Override
    public void add(
        Object a, int at, Object b, int bt, int bStep, int steps, Object out, int ot, int outStep, int used) {
      add((double[]) a, at, (double[]) b, bt, bStep, steps, (double[]) out, ot, outStep);
    }

    @Override
    public void pack(Matrix m, int row, int rows, int from, int steps, Object out, int to, int width) {
      if (rows == ROWS && width == ROWS) {
        pack((double[]) m.array(), m.place(row, from), m, steps, (double[]) out, to, ROWS);
      } else if (rows == 2 * LENGTH && width == 2 * LENGTH) {
        pack((double[]) m.array(), m.place(row, from), m, steps, (double[]) out, to, 2 * LENGTH);
      } else {
        Packing.pack(m, row, rows, from, steps, out, to, width);
      }
    }

    private static void add(
        double[] a, int at, double[] b, int bt, int bStep, int steps, double[] out, int ot, int outStep) {
      DoubleVector zero = DoubleVector.zero(SPECIES);
      DoubleVector c00 = zero, c01 = zero;
      DoubleVector c10 = zero, c11 = zero;
      DoubleVector c20 = zero, c21 = zero;
      DoubleVector c30 = zero, c31 = zero;
      DoubleVector c40 = zero, c41 = zero;
      for (int p = 0, i = at, j = bt; p < steps; p++, i += ROWS, j += bStep) {
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, j);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, j + LENGTH);
        DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[i]);
        c00 = a0.fma(b0, c00);
        c01 = a0.fma(b1, c01);
        DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[i + 1]);
        c10 = a1.fma(b0, c10);
        c11 = a1.fma(b1, c11);
        DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[i + 2]);
        c20 = a2.fma(b0, c20);
        c21 = a2.fma(b1, c21);
        DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[i + 3]);
        c30 = a3.fma(b0, c30);
        c31 = a3.fma(b1, c31);
        DoubleVector a4 = DoubleVector.broadcast(SPECIES, a[i + 4]);
        c40 = a4.fma(b0, c40);
        c41 = a4.fma(b1, c41);
      }
      addRow(out, ot, c00, c01);
      addRow(out, ot + outStep, c10, c11);
      addRow(out, ot + 2 * outStep, c20, c21);
      addRow(out, ot + 3 * outStep, c30, c31);
      addRow(out, ot + 4 * outStep, c40, c41);
    }

    private static void pack(double[] in, int at, Matrix m, int steps, double[] out, int to, int width) {
      if (m.rowStep() == 1) {
        VectorPacking.Doubles.copy(in, at, m.columnStep(), steps, out, to, width);
      } else {
        Packing.doubles(in, at, m.rowStep(), m.columnStep(), width, steps, out, to, width);
      }
    }

    private static void addRow(double[] out, int ot, DoubleVector c0, DoubleVector c1) {
      DoubleVector.fromArray(SPECIES, out, ot).add(c0).intoArray(out, ot);
      DoubleVector.fromArray(SPECIES, out, ot + LENGTH).add(c1).intoArray(out, ot + LENGTH);
    }
  }
}
