package thalweg.runtime;

import thalweg.cpu.loop.Rows;

/// From layouts to the rows that kernels walk.
public final class Layouts {
  private Layouts() {}

  /// Two operands of one shape.
  public static Rows rows(Layout out, Layout x) {
    if (out.isContiguous() && x.isContiguous()) {
      return new Rows(out.shape().size(), out.offset(), x.offset());
    }
    return new Rows(
        out.shape().toArray(),
        new int[][] {out.strides(), x.strides()},
        new int[] {out.offset(), x.offset()});
  }

  /// Operands of one shape; operand 0 is the output, the others are repeated to its shape.
  public static Rows rows(Layout out, Layout... operands) {
    int[] offsets = new int[operands.length + 1];
    offsets[0] = out.offset();
    for (int k = 0; k < operands.length; k++) {
      offsets[k + 1] = operands[k].offset();
    }
    int[] steps = evenSteps(out, operands);
    if (steps != null) {
      return new Rows(out.shape().size(), steps, offsets);
    }
    int[][] strides = new int[operands.length + 1][];
    strides[0] = out.strides();
    for (int k = 0; k < operands.length; k++) {
      strides[k + 1] = operands[k].expand(out.shape()).strides();
    }
    return new Rows(out.shape().toArray(), strides, offsets);
  }

  /// The steps of a single row, where each operand is either laid out as the output is or one element;
  /// otherwise null. Nearly all operations are of this kind.
  private static int[] evenSteps(Layout out, Layout[] operands) {
    if (!out.isContiguous()) {
      return null;
    }
    int size = out.shape().size();
    int[] steps = new int[operands.length + 1];
    steps[0] = 1;
    for (int k = 0; k < operands.length; k++) {
      int own = operands[k].shape().size();
      if (own != 1 && (own != size || !operands[k].isContiguous())) {
        return null;
      }
      steps[k + 1] = own == 1 && size != 1 ? 0 : 1;
    }
    return steps;
  }
}
