package thalweg.op;

import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;

import thalweg.cpu.reduce.Extremes;
import thalweg.cpu.reduce.Runs;
import thalweg.runtime.Elementwise;
import thalweg.runtime.Structural;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// Reductions that select an element or decide about elements: largest, smallest, all, any. Dimensions
/// and `keepdim` are as in [Reductions]. Names are those of `torch`.
public sealed interface Selecting permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  // ---- extremes

  /// The largest element; NaN if any is. Equal largest ones share the gradient.
  ///
  /// @throws ShapeException if there is no element
  default Tensor max() {
    return extremeOfAll("max", "MaxBackward1", Extremes.MAX);
  }

  /// The smallest element; NaN if any is. Equal smallest ones share the gradient.
  ///
  /// @throws ShapeException if there is no element
  default Tensor min() {
    return extremeOfAll("min", "MinBackward1", Extremes.MIN);
  }

  /// The largest elements over `dims`; equal ones share the gradient.
  default Tensor amax(int[] dims, boolean keepdim) {
    return extreme("amax", "AmaxBackward0", dims, keepdim, Extremes.MAX);
  }

  /// The smallest elements over `dims`; equal ones share the gradient.
  default Tensor amin(int[] dims, boolean keepdim) {
    return extreme("amin", "AminBackward0", dims, keepdim, Extremes.MIN);
  }

  private Tensor extremeOfAll(String op, String gradName, Runs.Run run) {
    Tensor x = self();
    ReductionPlan plan = ReductionPlan.over(op, x.shape());
    SelectingOps.requireSome(op, plan);
    return SelectingOps.evenly(op, gradName, x, plan.apply(x, x.dtype(), false, run));
  }

  private Tensor extreme(String op, String gradName, int[] dims, boolean keepdim, Runs.Run run) {
    Tensor x = self();
    ReductionPlan plan = ReductionPlan.over(op, x.shape(), dims);
    SelectingOps.requireSome(op, plan);
    return Structural.of(
            op,
            gradName,
            Arguments.ofDims(dims, keepdim),
            X | OUT,
            (s, g) -> {
              Tensor winners = s.x().eq(ReductionPlan.spread(s.out(), plan)).to(g.dtype());
              Tensor count = winners.sum(plan.dims(), true);
              return winners.mul(ReductionPlan.spread(g, plan).div(count));
            })
        .record(plan.apply(x, x.dtype(), keepdim, run), x);
  }

  /// The largest elements along `dim` and the index of the first of each.
  default ValuesAndIndices max(int dim, boolean keepdim) {
    return extremeAlong("max", dim, keepdim, Extremes.ARGMAX);
  }

  /// The smallest elements along `dim` and the index of the first of each.
  default ValuesAndIndices min(int dim, boolean keepdim) {
    return extremeAlong("min", dim, keepdim, Extremes.ARGMIN);
  }

  private ValuesAndIndices extremeAlong(String op, int dim, boolean keepdim, Runs.Run run) {
    Tensor x = self();
    ReductionPlan plan = ReductionPlan.over(op, x.shape(), dim);
    SelectingOps.requireSome(op, plan);
    Tensor indices = plan.apply(x, DType.INT64, true, run);
    var arguments = Arguments.of("dim", dim, "keepdim", Arguments.unless(false, keepdim));
    return ValuesAndIndices.along(op, arguments, x, plan, indices, keepdim);
  }

  /// The row-major index of the first largest element.
  default Tensor argmax() {
    return arg("argmax", new int[0], false, Extremes.ARGMAX);
  }

  /// The index of the first largest element along `dim`.
  default Tensor argmax(int dim, boolean keepdim) {
    return arg("argmax", new int[] {dim}, keepdim, Extremes.ARGMAX);
  }

  /// The row-major index of the first smallest element.
  default Tensor argmin() {
    return arg("argmin", new int[0], false, Extremes.ARGMIN);
  }

  /// The index of the first smallest element along `dim`.
  default Tensor argmin(int dim, boolean keepdim) {
    return arg("argmin", new int[] {dim}, keepdim, Extremes.ARGMIN);
  }

  private Tensor arg(String op, int[] dims, boolean keepdim, Runs.Run run) {
    ReductionPlan plan = ReductionPlan.over(op, self().shape(), dims);
    SelectingOps.requireSome(op, plan);
    return plan.apply(self(), DType.INT64, keepdim, run);
  }

  // ---- truth

  /// Whether all elements differ from zero; true if there is none.
  default Tensor all() {
    return all(new int[0], false);
  }

  /// Whether all elements over `dims` differ from zero.
  default Tensor all(int[] dims, boolean keepdim) {
    return ReductionPlan.over("all", self().shape(), dims)
        .apply(Elementwise.cast(self(), DType.BOOL), DType.BOOL, keepdim, Extremes::all);
  }

  /// Whether any element differs from zero; false if there is none.
  default Tensor any() {
    return any(new int[0], false);
  }

  /// Whether any element over `dims` differs from zero.
  default Tensor any(int[] dims, boolean keepdim) {
    return ReductionPlan.over("any", self().shape(), dims)
        .apply(Elementwise.cast(self(), DType.BOOL), DType.BOOL, keepdim, Extremes::any);
  }
}

/// What [Selecting] and other families share.
final class SelectingOps {
  private SelectingOps() {}

  /// One element of `x`, chosen by its value: all that equal it share the gradient, all NaN if it is that.
  static Tensor evenly(String op, String gradName, Tensor x, Tensor chosen) {
    return Structural.of(
            op,
            gradName,
            Arguments.NONE,
            X | OUT,
            (s, g) -> {
              Tensor winners = equalOrNan(s.x(), s.out()).to(g.dtype());
              return winners.mul(g.div(winners.sum()));
            })
        .record(chosen, x);
  }

  /// Where `x` equals `value`, or both are NaN.
  static Tensor equalOrNan(Tensor x, Tensor value) {
    return x.eq(value).logicalOr(x.isnan().logicalAnd(value.isnan()));
  }

  /// @throws ShapeException if a run of `fold` holds no element
  static void requireSome(String op, ReductionPlan plan) {
    if (plan.count() == 0) {
      throw new ShapeException(
          "%s: shape %s has no elements to choose from along %s"
              .formatted(op, plan.shape().tuple(), Shape.tuple(plan.dims())));
    }
  }
}
