package thalweg.op;

import thalweg.cpu.loop.Rows;
import thalweg.cpu.reduce.Runs;
import thalweg.cpu.reduce.Runs.Run;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// Walks a tensor as one strided run of elements for each element of a reduction's result.
///
/// The elements of a run come in row-major order of the reduced dimensions, whatever the strides, so
/// that a value does not depend on the layout.
record ReductionPlan(Shape shape, Shape keptShape, int[] dims) {
  /// The reduction of `shape` over `dims`; none means all.
  static ReductionPlan over(String op, Shape shape, int... dims) {
    if (dims.length == 0) {
      int[] all = new int[shape.rank()];
      int[] ones = new int[shape.rank()];
      for (int d = 0; d < all.length; d++) {
        all[d] = d;
        ones[d] = 1;
      }
      return new ReductionPlan(shape, Shape.of(ones), all);
    }
    int[] axes =
        shape.rank() == 0 && shape.normalize(op, dims).length > 0
            ? new int[0]
            : shape.normalize(op, dims);
    int[] kept = shape.toArray();
    for (int axis : axes) {
      kept[axis] = 1;
    }
    return new ReductionPlan(shape, Shape.of(kept), axes);
  }

  /// True if one run holds all elements.
  private boolean isWhole() {
    return dims.length == shape.rank();
  }

  /// The number of elements in a run.
  int count() {
    if (isWhole()) {
      return shape.size();
    }
    int count = 1;
    for (int axis : dims) {
      count *= shape.dim(axis);
    }
    return count;
  }

  /// The shape of the result: reduced dimensions of length 1, or left out.
  Shape result(boolean keepdim) {
    if (keepdim) {
      return keptShape;
    }
    if (isWhole()) {
      return Shape.SCALAR;
    }
    int[] kept = new int[shape.rank() - dims.length];
    int[] order = order();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = shape.dim(order[i]);
    }
    return Shape.of(kept);
  }

  /// The dimensions that are kept, then those that are reduced, each in ascending order.
  private int[] order() {
    int[] order = new int[shape.rank()];
    int kept = 0;
    int reduced = order.length - dims.length;
    for (int d = 0; d < order.length; d++) {
      if (reduces(d)) {
        order[reduced++] = d;
      } else {
        order[kept++] = d;
      }
    }
    return order;
  }

  private boolean reduces(int dim) {
    for (int axis : dims) {
      if (axis == dim) {
        return true;
      }
    }
    return false;
  }

  /// Folds each run of `x` into one element of a new tensor.
  Tensor apply(Tensor x, DType dtype, boolean keepdim, Run run) {
    Layout layout = Layout.contiguous(result(keepdim));
    Storage out = Storage.zeros(dtype, layout.shape());
    if (isWhole() && Internals.layout(x).isContiguous()) { // the common case, without the search for runs
      run.fold(Internals.storage(x).array(), Internals.layout(x).offset(), 1, x.size(), out.array(), 0);
      return Internals.tensor(out, layout);
    }
    foldEach(x, run, out.array(), layout.shape().size());
    return Internals.tensor(out, layout);
  }

  /// The gradient of a reduced tensor repeated over what `fold` reduced.
  static Tensor spread(Tensor g, ReductionPlan plan) {
    Tensor kept = g.shape().equals(plan.keptShape) ? g : g.reshape(plan.keptShape.toArray());
    return kept.expand(plan.shape.toArray());
  }

  private void foldEach(Tensor x, Run run, Object out, int results) {
    int[] order = order();
    Layout arranged = Internals.layout(x).permute(order);
    int kept = order.length - dims.length;
    int[] target = new int[kept + 1];
    for (int i = 0; i < kept; i++) {
      target[i] = shape.dim(order[i]);
    }
    int n = count();
    target[kept] = n;
    Layout runs = arranged.reshape(Shape.of(target));
    Object array = Internals.storage(x).array();
    if (runs == null) { // the runs do not lie evenly: make them
      Tensor copy = Internals.unrecorded(Internals.view(x, arranged, null), x.dtype());
      array = Internals.storage(copy).array();
      runs = Internals.layout(copy).reshape(Shape.of(target));
    }
    if (n == 0) {
      run.folds(array, 0, 1, 0, 0, results, out, 0);
      return;
    }
    Layout starts = runs.select(kept, 0);
    Rows rows =
        new Rows(
            starts.shape().toArray(), new int[][] {starts.strides()}, new int[] {starts.offset()});
    new Runs(array, rows, runs.stride(kept), n).fold(run, out);
  }
}
