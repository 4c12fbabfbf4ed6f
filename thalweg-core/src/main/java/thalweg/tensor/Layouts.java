package thalweg.tensor;

import thalweg.kernel.Rows;

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
    boolean flat = out.isContiguous();
    for (Layout operand : operands) {
      flat &= operand.isContiguous() && operand.shape().size() == out.shape().size();
    }
    int[] offsets = new int[operands.length + 1];
    offsets[0] = out.offset();
    for (int k = 0; k < operands.length; k++) {
      offsets[k + 1] = operands[k].offset();
    }
    if (flat) {
      return new Rows(out.shape().size(), offsets);
    }
    int[][] strides = new int[operands.length + 1][];
    strides[0] = out.strides();
    for (int k = 0; k < operands.length; k++) {
      strides[k + 1] = operands[k].expand(out.shape()).strides();
    }
    return new Rows(out.shape().toArray(), strides, offsets);
  }
}
