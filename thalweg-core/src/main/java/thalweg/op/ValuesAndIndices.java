package thalweg.op;

import thalweg.runtime.Op;
import thalweg.runtime.Selection;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// What operations along a dimension give: the chosen elements, which take a gradient, and where they
/// stood, `int64`.
public record ValuesAndIndices(Tensor values, Tensor indices) {
  /// The elements of `x` at `indices` along the one dimension of `fold`; without `keepdim` it is dropped.
  static ValuesAndIndices along(
      String op, Arguments arguments, Tensor x, ReductionPlan plan, Tensor indices, boolean keepdim) {
    return along(op, Op.gradName(op, 0), arguments, x, plan, indices, keepdim);
  }

  /// As the other, with the name of the recorded node.
  static ValuesAndIndices along(
      String op,
      String gradName,
      Arguments arguments,
      Tensor x,
      ReductionPlan plan,
      Tensor indices,
      boolean keepdim) {
    int dim = plan.dims().length == 0 ? 0 : plan.dims()[0];
    int[] places =
        Selection.along(op, x.shape(), indices.shape(), dim, indices.toLongArray()).places();
    Shape result = plan.result(keepdim);
    return new ValuesAndIndices(
        new Selection(op, gradName, x.shape(), result, places).with(arguments).pick(x),
        indices.reshape(result.toArray()));
  }
}
