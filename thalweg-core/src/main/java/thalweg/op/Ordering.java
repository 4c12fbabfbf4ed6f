package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import thalweg.autograd.GradMode;
import thalweg.cpu.index.Sorting;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Selection;
import thalweg.runtime.Storage;
import thalweg.runtime.Structural;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Sorting along a dimension, and running sums and products. NaN counts as the largest. Names are those
/// of `torch`.
public sealed interface Ordering permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// The elements of the last dimension in ascending order, and where each stood.
  default ValuesAndIndices sort() {
    return sort(-1, false);
  }

  /// The elements along `dim` in order, and where each stood; equal ones keep their order.
  default ValuesAndIndices sort(int dim, boolean descending) {
    var arguments = Arguments.of("dim", dim, "descending", Arguments.unless(false, descending));
    return sorted("sort", arguments, dim, descending, Integer.MAX_VALUE);
  }

  /// Where the elements of the last dimension stand in ascending order.
  default Tensor argsort() {
    return argsort(-1, false);
  }

  /// Where the elements along `dim` stand in order.
  default Tensor argsort(int dim, boolean descending) {
    Ordering plain = self().detach();
    return plain.sorted("argsort", Arguments.NONE, dim, descending, Integer.MAX_VALUE).indices();
  }

  /// The `k` largest elements of the last dimension, in descending order, and where each stood.
  default ValuesAndIndices topk(int k) {
    return topk(k, -1, true);
  }

  /// The `k` largest, or smallest, elements along `dim`, in order, and where each stood.
  ///
  /// @throws ShapeException if there are fewer than `k`
  default ValuesAndIndices topk(int k, int dim, boolean largest) {
    int d = self().shape().normalize("topk", dim);
    int size = self().rank() == 0 ? 1 : self().shape().dim(d);
    if (k < 0 || k > size) {
      throw new ShapeException(
          "topk: k = %d, but dimension %d of shape %s has %d places"
              .formatted(k, d, self().shape().tuple(), size));
    }
    var arguments = Arguments.of("k", k, "dim", dim, "largest", Arguments.unless(true, largest));
    return sorted("topk", arguments, dim, largest, k);
  }

  private ValuesAndIndices sorted(
      String op, Arguments arguments, int dim, boolean descending, int k) {
    Tensor x = self();
    int d = x.shape().normalize(op, dim);
    if (x.rank() == 0) {
      int[] place = {0};
      Tensor value = new Selection(op, x.shape(), x.shape(), place).with(arguments).pick(x);
      return new ValuesAndIndices(value, Tensors.zeros(DType.INT64));
    }
    // With the dimension last, each run is a row.
    Tensor rows = x.detach().transpose(d, -1).clone();
    int n = rows.shape().dim(-1);
    int kept = Math.min(n, k);
    long[] places = Sorting.order(Internals.storage(rows).array(), n, kept, descending);
    int[] dims = rows.shape().toArray();
    dims[dims.length - 1] = kept;
    Tensor indices =
        Internals.tensor(new Storage.Longs(places), Layout.contiguous(Shape.of(dims)))
            .transpose(d, -1)
            .contiguous();
    return new ValuesAndIndices(
        Selection.along(op, x.shape(), indices.shape(), d, indices.toLongArray())
            .with(arguments)
            .pick(x),
        indices);
  }

  /// The middle element of all; of an even number the lower of the two. NaN if any is, or there is none, for
  /// which `int64` has its least number and `bool` `true`. Equal middle ones share the gradient.
  default Tensor median() {
    Tensor x = self();
    if (x.size() == 0) {
      double none = x.dtype().isFloating() ? Double.NaN : Long.MIN_VALUE;
      return SelectingOps.evenly("median", "MedianBackward0", x, Tensors.full(x.dtype(), none));
    }
    Tensor sorted = x.detach().flatten().sort().values();
    boolean hasNaN = x.isnan().any().item() != 0;
    int place = hasNaN ? x.size() - 1 : (x.size() - 1) / 2;
    return SelectingOps.evenly("median", "MedianBackward0", x, sorted.select(0, place).clone());
  }

  /// The middle elements along `dim`, of an even number the lower of the two, and where each stood; the
  /// first NaN if there is one.
  ///
  /// @throws ShapeException if there is no place along `dim`
  default ValuesAndIndices median(int dim, boolean keepdim) {
    return ranked(
        "median",
        "MedianBackward1",
        null,
        dim,
        keepdim,
        (n, nan) -> Tensors.where(nan.gt(0), nan.rsub(n), Tensors.full((n - 1) / 2)));
  }

  /// The middle element of those that are no NaN; NaN if there is none. Equal middle ones share the
  /// gradient.
  default Tensor nanmedian() {
    Tensor x = self();
    Tensor flat = x.detach().flatten();
    Tensor kept = x.dtype().isFloating() ? flat.maskedSelect(flat.isnan().logicalNot()) : flat;
    return SelectingOps.evenly("nanmedian", "NanmedianBackward0", x, kept.median());
  }

  /// [#median(int, boolean)] of the elements that are no NaN; NaN where there is none.
  default ValuesAndIndices nanmedian(int dim, boolean keepdim) {
    return ranked(
        "nanmedian",
        "NanmedianBackward1",
        null,
        dim,
        keepdim,
        (n, nan) -> nan.rsub(n - 1).clampMin(0).div(Tensors.tensor(2L), Arithmetic.Rounding.FLOOR));
  }

  /// The `k`-th smallest elements along `dim`, counted from 1, and where each stood; NaN is larger than all
  /// numbers.
  ///
  /// @throws ShapeException if there are fewer than `k`
  default ValuesAndIndices kthvalue(int k, int dim, boolean keepdim) {
    int d = self().shape().normalize("kthvalue", dim);
    int size = self().rank() == 0 ? 1 : self().shape().dim(d);
    if (k < 1 || k > size) {
      throw new ShapeException(
          "kthvalue: k = %d, but dimension %d of shape %s has places 1 to %d"
              .formatted(k, d, self().shape().tuple(), size));
    }
    return ranked(
        "kthvalue", "KthvalueBackward0", k, dim, keepdim, (n, nan) -> Tensors.full((long) k - 1));
  }

  /// @param k    an argument that stands before the dimension, or null
  /// @param rank from the number of places along `dim`, and how many hold NaN, to the rank that is wanted
  private ValuesAndIndices ranked(
      String op,
      String gradName,
      Integer k,
      int dim,
      boolean keepdim,
      BiFunction<Long, Tensor, Tensor> rank) {
    Tensor x = self();
    ReductionPlan plan = ReductionPlan.over(op, x.shape(), dim);
    SelectingOps.requireSome(op, plan);
    Tensor order = x.argsort(dim, false);
    Tensor nan = x.detach().isnan().sum(new int[] {dim}, true);
    Tensor wanted = rank.apply((long) plan.count(), nan).expandAs(nan);
    var arguments = Arguments.of("k", k, "dim", dim, "keepdim", Arguments.unless(false, keepdim));
    return ValuesAndIndices.along(op, gradName, arguments, x, plan, order.gather(dim, wanted), keepdim);
  }

  /// The different values in ascending order; takes no gradient.
  default Tensor unique() {
    Tensor sorted = self().detach().reshape(-1).sort().values();
    if (sorted.size() == 0) {
      return sorted;
    }
    int n = sorted.size();
    boolean[] first = sorted.slice(0, 1, n).ne(sorted.slice(0, 0, n - 1)).toBooleanArray();
    int[] places = new int[n];
    int count = 1;
    for (int i = 0; i < first.length; i++) {
      if (first[i]) {
        places[count++] = i + 1;
      }
    }
    return sorted.index(Arrays.copyOf(places, count));
  }

  /// `out[i] = x[0] + … + x[i]` along `dim`; of integers and `bool` in `int64`.
  default Tensor cumsum(int dim) {
    int d = self().shape().normalize("cumsum", dim);
    return Structural.of(
            "cumsum", "CumsumBackward0", Arguments.of("dim", dim), NOTHING, (s, g) -> reverseCumsum(g, d))
        .record(scan(d, false), self());
  }

  /// `out[i] = x[0]·…·x[i]` along `dim`; of integers and `bool` in `int64`.
  default Tensor cumprod(int dim) {
    int d = self().shape().normalize("cumprod", dim);
    return Structural.of(
            "cumprod",
            "CumprodBackward0",
            Arguments.of("dim", dim),
            X | OUT,
            (s, g) -> cumprodGradient(s.x(), s.out(), g, d))
        .record(scan(d, true), self());
  }

  /// The largest element so far along `dim`, and where it stands, of equal ones the last; NaN from the first on.
  default ValuesAndIndices cummax(int dim) {
    return running("cummax", dim, true);
  }

  /// The smallest element so far along `dim`; as [#cummax].
  default ValuesAndIndices cummin(int dim) {
    return running("cummin", dim, false);
  }

  private ValuesAndIndices running(String op, int dim, boolean largest) {
    Tensor x = self();
    int d = x.shape().normalize(op, dim);
    var arguments = Arguments.of("dim", dim);
    if (x.rank() == 0) {
      Tensor value = new Selection(op, x.shape(), x.shape(), new int[1]).with(arguments).pick(x);
      return new ValuesAndIndices(value, Tensors.zeros(DType.INT64));
    }
    Tensor rows = x.detach().transpose(d, -1).clone();
    long[] places = Sorting.runningBest(Internals.storage(rows).array(), rows.size(), rows.size(-1), largest);
    Tensor indices =
        Internals.tensor(new Storage.Longs(places), Internals.layout(rows)).transpose(d, -1).contiguous();
    return new ValuesAndIndices(
        Selection.along(op, x.shape(), x.shape(), d, indices.toLongArray()).with(arguments).pick(x),
        indices);
  }

  /// `x[i + 1] − x[i]` along `dim`, `n` times over; of truth values whether they differ.
  default Tensor diff(int n, int dim) {
    int d = self().shape().existing("diff", dim);
    Tensor x = self();
    for (int i = 0; i < n && x.shape().dim(d) > 0; i++) {
      int kept = x.shape().dim(d) - 1;
      Tensor ahead = x.narrow(d, 1, kept);
      Tensor behind = x.narrow(d, 0, kept);
      x = x.dtype() == DType.BOOL ? ahead.logicalXor(behind) : ahead.sub(behind);
    }
    return x;
  }

  private Tensor scan(int dim, boolean product) {
    Tensor x = self();
    DType dtype = x.dtype().isFloating() ? x.dtype() : DType.INT64;
    if (x.rank() == 0) {
      return Internals.unrecorded(x, dtype);
    }
    Tensor rows = Internals.unrecorded(x.detach().transpose(dim, -1), dtype);
    int n = rows.shape().dim(-1);
    Sorting.scan(Internals.storage(rows).array(), n, product);
    return Internals.unrecorded(rows.transpose(dim, -1), dtype);
  }

  private static Tensor reverseCumsum(Tensor g, int dim) {
    return g.rank() == 0 ? g : g.flip(dim).cumsum(dim).flip(dim);
  }

  /// Where no element is zero `Σ_{k≥i} g[k]·out[k] / x[i]`.
  private static Tensor cumprodGradient(Tensor x, Tensor out, Tensor g, int dim) {
    if (x.size() <= 1 || x.shape().dim(dim) == 1) {
      return g;
    }
    if (x.eq(0).any().item() == 0) {
      return reverseCumsum(g.mul(out), dim).div(x);
    }
    return GradMode.isEnabled()
        ? cumprodGradientByPlace(x, g, dim)
        : cumprodGradientBesideZeros(x, out, g, dim);
  }

  /// Before the first zero as where there is none; at it the products of all others; behind it nothing is left.
  private static Tensor cumprodGradientBesideZeros(Tensor x, Tensor out, Tensor g, int dim) {
    Tensor zeros = x.eq(0).cumsum(dim);
    Tensor behindNone = zeros.ne(0);
    Tensor notBehindOne = zeros.ne(1);
    Tensor first = x.eq(0).logicalAnd(notBehindOne.logicalNot());
    Tensor onwards = x.maskedFill(notBehindOne.logicalOr(first), 1).cumprod(dim);
    Tensor after = onwards.mul(g.maskedFill(notBehindOne, 0)).sum(new int[] {dim}, true);
    Tensor one = Tensors.onesLike(x.narrow(dim, 0, 1));
    Tensor before = Joining.cat(dim, List.of(one, out.narrow(dim, 0, x.shape().dim(dim) - 1)));
    Tensor others = reverseCumsum(g.mul(out).maskedFill(behindNone, 0), dim).div(x);
    return Tensors.where(first, before.mul(after), others.maskedFill(behindNone, 0));
  }

  /// Each `∂out[k]/∂x[i]` is the product of the other elements up to `k`: in steps that can be differentiated again.
  private static Tensor cumprodGradientByPlace(Tensor x, Tensor g, int dim) {
    int n = x.shape().dim(dim);
    var parts = new ArrayList<Tensor>(n);
    for (int i = 0; i < n; i++) {
      Tensor before =
          i == 0 ? Tensors.onesLike(x.narrow(dim, 0, 1)) : x.narrow(dim, 0, i).prod(dim, true);
      Tensor ahead =
          Joining.cat(
              dim,
              List.of(
                  Tensors.onesLike(x.narrow(dim, 0, 1)), x.narrow(dim, i + 1, n - i - 1)));
      Tensor slopes = ahead.cumprod(dim).mul(before);
      parts.add(g.narrow(dim, i, n - i).mul(slopes).sum(new int[] {dim}, true));
    }
    return Joining.cat(dim, parts);
  }
}
