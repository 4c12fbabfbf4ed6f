package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Structural;
import thalweg.runtime.View;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// Other shapes of the same elements. Nothing is copied, unless [#reshape] says so; writing to a view in
/// place writes to its base. Dimensions count from the end where negative. Names are those of `torch`.
public sealed interface Views permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  private int dim(String op, int dim) {
    return self().shape().normalize(op, dim);
  }

  // ---- shape

  /// The same elements in the same order: a view where strides allow, otherwise a copy. One dimension
  /// may be −1 and is computed.
  ///
  /// @throws ShapeException if the number of elements differs
  default Tensor reshape(int... shape) {
    Tensor x = self();
    Shape target = inferred("reshape", x.shape(), shape);
    Layout layout = Internals.layout(x).reshape(target);
    var arguments = Arguments.of("shape", target);
    if (layout != null) {
      return View.reshaping("_reshape_alias", "ReshapeAliasBackward0", arguments).apply(x, layout);
    }
    Tensor copy = x.clone();
    return View.reshaping("_unsafe_view", "UnsafeViewBackward0", arguments)
        .apply(copy, Internals.layout(copy).reshape(target));
  }

  /// As [#reshape], but never a copy.
  ///
  /// @throws ShapeException if only a copy could have this shape
  default Tensor view(int... shape) {
    Shape target = inferred("view", self().shape(), shape);
    Layout layout = Internals.layout(self()).reshape(target);
    if (layout == null) {
      throw new ShapeException(
          "view: a tensor of shape %s and strides %s cannot be seen as %s without a copy; use reshape"
              .formatted(
                  self().shape().tuple(),
                  Shape.tuple(Internals.layout(self()).strides()),
                  target.tuple()));
    }
    return View.reshaping("view", "ViewBackward0", Arguments.of("shape", target)).apply(self(), layout);
  }

  /// All elements in one dimension.
  default Tensor flatten() {
    return flatten(0, -1);
  }

  /// Dimensions `startDim` to `endDim`, both included, as one.
  default Tensor flatten(int startDim, int endDim) {
    int start = dim("flatten", startDim);
    int end = dim("flatten", endDim);
    if (start > end) {
      throw new ShapeException(
          "flatten: startDim %d lies after endDim %d of shape %s"
              .formatted(startDim, endDim, self().shape().tuple()));
    }
    if (self().rank() == 0) {
      return reshape(1);
    }
    if (start == end) {
      return self();
    }
    int[] dims = self().shape().toArray();
    int[] target = new int[dims.length - (end - start)];
    System.arraycopy(dims, 0, target, 0, start);
    target[start] = 1;
    for (int d = start; d <= end; d++) {
      target[start] *= dims[d];
    }
    System.arraycopy(dims, end + 1, target, start + 1, dims.length - end - 1);
    return reshape(target);
  }

  /// Without any dimension of length 1.
  default Tensor squeeze() {
    int[] kept = Arrays.stream(self().shape().toArray()).filter(d -> d != 1).toArray();
    return View.reshaping("squeeze", "SqueezeBackward0", Arguments.NONE)
        .apply(self(), Internals.layout(self()).reshape(Shape.of(kept)));
  }

  /// Without dimension `dim` if its length is 1, otherwise unchanged.
  default Tensor squeeze(int dim) {
    int d = dim("squeeze", dim);
    boolean present = self().rank() > 0 && self().shape().dim(d) == 1;
    Layout layout = present ? Internals.layout(self()).squeeze(d) : Internals.layout(self());
    return View.reshaping("squeeze", "SqueezeBackward1", Arguments.of("dim", dim)).apply(self(), layout);
  }

  /// With a dimension of length 1 at `dim`, from 0 to the rank.
  default Tensor unsqueeze(int dim) {
    int rank = self().rank();
    if (dim < -rank - 1 || dim > rank) {
      throw new ShapeException(
          "unsqueeze: dimension %d is out of range for shape %s: a new one can stand at %d to %d"
              .formatted(dim, self().shape().tuple(), -rank - 1, rank));
    }
    int at = dim < 0 ? dim + rank + 1 : dim;
    return new View("unsqueeze", "UnsqueezeBackward0", Arguments.of("dim", dim), (s, g) -> g.squeeze(at))
        .apply(self(), Internals.layout(self()).unsqueeze(at));
  }

  // ---- order of dimensions

  /// With all dimensions in opposite order: PyTorch's `.T`.
  default Tensor T() {
    return permute(IntStream.range(0, self().rank()).map(i -> self().rank() - 1 - i).toArray());
  }

  /// The transpose of a matrix `(n, m) → (m, n)`; a vector or a number is itself.
  ///
  /// @throws ShapeException for more than two dimensions
  default Tensor t() {
    if (self().rank() > 2) {
      throw new ShapeException(
          "t: needs at most 2 dimensions, but shape %s has %d; use transpose or permute"
              .formatted(self().shape().tuple(), self().rank()));
    }
    Layout layout = self().rank() < 2 ? Internals.layout(self()) : Internals.layout(self()).permute(new int[] {1, 0});
    return new View("t", "TBackward0", Arguments.NONE, (s, g) -> g.t()).apply(self(), layout);
  }

  /// With dimensions `dim0` and `dim1` exchanged.
  default Tensor transpose(int dim0, int dim1) {
    int a = dim("transpose", dim0);
    int b = dim("transpose", dim1);
    int[] order = new int[self().rank()];
    for (int d = 0; d < order.length; d++) {
      order[d] = d == a ? b : d == b ? a : d;
    }
    var arguments = Arguments.of("dim0", dim0, "dim1", dim1);
    return new View("transpose", "TransposeBackward0", arguments, (s, g) -> g.transpose(a, b))
        .apply(self(), Internals.layout(self()).permute(order));
  }

  /// Dimension `i` of the result is dimension `dims[i]` of this.
  ///
  /// @throws ShapeException unless every dimension is named once
  default Tensor permute(int... dims) {
    if (dims.length != self().rank()) {
      throw new ShapeException(
          "permute: %s names %d dimensions, but shape %s has %d"
              .formatted(Shape.tuple(dims), dims.length, self().shape().tuple(), self().rank()));
    }
    int[] order = self().shape().normalize("permute", dims);
    int[] inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i]] = i;
    }
    return new View("permute", "PermuteBackward0", Arguments.of("dims", dims), (s, g) -> g.permute(inverse))
        .apply(self(), Internals.layout(self()).permute(order));
  }

  // ---- parts

  /// Place `index` of dimension `dim`, which disappears.
  ///
  /// @throws ShapeException if there is no such place
  default Tensor select(int dim, int index) {
    int d = self().shape().existing("select", dim);
    int i = Indexing.normalizeIndex("select", self().shape(), d, index);
    var arguments = Arguments.of("dim", dim, "index", index);
    return Parts.of("select", "SelectBackward0", arguments, self(), layout -> layout.select(d, i));
  }

  /// `length` places of dimension `dim`, from `start` on.
  ///
  /// @throws ShapeException if they reach past the end
  default Tensor narrow(int dim, int start, int length) {
    int d = self().shape().existing("narrow", dim);
    int size = self().shape().dim(d);
    int from = start < 0 ? start + size : start;
    if (length < 0 || from < 0 || from > size - length) {
      throw new ShapeException(
          "narrow: start %d and length %d reach outside dimension %d of shape %s, which has %d places"
              .formatted(start, length, d, self().shape().tuple(), size));
    }
    var arguments = Arguments.of("dim", dim, "start", from, "end", from + length);
    return Parts.of("slice", "SliceBackward0", arguments, self(), layout -> layout.slice(d, from, length, 1));
  }

  /// Places `start`, `start + step`, … below `end` of dimension `dim`: Python's `x[start:end:step]`, which
  /// forgives bounds outside.
  ///
  /// @throws ShapeException if `step` is not positive
  default Tensor slice(int dim, int start, int end, int step) {
    int d = self().shape().existing("slice", dim);
    if (step <= 0) {
      throw new ShapeException(
          "slice: step %d on shape %s; the step must be positive (use flip to go backwards)"
              .formatted(step, self().shape().tuple()));
    }
    int size = self().shape().dim(d);
    int from = Math.clamp(start < 0 ? (long) start + size : start, 0, size);
    int to = Math.clamp(end < 0 ? (long) end + size : end, from, size);
    int length = (to - from + step - 1) / step;
    var arguments =
        Arguments.of(
            "dim", dim,
            "start", start,
            "end", Arguments.unless(Integer.MAX_VALUE, end),
            "step", Arguments.unless(1, step));
    return Parts.of("slice", "SliceBackward0", arguments, self(), layout -> layout.slice(d, from, length, step));
  }

  /// Places `start` to `end`, the latter excluded, of dimension `dim`.
  default Tensor slice(int dim, int start, int end) {
    return slice(dim, start, end, 1);
  }

  /// The diagonal of the last two of at least two dimensions `dim0`, `dim1`, above by `offset`.
  default Tensor diagonal(int offset, int dim0, int dim1) {
    int[] dims = self().shape().normalize("diagonal", new int[] {dim0, dim1});
    return Parts.of(
        "diagonal",
        "DiagonalBackward0",
        Arguments.of("offset", Arguments.unless(0, offset), "dim1", dim0, "dim2", dim1),
        self(),
        layout -> layout.diagonal(offset, dims[0], dims[1]));
  }

  /// Each place of dimension `dim` as a tensor without that dimension.
  default List<Tensor> unbind(int dim) {
    int d = self().shape().existing("unbind", dim);
    var arguments = Arguments.of("dim", dim);
    return IntStream.range(0, self().shape().dim(d))
        .mapToObj(i -> Parts.of("unbind", "UnbindBackward0", arguments, self(), x -> x.select(d, i)))
        .toList();
  }

  // ---- repetition

  /// Repeated to `shape` without copying; −1 keeps a length. Dimensions may be added in front.
  ///
  /// @throws ShapeException where a length other than 1 would change
  default Tensor expand(int... shape) {
    Shape from = self().shape();
    int added = shape.length - from.rank();
    int[] dims = shape.clone();
    boolean fits = added >= 0;
    for (int i = 0; i < dims.length && fits; i++) {
      int old = i < added ? 1 : from.dim(i - added);
      if (dims[i] == -1 && i >= added) {
        dims[i] = old;
      }
      fits = dims[i] >= 0 && (old == dims[i] || old == 1);
    }
    if (!fits) {
      throw new ShapeException(
          ("expand: shape %s cannot be repeated to %s: only dimensions of length 1 can, and new ones "
              + "come in front")
              .formatted(from.tuple(), Shape.tuple(shape)));
    }
    return new View("expand", "ExpandBackward0", Arguments.of("size", shape), (s, g) -> g.sumTo(s.shape(0)))
        .apply(self(), Internals.layout(self()).expand(Shape.of(dims)));
  }

  /// Repeated to the shape of `other`.
  default Tensor expandAs(Tensor other) {
    return expand(other.shape().toArray());
  }

  // ---- copies

  /// This tensor if its elements stand row by row without gaps, otherwise a copy of which that is true.
  default Tensor contiguous() {
    return Internals.layout(self()).isContiguous() ? self() : self().clone();
  }

  /// A recorded copy in memory of its own.
  default Tensor copied() {
    return Structural.of("clone", "CloneBackward0", Arguments.NONE, NOTHING, (s, g) -> g)
        .record(Internals.unrecorded(self(), self().dtype()), self());
  }

  /// These values in another type; this tensor itself if it has that type. Floats become integers by
  /// cutting off the fraction.
  default Tensor to(DType dtype) {
    Tensor x = self();
    if (x.dtype() == dtype) {
      return x;
    }
    DType before = x.dtype();
    return Structural.of("to", "ToCopyBackward0", Arguments.of("dtype", dtype), NOTHING, (s, g) -> g.to(before))
        .record(Internals.unrecorded(x, dtype), x);
  }

  // ---- shared

  private static Shape inferred(String op, Shape from, int[] shape) {
    int[] dims = shape.clone();
    int unknown = -1;
    long known = 1;
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] != -1) {
        known *= dims[i];
      } else if (unknown >= 0) {
        throw new ShapeException(
            "%s: %s leaves two dimensions of shape %s to be computed; name all but one"
                .formatted(op, Shape.tuple(shape), from.tuple()));
      } else {
        unknown = i;
      }
    }
    if (unknown >= 0 && known > 0) {
      dims[unknown] = (int) (from.size() / known);
      known *= dims[unknown];
    }
    if (known != from.size() || (unknown >= 0 && dims[unknown] < 0)) {
      throw new ShapeException(
          "%s: shape %s has %d elements, which do not fit %s"
              .formatted(op, from.tuple(), from.size(), Shape.tuple(shape)));
    }
    return Shape.of(dims);
  }
}
