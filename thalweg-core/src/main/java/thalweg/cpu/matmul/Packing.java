package thalweg.cpu.matmul;

import java.util.Arrays;
import thalweg.cpu.matmul.MatrixProduct.Matrix;

/// Rearranges parts of matrices in the order in which a [Tile] reads them, whatever their strides.
///
/// ```
/// a row 0:  0 1 2 3 …              step 0   step 1   step 2
/// a row 1:  a b c d …    packed:   0 a A 0  1 b B 0  2 c C 0  …     three rows in a width of four
/// a row 2:  A B C D …
/// ```
final class Packing {
  private Packing() {}

  /// Packs rows `row` to `row + rows` of a matrix, steps `from` to `from + steps`, to `out[to + p·width + i]`; zeros
  /// fill the width.
  static void pack(Matrix m, int row, int rows, int from, int steps, Object out, int to, int width) {
    int at = m.at() + row * m.rowStep() + from * m.columnStep();
    if (out instanceof float[] packed) {
      if (rows < width) {
        Arrays.fill(packed, to, to + steps * width, 0);
      }
      floats((float[]) m.array(), at, m.rowStep(), m.columnStep(), rows, steps, packed, to, width);
    } else {
      double[] packed = (double[]) out;
      if (rows < width) {
        Arrays.fill(packed, to, to + steps * width, 0);
      }
      doubles((double[]) m.array(), at, m.rowStep(), m.columnStep(), rows, steps, packed, to, width);
    }
  }

  static void floats(
      float[] in, int at, int rowStep, int columnStep, int rows, int steps, float[] out, int to, int width) {
    if (rowStep == 1) {
      for (int p = 0; p < steps; p++) {
        System.arraycopy(in, at + p * columnStep, out, to + p * width, rows);
      }
      return;
    }
    int i = 0;
    for (; columnStep == 1 && i + 4 <= rows; i += 4) { // four at once write a line of the cache less often
      int row0 = at + i * rowStep;
      int row1 = row0 + rowStep;
      int row2 = row1 + rowStep;
      int row3 = row2 + rowStep;
      for (int p = 0, o = to + i; p < steps; p++, o += width) {
        out[o] = in[row0 + p];
        out[o + 1] = in[row1 + p];
        out[o + 2] = in[row2 + p];
        out[o + 3] = in[row3 + p];
      }
    }
    for (; i < rows; i++) {
      for (int p = 0; p < steps; p++) {
        out[to + i + p * width] = in[at + i * rowStep + p * columnStep];
      }
    }
  }

  static void doubles(
      double[] in, int at, int rowStep, int columnStep, int rows, int steps, double[] out, int to, int width) {
    if (rowStep == 1) {
      for (int p = 0; p < steps; p++) {
        System.arraycopy(in, at + p * columnStep, out, to + p * width, rows);
      }
      return;
    }
    int i = 0;
    for (; columnStep == 1 && i + 4 <= rows; i += 4) { // four at once write a line of the cache less often
      int row0 = at + i * rowStep;
      int row1 = row0 + rowStep;
      int row2 = row1 + rowStep;
      int row3 = row2 + rowStep;
      for (int p = 0, o = to + i; p < steps; p++, o += width) {
        out[o] = in[row0 + p];
        out[o + 1] = in[row1 + p];
        out[o + 2] = in[row2 + p];
        out[o + 3] = in[row3 + p];
      }
    }
    for (; i < rows; i++) {
      for (int p = 0; p < steps; p++) {
        out[to + i + p * width] = in[at + i * rowStep + p * columnStep];
      }
    }
  }
}
