package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.runtime.Gradient;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Saved;
import thalweg.runtime.Selection;
import thalweg.runtime.Storage;
import thalweg.runtime.Structural;
import thalweg.runtime.Ternary;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Picking elements by index lists and masks; all copy. Indices and dimensions
/// count from the end where negative, except those of `indexSelect`, `gather` and `scatterAdd`, as in
/// PyTorch.
public sealed interface Indexing permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `index` of dimension `dim`, counted from the front.
  ///
  /// @throws ShapeException if there is no such place
  static int normalizeIndex(String op, Shape shape, int dim, int index) {
    int size = shape.dim(dim);
    if (index < -size || index >= size) {
      throw new ShapeException(
          "%s: index %d is out of range for dimension %d of shape %s, which has %d places"
              .formatted(op, index, dim, shape.tuple(), size));
    }
    return index < 0 ? index + size : index;
  }

  // ---- masks

  /// `a` where `condition` holds, `b` elsewhere; all broadcast.
  static Tensor where(Tensor condition, Tensor a, Tensor b) {
    if (condition.dtype() != DType.BOOL) {
      throw new IllegalArgumentException(
          ("where: the condition must be bool, but of %s, %s and %s the first is %s; compare it, for instance "
              + "condition.ne(0)")
              .formatted(
                  condition.shape().tuple(), a.shape().tuple(), b.shape().tuple(), condition.dtype()));
    }
    return IndexingOps.WHERE.apply(DType.ofResult(a, b), condition, a, b);
  }

  /// `value` where `mask`, a `bool` tensor that broadcasts to this shape, holds.
  default Tensor maskedFill(Tensor mask, double value) {
    double fitting = self().dtype().fitting("masked_fill", value);
    return maskedFill(mask, value, Tensors.full(self().dtype(), fitting));
  }

  /// The whole number `value` where `mask` holds, exact for `int64`.
  default Tensor maskedFill(Tensor mask, long value) {
    return maskedFill(mask, value, Tensors.full(self().dtype(), value));
  }

  private Tensor maskedFill(Tensor mask, Number value, Tensor filler) {
    return IndexingOps.MASKED_FILL.with(Arguments.of("value", value)).apply(self().dtype(), self(), requireMask("masked_fill", mask), filler);
  }

  /// The elements where `mask`, a `bool` tensor, holds, in one dimension; the two broadcast.
  default Tensor maskedSelect(Tensor mask) {
    Shape shape =
        Shape.broadcast("masked_select", self().shape(), requireMask("masked_select", mask).shape());
    Tensor x = self().shape().equals(shape) ? self() : self().expand(shape.toArray());
    boolean[] kept = mask.expand(shape.toArray()).toBooleanArray();
    int[] places = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
    return new Selection("masked_select", shape, Shape.of(places.length), places).pick(x);
  }

  /// The row-major indices of the elements that differ from zero: `(count, rank)`, `int64`.
  default Tensor nonzero() {
    boolean[] kept = self().toBooleanArray();
    int[] places = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
    int rank = self().rank();
    long[] indices = new long[places.length * rank];
    for (int i = 0; i < places.length; i++) {
      int rest = places[i];
      for (int d = rank - 1; d >= 0; d--) {
        indices[i * rank + d] = rest % self().shape().dim(d);
        rest /= self().shape().dim(d);
      }
    }
    return Internals.tensor(new Storage.Longs(indices), Layout.contiguous(Shape.of(places.length, rank)));
  }

  private static Tensor requireMask(String op, Tensor mask) {
    if (mask.dtype() != DType.BOOL) {
      throw new IllegalArgumentException(
          "%s: the mask must be bool, not %s; compare it, for instance mask.ne(0)"
              .formatted(op, mask.dtype()));
    }
    return mask;
  }

  // ---- index lists

  /// The places `index` of dimension 0, which may repeat: `x[[2, 0, 0]]`.
  default Tensor index(int... index) {
    self().shape().existing("index", 0);
    int[] places =
        Arrays.stream(index).map(i -> normalizeIndex("index", self().shape(), 0, i)).toArray();
    return pickMerged(1, places, index.length);
  }

  /// The rows where a mask holds, or the places of an `int64` tensor: `x[index]` for one index tensor. A
  /// mask covers the leading dimensions; indices may have any shape.
  default Tensor index(Tensor index) {
    if (index.dtype() == DType.BOOL) {
      return indexByMask(index);
    }
    return index(List.of(index));
  }

  /// The places at one index list a leading dimension: `x[[0, 1], [2, 3]]`; the lists broadcast.
  default Tensor index(List<Tensor> indices) {
    if (indices.isEmpty() || indices.size() > self().rank()) {
      throw new ShapeException(
          "index: %d index tensors for shape %s; give one for each leading dimension"
              .formatted(indices.size(), self().shape().tuple()));
    }
    Shape common = Shape.SCALAR;
    for (Tensor index : indices) {
      common = Shape.broadcast("index", common, index.shape());
    }
    int[] places = new int[common.size()];
    for (int d = 0; d < indices.size(); d++) {
      int[] list = toInts("index", indices.get(d).expand(common.toArray()).flatten());
      for (int i = 0; i < places.length; i++) {
        places[i] =
            places[i] * self().shape().dim(d)
                + normalizeIndex("index", self().shape(), d, list[i]);
      }
    }
    return pickMerged(indices.size(), places, common.toArray());
  }

  private Tensor indexByMask(Tensor mask) {
    int[] dims = self().shape().toArray();
    int[] covered = mask.shape().toArray();
    if (covered.length > dims.length
        || !Arrays.equals(covered, Arrays.copyOf(dims, covered.length))) {
      throw new ShapeException(
          "index: a mask of shape %s does not cover the leading dimensions of shape %s"
              .formatted(mask.shape().tuple(), self().shape().tuple()));
    }
    boolean[] kept = mask.toBooleanArray();
    int[] places = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
    return pickMerged(covered.length, places, places.length);
  }

  /// Picks `places` of the first `merged` dimensions seen as one; they become the dimensions `lead`.
  private Tensor pickMerged(int merged, int[] places, int... lead) {
    int[] dims = self().shape().toArray();
    int kept = dims.length - merged;
    int[] seen = new int[kept + 1];
    seen[0] = Arrays.stream(dims, 0, merged).reduce(1, (a, b) -> a * b);
    System.arraycopy(dims, merged, seen, 1, kept);
    int[][] lists = new int[kept + 1][];
    lists[0] = places;
    int[] result = Arrays.copyOf(lead, lead.length + kept);
    System.arraycopy(dims, merged, result, lead.length, kept);
    Selection rows = Selection.grid("index", Shape.of(seen), lists);
    return new Selection("index", self().shape(), Shape.of(result), rows.places()).pick(self());
  }

  /// The places `index`, a vector of `int64`, of dimension `dim`: `(…, size, …) → (…, index, …)`.
  default Tensor indexSelect(int dim, Tensor index) {
    int d = self().shape().normalize("index_select", dim);
    if (index.rank() > 1 || (self().rank() == 0 && index.size() != 1)) {
      throw new ShapeException(
          "index_select: the index must be a vector (of one place for a number), not of shape "
              + index.shape().tuple());
    }
    int[] places = toInts("index_select", index);
    for (int place : places) {
      Selection.checkPlace("index_select", self(), d, place);
    }
    int[][] lists = new int[Math.max(1, self().rank())][];
    lists[d] = places;
    return Selection.grid("index_select", self().shape(), lists).with(Arguments.of("dim", dim)).listed().pick(self());
  }

  /// The rows of this table at `indices`, `int64` of any shape: `(V, D)` and `(*)` give `(*, D)`.
  ///
  /// @throws ShapeException if an index is not in 0 … V − 1
  default Tensor embedding(Tensor indices) {
    if (self().rank() != 2) {
      throw new ShapeException(
          "embedding: the table must be a matrix (V, D), not of shape " + self().shape().tuple());
    }
    int[] rows = toInts("embedding", indices);
    for (int row : rows) {
      Selection.checkPlace("embedding", self(), 0, row);
    }
    Selection grid = Selection.grid("embedding", self().shape(), new int[][] {rows, null});
    int[] dims = Arrays.copyOf(indices.shape().toArray(), indices.rank() + 1);
    dims[indices.rank()] = self().shape().dim(1);
    return new Selection("embedding", self().shape(), Shape.of(dims), grid.places()).pick(self());
  }

  /// `out[i][j] = x[index[i][j]][j]` for `dim` 0: one place along `dim` for each element of `index`,
  /// `int64`, which has as many dimensions and is no longer in the others.
  default Tensor gather(int dim, Tensor index) {
    int d = self().shape().normalize("gather", dim);
    long[] indices = Selection.checkedAlong("gather", self(), d, index);
    return Selection.along("gather", self().shape(), index.shape(), d, indices)
        .with(Arguments.of("dim", dim))
        .pick(self());
  }

  /// This tensor with `source[i][j]` added at `[index[i][j]][j]` for `dim` 0; `index` is no longer than
  /// `source`, and than this in dimensions other than `dim`.
  default Tensor scatterAdd(int dim, Tensor index, Tensor source) {
    int d = self().shape().normalize("scatter_add", dim);
    long[] indices = Selection.checkedAlong("scatter_add", self(), d, index);
    Tensor values = source;
    for (int i = 0; i < index.rank(); i++) {
      values = values.narrow(i, 0, index.shape().dim(i));
    }
    Selection places = Selection.along("scatter_add", self().shape(), index.shape(), d, indices);
    return Structural.of(
            "scatter_add",
            "ScatterAddBackward0",
            Arguments.of("dim", dim),
            new Gradient(NOTHING, (s, g) -> g),
            new Gradient(NOTHING, (s, g) -> places.pick(g)))
        .holding()
        .record(self().detach().add(places.scatter(values.detach())), self(), values);
  }

  private static int[] toInts(String op, Tensor index) {
    if (index.dtype() != DType.INT64) {
      throw new IllegalArgumentException(
          "%s: the index must be int64, not %s; convert it with to(DType.INT64)"
              .formatted(op, index.dtype()));
    }
    return Arrays.stream(index.toLongArray()).mapToInt(Math::toIntExact).toArray();
  }

  /// One row of zeros and a single 1 for each index: `(…) → (…, classes)`, `int64`. A negative number of
  /// classes stands for one more than the largest index.
  ///
  /// @throws ShapeException if an index is not in 0 … `classes` − 1
  default Tensor oneHot(int classes) {
    long[] index = self().toLongArray();
    int columns =
        classes >= 0
            ? classes
            : Math.toIntExact(1 + Arrays.stream(index).max().orElseThrow(this::noClasses));
    long[] rows = new long[Math.multiplyExact(index.length, columns)];
    for (int i = 0; i < index.length; i++) {
      if (index[i] < 0 || index[i] >= columns) {
        throw new ShapeException(
            "one_hot: class %d is not in 0 to %d; raise the number of classes"
                .formatted(index[i], columns - 1));
      }
      rows[i * columns + (int) index[i]] = 1;
    }
    int[] dims = Arrays.copyOf(self().shape().toArray(), self().rank() + 1);
    dims[self().rank()] = columns;
    return Internals.tensor(new Storage.Longs(rows), Layout.contiguous(Shape.of(dims)));
  }

  private ShapeException noClasses() {
    return new ShapeException(
        "one_hot: shape %s has no element to count the classes by; give their number"
            .formatted(self().shape().tuple()));
  }
}

/// What [Indexing] applies: formulas and gradients.
final class IndexingOps {
  /// `a` where the condition holds, `b` elsewhere.
  static final Ternary WHERE =
      Ternary.of("where", (condition, a, b) -> condition != 0 ? a : b)
          .integer((condition, a, b) -> condition != 0 ? a : b)
          .truths()
          .dy(Saved.X, (s, g) -> g.maskedFill(s.x().logicalNot(), 0))
          .dz(Saved.X, (s, g) -> g.maskedFill(s.x(), 0));

  /// `value` where the mask holds, `x` elsewhere.
  static final Ternary MASKED_FILL =
      Ternary.of("masked_fill", (x, mask, value) -> mask != 0 ? value : x)
          .integer((x, mask, value) -> mask != 0 ? value : x)
          .truths()
          .dx(Saved.Y, (s, g) -> g.maskedFill(s.y(), 0))
          .dz(Saved.Y, (s, g) -> g.maskedFill(s.y().logicalNot(), 0));

  private IndexingOps() {}
}
