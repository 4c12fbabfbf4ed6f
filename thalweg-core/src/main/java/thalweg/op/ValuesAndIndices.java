package thalweg.op;

import thalweg.tensor.Tensor;

/// What operations along a dimension give: the chosen elements, which take a gradient, and where they
/// stood, `int64`.
public record ValuesAndIndices(Tensor values, Tensor indices) {
  /// The elements of `x` at `indices` along the one dimension of `fold`; without `keepdim` it is dropped.
  static ValuesAndIndices along(String op, Tensor x, Fold fold, Tensor indices, boolean keepdim) {
    int dim = fold.dims().length == 0 ? 0 : fold.dims()[0];
    Selection chosen =
        Selection.along(op, x.shape(), indices.shape(), dim, indices.toLongArray());
    if (keepdim) {
      return new ValuesAndIndices(chosen.pick(x), indices);
    }
    int[] dropped = fold.result(false).toArray();
    Selection flat =
        new Selection(op, x.shape(), fold.result(false), chosen.places());
    return new ValuesAndIndices(flat.pick(x), indices.reshape(dropped));
  }
}
