package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;

import java.util.List;
import java.util.stream.IntStream;
import thalweg.autograd.GradMode;
import thalweg.cpu.reduce.Extremes;
import thalweg.cpu.reduce.RunSum;
import thalweg.runtime.Elementwise;
import thalweg.runtime.Structural;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Many elements to one: over all dimensions, or over those named. With `keepdim` a reduced dimension
/// keeps length 1, otherwise it disappears: `(n, m)` over 1 gives `(n, 1)` or `(n)`. Negative dimensions
/// count from the end. Names are those of `torch`.
public sealed interface Reductions permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  // ---- sums

  /// `Σ xᵢ`; of integers and `bool` in `int64`.
  default Tensor sum() {
    return sum("SumBackward0", new int[0], false);
  }

  /// `Σ xᵢ` over one dimension.
  default Tensor sum(int dim) {
    return sum("SumBackward1", new int[] {dim}, false);
  }

  /// `Σ xᵢ` over `dims`.
  default Tensor sum(int[] dims, boolean keepdim) {
    return sum("SumBackward1", dims, keepdim);
  }

  private Tensor sum(String gradName, int[] dims, boolean keepdim) {
    Tensor x = self();
    ReductionPlan plan = ReductionPlan.over("sum", x.shape(), dims);
    Tensor in = x.dtype().isFloating() ? x : Elementwise.cast(x, DType.INT64);
    Tensor values = plan.apply(in, in.dtype(), keepdim, new RunSum(false));
    return Structural.of(
            "sum", gradName, Arguments.ofDims(dims, keepdim), NOTHING, (s, g) -> ReductionPlan.spread(g, plan))
        .record(values, x);
  }

  /// Summed down to `shape`, which broadcasts to this one: what undoes a broadcast.
  default Tensor sumTo(Shape shape) {
    Tensor x = self();
    int added = x.rank() - shape.rank();
    int[] dims =
        IntStream.range(0, x.rank())
            .filter(d -> d < added || (shape.dim(d - added) == 1 && x.shape().dim(d) != 1))
            .toArray();
    Tensor sum = dims.length == 0 ? x : x.sum(dims, true);
    return sum.shape().equals(shape) ? sum : sum.reshape(shape.toArray());
  }

  /// `Σ xᵢ / n`.
  ///
  /// @throws IllegalArgumentException for integers
  default Tensor mean() {
    return mean("MeanBackward0", new int[0], false);
  }

  /// `Σ xᵢ / n` over one dimension.
  default Tensor mean(int dim) {
    return mean("MeanBackward1", new int[] {dim}, false);
  }

  /// `Σ xᵢ / n` over `dims`.
  default Tensor mean(int[] dims, boolean keepdim) {
    return mean("MeanBackward1", dims, keepdim);
  }

  private Tensor mean(String gradName, int[] dims, boolean keepdim) {
    Tensor x = requireFloating("mean");
    ReductionPlan plan = ReductionPlan.over("mean", x.shape(), dims);
    Tensor values = plan.apply(x, x.dtype(), keepdim, new RunSum(true));
    return Structural.of(
            "mean",
            gradName,
            Arguments.ofDims(dims, keepdim),
            NOTHING,
            (s, g) -> ReductionPlan.spread(g, plan).div((long) plan.count()))
        .record(values, x);
  }

  /// `Σ xᵢ` over `dims` of the elements that are no NaN.
  default Tensor nansum(int[] dims, boolean keepdim) {
    self().shape().normalize("nansum", dims);
    return self().maskedFill(self().isnan(), 0).sum(dims, keepdim);
  }

  /// The mean over `dims` of the elements that are no NaN; NaN where there is none.
  ///
  /// @throws IllegalArgumentException for integers
  default Tensor nanmean(int[] dims, boolean keepdim) {
    Tensor x = requireFloating("nanmean");
    x.shape().normalize("nanmean", dims);
    Tensor count = x.isnan().logicalNot().sum(dims, keepdim);
    return x.nansum(dims, keepdim).div(count);
  }

  /// How many elements over `dims` differ from zero, `int64`.
  default Tensor countNonzero(int... dims) {
    self().shape().normalize("count_nonzero", dims);
    return self().detach().ne(0).sum(dims, false);
  }

  /// `Σ (xᵢ − x̄)² / (n − 1)` over all elements, in two passes.
  default Tensor var() {
    return var(new int[0], true, false);
  }

  /// `Σ (xᵢ − x̄)² / (n − 1)` over `dims`, or with `/ n` if not `unbiased`, in two passes.
  default Tensor var(int[] dims, boolean unbiased, boolean keepdim) {
    Tensor x = requireFloating("var");
    ReductionPlan plan = ReductionPlan.over("var", x.shape(), dims);
    double degrees = Math.max(0, plan.count() - (unbiased ? 1 : 0));
    return Structural.of(
            "var",
            "VarBackward0",
            spreading(dims, unbiased, keepdim),
            X,
            (s, g) -> varGradient(s.x(), ReductionPlan.spread(g, plan), plan, degrees))
        .record(variance(x.detach(), plan, degrees, keepdim), x);
  }

  private static Arguments spreading(int[] dims, boolean unbiased, boolean keepdim) {
    return Arguments.of(
        "dim", Arguments.dims(dims),
        "unbiased", Arguments.unless(true, unbiased),
        "keepdim", Arguments.unless(false, keepdim));
  }

  private static Tensor variance(Tensor x, ReductionPlan plan, double degrees, boolean keepdim) {
    Tensor deviation = x.sub(x.mean(plan.dims(), true));
    return deviation.mul(deviation).sum(plan.dims(), keepdim).div(degrees);
  }

  /// As in PyTorch, that of one number whose variance is NaN is infinite.
  private static Tensor varGradient(Tensor x, Tensor g, ReductionPlan plan, double degrees) {
    if (x.rank() == 0 && degrees == 0) {
      return g.mul(Double.POSITIVE_INFINITY);
    }
    return g.mul(2 / degrees).mul(x.sub(x.mean(plan.dims(), true)));
  }

  /// The square root of [#var()].
  default Tensor std() {
    return std(new int[0], true, false);
  }

  /// The square root of [#var(int[], boolean, boolean)].
  default Tensor std(int[] dims, boolean unbiased, boolean keepdim) {
    Tensor x = requireFloating("std");
    ReductionPlan plan = ReductionPlan.over("std", x.shape(), dims);
    double degrees = Math.max(0, plan.count() - (unbiased ? 1 : 0));
    return Structural.of(
            "std",
            "StdBackward0",
            spreading(dims, unbiased, keepdim),
            X | OUT,
            (s, g) -> {
              Tensor slope = g.div(s.out().mul(2)).maskedFill(s.out().eq(0), 0);
              return varGradient(s.x(), ReductionPlan.spread(slope, plan), plan, degrees);
            })
        .record(variance(x.detach(), plan, degrees, keepdim).sqrt(), x);
  }

  /// `ln Σ e^xᵢ` over `dims`, stable for any size of `x`.
  default Tensor logsumexp(int[] dims, boolean keepdim) {
    Tensor x = self().to(self().dtype().toFloating());
    ReductionPlan plan = ReductionPlan.over("logsumexp", x.shape(), dims);
    Tensor values = x.detach();
    Tensor top = Tensors.zeros(x.dtype(), plan.keptShape().toArray());
    if (plan.count() > 0) {
      top = values.amax(plan.dims(), true);
      top = top.maskedFill(top.isinf(), 0);
    }
    Tensor sum = values.sub(top).exp().sum(plan.dims(), true).log().add(top);
    return Structural.of(
            "logsumexp",
            "LogsumexpBackward0",
            Arguments.ofDims(dims, keepdim),
            X | OUT,
            (s, g) -> ReductionPlan.spread(g, plan).mul(s.x().sub(ReductionPlan.spread(s.out(), plan)).exp()))
        .record(sum.reshape(plan.result(keepdim).toArray()), x);
  }

  // ---- products

  /// `Π xᵢ`; of integers and `bool` in `int64`.
  default Tensor prod() {
    Tensor x = self();
    return prod(x.rank() <= 1 ? x : x.reshape(-1), 0, false, true);
  }

  /// `Π xᵢ` over one dimension.
  default Tensor prod(int dim, boolean keepdim) {
    return prod(self(), self().shape().normalize("prod", dim), keepdim, false);
  }

  private static Tensor prod(Tensor x, int dim, boolean keepdim, boolean whole) {
    ReductionPlan plan = ReductionPlan.over("prod", x.shape(), dim);
    Tensor in = x.dtype().isFloating() ? x : Elementwise.cast(x, DType.INT64);
    Tensor values = plan.apply(in, in.dtype(), keepdim, Extremes.PRODUCT);
    return Structural.of(
            "prod",
            whole ? "ProdBackward0" : "ProdBackward1",
            whole ? Arguments.NONE : Arguments.ofDims(new int[] {dim}, keepdim),
            X | OUT,
            (s, g) -> ReductionPlan.spread(g, plan).mul(productOfOthers(s.x(), s.out(), plan, whole)))
        .record(values, x);
  }

  /// For each element the product of all others in its run: `out / x` where nothing is zero, otherwise those
  /// before it times those after. Where infinities meet zeros the two differ, so the choice is PyTorch's.
  ///
  /// @param whole whether the run is all there is, of which two zeros leave nothing; but they do leave a second
  ///              derivative, which PyTorch loses
  private static Tensor productOfOthers(Tensor x, Tensor out, ReductionPlan plan, boolean whole) {
    if (x.rank() == 0) {
      return Tensors.onesLike(x);
    }
    double zeros = x.detach().eq(0).sum().item();
    if (zeros == 0) {
      return ReductionPlan.spread(out, plan).div(x);
    }
    if (whole && zeros > 1 && !GradMode.isEnabled()) {
      return Tensors.zerosLike(x);
    }
    int dim = plan.dims()[0];
    int n = x.shape().dim(dim);
    if (n == 0) {
      return x;
    }
    Tensor one = Tensors.onesLike(x.narrow(dim, 0, 1));
    Tensor before = Joining.cat(dim, List.of(one, x.narrow(dim, 0, n - 1))).cumprod(dim);
    Tensor reversed = x.flip(dim);
    Tensor after =
        Joining.cat(dim, List.of(one, reversed.narrow(dim, 0, n - 1))).cumprod(dim).flip(dim);
    return before.mul(after);
  }

  // ---- shared

  private Tensor requireFloating(String op) {
    return Elementwise.requireFloating(op, self());
  }
}
