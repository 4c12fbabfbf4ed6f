package thalweg.cpu.matmul;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import thalweg.cpu.matmul.MatrixProduct.Matrix;

/// Tiles of six rows by two vectors: twelve sums, two vectors of `b` and one element of `a` at a time, which fit
/// the 16 registers of AVX2 (float32: 6 × 16) and are enough for AVX-512 (6 × 32) to keep both multipliers busy.
///
/// ```
///              b0       b1
/// a[0]  ×   ┌ c00 ┐  ┌ c01 ┐
/// …         │  …  │  │  …  │
/// ```
///
/// The sums are local variables, because vectors in an array would not stay in registers.
final class VectorTiles {
  private static final int ROWS = 6;

  /// From one step of packed rows to the next: a power of two, and so one index serves for `a` and `b`.
  private static final int PITCH = 8;

  /// Processors with 16 registers for vectors, where a fence orders only the compiler and is no instruction.
  private static final boolean FEW_REGISTERS = System.getProperty("os.arch").matches("amd64|x86_64");

  private VectorTiles() {}

  /// Keeps the compiler from loading the rows to come before this one: it would run out of registers and keep sums
  /// in memory.
  private static void inOrder() {
    if (FEW_REGISTERS) {
      VarHandle.acquireFence();
    }
  }

  /// The tile of `float32`.
  static final class Floats implements Tile {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    private static final int COLUMNS = 2 * LENGTH;

    // An element of b stands UP / DOWN as far on as the one of a in the same step.
    private static final int UP = Math.max(COLUMNS / PITCH, 1);
    private static final int DOWN = Math.max(PITCH / COLUMNS, 1);

    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public int pitch() {
      return PITCH;
    }

    @Override
    public int columns() {
      return COLUMNS;
    }

    @Override
    public void add(
        Object a, int at, Object b, int bt, int steps, Object out, int ot, int outStep, int used) {
      add((float[]) a, at, (float[]) b, bt, steps, (float[]) out, ot, outStep);
    }

    @Override
    public void pack(Matrix m, int row, int rows, int from, int steps, Object out, int to, int width) {
      if (rows == ROWS && width == PITCH) {
        pack((float[]) m.array(), m.offset(row, from), m, steps, (float[]) out, to, ROWS, PITCH);
      } else if (rows == COLUMNS && width == COLUMNS && m.rowStep() == 1) {
        copy((float[]) m.array(), m.offset(row, from), m.columnStep(), steps, (float[]) out, to);
      } else if (rows == COLUMNS && width == COLUMNS) {
        pack((float[]) m.array(), m.offset(row, from), m, steps, (float[]) out, to, COLUMNS, COLUMNS);
      } else {
        Packing.pack(m, row, rows, from, steps, out, to, width);
      }
    }

    /// Two steps at a time, and one index for both arrays: each saves a tenth of the instructions.
    private static void add(
        float[] a, int at, float[] b, int bt, int steps, float[] out, int ot, int outStep) {
      FloatVector zero = FloatVector.zero(SPECIES);
      FloatVector c00 = zero, c01 = zero;
      FloatVector c10 = zero, c11 = zero;
      FloatVector c20 = zero, c21 = zero;
      FloatVector c30 = zero, c31 = zero;
      FloatVector c40 = zero, c41 = zero;
      FloatVector c50 = zero, c51 = zero;
      FloatVector x, b0, b1;
      int whole = at + (steps & -2) * PITCH;
      int apart = bt - at * UP / DOWN;
      for (int i = at; i < whole; i += 2 * PITCH) {
        int j = i * UP / DOWN + apart;
        b0 = FloatVector.fromArray(SPECIES, b, j);
        b1 = FloatVector.fromArray(SPECIES, b, j + LENGTH);
        x = FloatVector.broadcast(SPECIES, a[i]); c00 = x.fma(b0, c00); c01 = x.fma(b1, c01); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + 1]); c10 = x.fma(b0, c10); c11 = x.fma(b1, c11); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + 2]); c20 = x.fma(b0, c20); c21 = x.fma(b1, c21); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + 3]); c30 = x.fma(b0, c30); c31 = x.fma(b1, c31); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + 4]); c40 = x.fma(b0, c40); c41 = x.fma(b1, c41); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + 5]); c50 = x.fma(b0, c50); c51 = x.fma(b1, c51); inOrder();
        b0 = FloatVector.fromArray(SPECIES, b, j + 2 * LENGTH);
        b1 = FloatVector.fromArray(SPECIES, b, j + 3 * LENGTH);
        x = FloatVector.broadcast(SPECIES, a[i + PITCH]); c00 = x.fma(b0, c00); c01 = x.fma(b1, c01); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + PITCH + 1]); c10 = x.fma(b0, c10); c11 = x.fma(b1, c11); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + PITCH + 2]); c20 = x.fma(b0, c20); c21 = x.fma(b1, c21); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + PITCH + 3]); c30 = x.fma(b0, c30); c31 = x.fma(b1, c31); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + PITCH + 4]); c40 = x.fma(b0, c40); c41 = x.fma(b1, c41); inOrder();
        x = FloatVector.broadcast(SPECIES, a[i + PITCH + 5]); c50 = x.fma(b0, c50); c51 = x.fma(b1, c51); inOrder();
      }
      if (steps % 2 != 0) {
        int i = whole;
        int j = i * UP / DOWN + apart;
        b0 = FloatVector.fromArray(SPECIES, b, j);
        b1 = FloatVector.fromArray(SPECIES, b, j + LENGTH);
        x = FloatVector.broadcast(SPECIES, a[i]); c00 = x.fma(b0, c00); c01 = x.fma(b1, c01);
        x = FloatVector.broadcast(SPECIES, a[i + 1]); c10 = x.fma(b0, c10); c11 = x.fma(b1, c11);
        x = FloatVector.broadcast(SPECIES, a[i + 2]); c20 = x.fma(b0, c20); c21 = x.fma(b1, c21);
        x = FloatVector.broadcast(SPECIES, a[i + 3]); c30 = x.fma(b0, c30); c31 = x.fma(b1, c31);
        x = FloatVector.broadcast(SPECIES, a[i + 4]); c40 = x.fma(b0, c40); c41 = x.fma(b1, c41);
        x = FloatVector.broadcast(SPECIES, a[i + 5]); c50 = x.fma(b0, c50); c51 = x.fma(b1, c51);
      }
      // No method of ours here: the compiler has no nodes left to inline one, and would make an object of each sum.
      int o = ot;
      FloatVector.fromArray(SPECIES, out, o).add(c00).intoArray(out, o);
      FloatVector.fromArray(SPECIES, out, o + LENGTH).add(c01).intoArray(out, o + LENGTH);
      o += outStep;
      FloatVector.fromArray(SPECIES, out, o).add(c10).intoArray(out, o);
      FloatVector.fromArray(SPECIES, out, o + LENGTH).add(c11).intoArray(out, o + LENGTH);
      o += outStep;
      FloatVector.fromArray(SPECIES, out, o).add(c20).intoArray(out, o);
      FloatVector.fromArray(SPECIES, out, o + LENGTH).add(c21).intoArray(out, o + LENGTH);
      o += outStep;
      FloatVector.fromArray(SPECIES, out, o).add(c30).intoArray(out, o);
      FloatVector.fromArray(SPECIES, out, o + LENGTH).add(c31).intoArray(out, o + LENGTH);
      o += outStep;
      FloatVector.fromArray(SPECIES, out, o).add(c40).intoArray(out, o);
      FloatVector.fromArray(SPECIES, out, o + LENGTH).add(c41).intoArray(out, o + LENGTH);
      o += outStep;
      FloatVector.fromArray(SPECIES, out, o).add(c50).intoArray(out, o);
      FloatVector.fromArray(SPECIES, out, o + LENGTH).add(c51).intoArray(out, o + LENGTH);
    }

    private static void copy(float[] in, int at, int step, int steps, float[] out, int to) {
      for (int p = 0, i = at; p < steps; p++, i += step) {
        int o = to + p * COLUMNS;
        FloatVector.fromArray(SPECIES, in, i).intoArray(out, o);
        FloatVector.fromArray(SPECIES, in, i + LENGTH).intoArray(out, o + LENGTH);
      }
    }

    private static void pack(
        float[] in, int at, Matrix m, int steps, float[] out, int to, int rows, int width) {
      if (m.columnStep() == 1) {
        VectorPacking.Floats.turn(in, at, m.rowStep(), steps, out, to, rows, width);
      } else if (m.rowStep() == 1) {
        VectorPacking.Floats.copy(in, at, m.columnStep(), steps, out, to, rows, width);
      } else {
        Packing.floats(in, at, m.rowStep(), m.columnStep(), rows, steps, out, to, width);
      }
    }
  }

  /// The tile of `float64`.
  static final class Doubles implements Tile {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    private static final int COLUMNS = 2 * LENGTH;

    // An element of b stands UP / DOWN as far on as the one of a in the same step.
    private static final int UP = Math.max(COLUMNS / PITCH, 1);
    private static final int DOWN = Math.max(PITCH / COLUMNS, 1);

    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public int pitch() {
      return PITCH;
    }

    @Override
    public int columns() {
      return COLUMNS;
    }

    @Override
    public void add(
        Object a, int at, Object b, int bt, int steps, Object out, int ot, int outStep, int used) {
      add((double[]) a, at, (double[]) b, bt, steps, (double[]) out, ot, outStep);
    }

    @Override
    public void pack(Matrix m, int row, int rows, int from, int steps, Object out, int to, int width) {
      if (rows == ROWS && width == PITCH) {
        pack((double[]) m.array(), m.offset(row, from), m, steps, (double[]) out, to, ROWS, PITCH);
      } else if (rows == COLUMNS && width == COLUMNS && m.rowStep() == 1) {
        copy((double[]) m.array(), m.offset(row, from), m.columnStep(), steps, (double[]) out, to);
      } else if (rows == COLUMNS && width == COLUMNS) {
        pack((double[]) m.array(), m.offset(row, from), m, steps, (double[]) out, to, COLUMNS, COLUMNS);
      } else {
        Packing.pack(m, row, rows, from, steps, out, to, width);
      }
    }

    /// Two steps at a time, and one index for both arrays: each saves a tenth of the instructions.
    private static void add(
        double[] a, int at, double[] b, int bt, int steps, double[] out, int ot, int outStep) {
      DoubleVector zero = DoubleVector.zero(SPECIES);
      DoubleVector c00 = zero, c01 = zero;
      DoubleVector c10 = zero, c11 = zero;
      DoubleVector c20 = zero, c21 = zero;
      DoubleVector c30 = zero, c31 = zero;
      DoubleVector c40 = zero, c41 = zero;
      DoubleVector c50 = zero, c51 = zero;
      DoubleVector x, b0, b1;
      int whole = at + (steps & -2) * PITCH;
      int apart = bt - at * UP / DOWN;
      for (int i = at; i < whole; i += 2 * PITCH) {
        int j = i * UP / DOWN + apart;
        b0 = DoubleVector.fromArray(SPECIES, b, j);
        b1 = DoubleVector.fromArray(SPECIES, b, j + LENGTH);
        x = DoubleVector.broadcast(SPECIES, a[i]); c00 = x.fma(b0, c00); c01 = x.fma(b1, c01); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + 1]); c10 = x.fma(b0, c10); c11 = x.fma(b1, c11); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + 2]); c20 = x.fma(b0, c20); c21 = x.fma(b1, c21); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + 3]); c30 = x.fma(b0, c30); c31 = x.fma(b1, c31); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + 4]); c40 = x.fma(b0, c40); c41 = x.fma(b1, c41); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + 5]); c50 = x.fma(b0, c50); c51 = x.fma(b1, c51); inOrder();
        b0 = DoubleVector.fromArray(SPECIES, b, j + 2 * LENGTH);
        b1 = DoubleVector.fromArray(SPECIES, b, j + 3 * LENGTH);
        x = DoubleVector.broadcast(SPECIES, a[i + PITCH]); c00 = x.fma(b0, c00); c01 = x.fma(b1, c01); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + PITCH + 1]); c10 = x.fma(b0, c10); c11 = x.fma(b1, c11); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + PITCH + 2]); c20 = x.fma(b0, c20); c21 = x.fma(b1, c21); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + PITCH + 3]); c30 = x.fma(b0, c30); c31 = x.fma(b1, c31); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + PITCH + 4]); c40 = x.fma(b0, c40); c41 = x.fma(b1, c41); inOrder();
        x = DoubleVector.broadcast(SPECIES, a[i + PITCH + 5]); c50 = x.fma(b0, c50); c51 = x.fma(b1, c51); inOrder();
      }
      if (steps % 2 != 0) {
        int i = whole;
        int j = i * UP / DOWN + apart;
        b0 = DoubleVector.fromArray(SPECIES, b, j);
        b1 = DoubleVector.fromArray(SPECIES, b, j + LENGTH);
        x = DoubleVector.broadcast(SPECIES, a[i]); c00 = x.fma(b0, c00); c01 = x.fma(b1, c01);
        x = DoubleVector.broadcast(SPECIES, a[i + 1]); c10 = x.fma(b0, c10); c11 = x.fma(b1, c11);
        x = DoubleVector.broadcast(SPECIES, a[i + 2]); c20 = x.fma(b0, c20); c21 = x.fma(b1, c21);
        x = DoubleVector.broadcast(SPECIES, a[i + 3]); c30 = x.fma(b0, c30); c31 = x.fma(b1, c31);
        x = DoubleVector.broadcast(SPECIES, a[i + 4]); c40 = x.fma(b0, c40); c41 = x.fma(b1, c41);
        x = DoubleVector.broadcast(SPECIES, a[i + 5]); c50 = x.fma(b0, c50); c51 = x.fma(b1, c51);
      }
      // No method of ours here: see above.
      int o = ot;
      DoubleVector.fromArray(SPECIES, out, o).add(c00).intoArray(out, o);
      DoubleVector.fromArray(SPECIES, out, o + LENGTH).add(c01).intoArray(out, o + LENGTH);
      o += outStep;
      DoubleVector.fromArray(SPECIES, out, o).add(c10).intoArray(out, o);
      DoubleVector.fromArray(SPECIES, out, o + LENGTH).add(c11).intoArray(out, o + LENGTH);
      o += outStep;
      DoubleVector.fromArray(SPECIES, out, o).add(c20).intoArray(out, o);
      DoubleVector.fromArray(SPECIES, out, o + LENGTH).add(c21).intoArray(out, o + LENGTH);
      o += outStep;
      DoubleVector.fromArray(SPECIES, out, o).add(c30).intoArray(out, o);
      DoubleVector.fromArray(SPECIES, out, o + LENGTH).add(c31).intoArray(out, o + LENGTH);
      o += outStep;
      DoubleVector.fromArray(SPECIES, out, o).add(c40).intoArray(out, o);
      DoubleVector.fromArray(SPECIES, out, o + LENGTH).add(c41).intoArray(out, o + LENGTH);
      o += outStep;
      DoubleVector.fromArray(SPECIES, out, o).add(c50).intoArray(out, o);
      DoubleVector.fromArray(SPECIES, out, o + LENGTH).add(c51).intoArray(out, o + LENGTH);
    }

    private static void copy(double[] in, int at, int step, int steps, double[] out, int to) {
      for (int p = 0, i = at; p < steps; p++, i += step) {
        int o = to + p * COLUMNS;
        DoubleVector.fromArray(SPECIES, in, i).intoArray(out, o);
        DoubleVector.fromArray(SPECIES, in, i + LENGTH).intoArray(out, o + LENGTH);
      }
    }

    private static void pack(
        double[] in, int at, Matrix m, int steps, double[] out, int to, int rows, int width) {
      if (m.rowStep() == 1) {
        VectorPacking.Doubles.copy(in, at, m.columnStep(), steps, out, to, rows, width);
      } else {
        Packing.doubles(in, at, m.rowStep(), m.columnStep(), rows, steps, out, to, width);
      }
    }
  }
}
