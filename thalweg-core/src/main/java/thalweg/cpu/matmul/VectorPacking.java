package thalweg.cpu.matmul;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// What [Packing] does, for whole tiles, in vectors of 128 bits, whose shuffles are cheap.
///
/// Where the elements of a row lie one after the other, four steps of four rows are turned at once:
///
/// ```
/// row 0:  0 1 2 3        pairs:  0 a 2 c        packed:  0 a A α
/// row 1:  a b c d   →            1 b 3 d   →             1 b B β
/// row 2:  A B C D                A α C γ                 2 c C γ
/// row 3:  α β γ δ                B β D δ                 3 d D δ
/// ```
///
/// The compiler makes rows and width constants where these methods are called, and so need not check each access.
/// Vectors of `float64` are not turned: their shuffles are slower than plain Java.
final class VectorPacking {
  private VectorPacking() {}

  /// Packing of `float32`.
  static final class Floats {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_128;
    private static final int LENGTH = 4;
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromValues(SPECIES, 0, 0, 2, 2);
    private static final VectorShuffle<Float> ODD = VectorShuffle.fromValues(SPECIES, 1, 1, 3, 3);
    private static final VectorShuffle<Float> LOW = VectorShuffle.fromValues(SPECIES, 0, 1, 0, 1);
    private static final VectorShuffle<Float> HIGH = VectorShuffle.fromValues(SPECIES, 2, 3, 2, 3);
    private static final VectorMask<Float> ODDS = VectorMask.fromValues(SPECIES, false, true, false, true);
    private static final VectorMask<Float> UPPER = VectorMask.fromValues(SPECIES, false, false, true, true);

    private Floats() {}

    /// Packs rows that lie `rowStep` apart, their elements one after the other.
    static void turn(float[] in, int at, int rowStep, int steps, float[] out, int to, int rows, int width) {
      for (int left = 0; left < rows; left += LENGTH) {
        int i = Math.min(left, rows - LENGTH); // the last four rows again, rather than the rest one by one
        turnFour(in, at + i * rowStep, rowStep, steps, out, to + i, width);
      }
    }

    private static void turnFour(float[] in, int row0, int rowStep, int steps, float[] out, int to, int width) {
      int row1 = row0 + rowStep;
      int row2 = row1 + rowStep;
      int row3 = row2 + rowStep;
      int whole = steps & -LENGTH;
      for (int p = 0; p < whole; p += LENGTH) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, in, row0 + p);
        FloatVector x1 = FloatVector.fromArray(SPECIES, in, row1 + p);
        FloatVector x2 = FloatVector.fromArray(SPECIES, in, row2 + p);
        FloatVector x3 = FloatVector.fromArray(SPECIES, in, row3 + p);
        FloatVector upperEven = x0.blend(x1.rearrange(EVEN), ODDS);
        FloatVector upperOdd = x0.rearrange(ODD).blend(x1, ODDS);
        FloatVector lowerEven = x2.blend(x3.rearrange(EVEN), ODDS);
        FloatVector lowerOdd = x2.rearrange(ODD).blend(x3, ODDS);
        int o = to + p * width;
        upperEven.blend(lowerEven.rearrange(LOW), UPPER).intoArray(out, o);
        upperOdd.blend(lowerOdd.rearrange(LOW), UPPER).intoArray(out, o + width);
        upperEven.rearrange(HIGH).blend(lowerEven, UPPER).intoArray(out, o + 2 * width);
        upperOdd.rearrange(HIGH).blend(lowerOdd, UPPER).intoArray(out, o + 3 * width);
      }
      for (int p = whole; p < steps; p++) {
        turnOne(in, row0 + p, rowStep, out, to + p * width);
      }
    }

    private static void turnOne(float[] in, int at, int rowStep, float[] out, int to) {
      for (int i = 0; i < LENGTH; i++) {
        out[to + i] = in[at + i * rowStep];
      }
    }

    /// Packs rows whose elements lie `step` apart, and the rows side by side.
    static void copy(float[] in, int at, int step, int steps, float[] out, int to, int rows, int width) {
      for (int p = 0; p < steps; p++) {
        for (int left = 0; left < rows; left += LENGTH) {
          int i = Math.min(left, rows - LENGTH);
          FloatVector.fromArray(SPECIES, in, at + p * step + i).intoArray(out, to + p * width + i);
        }
      }
    }
  }

  /// Packing of `float64`.
  static final class Doubles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_128;
    private static final int LENGTH = 2;

    private Doubles() {}

    /// Packs rows whose elements lie `step` apart, and the rows side by side.
    static void copy(double[] in, int at, int step, int steps, double[] out, int to, int rows, int width) {
      for (int p = 0; p < steps; p++) {
        for (int left = 0; left < rows; left += LENGTH) {
          int i = Math.min(left, rows - LENGTH);
          DoubleVector.fromArray(SPECIES, in, at + p * step + i).intoArray(out, to + p * width + i);
        }
      }
    }
  }
}
