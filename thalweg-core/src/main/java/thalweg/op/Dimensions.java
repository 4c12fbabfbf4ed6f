package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import thalweg.runtime.Layout;
import thalweg.runtime.Selection;
import thalweg.runtime.Structural;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Other ways to arrange, cut and repeat along dimensions, each in terms of [Views], [Rearranging] and
/// [Indexing]. Names are those of `torch`.
public sealed interface Dimensions permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// With dimension `source` at place `destination`, the others in order; a view.
  default Tensor movedim(int source, int destination) {
    return movedim(new int[] {source}, new int[] {destination});
  }

  /// With dimensions `source[i]` at places `destination[i]`, the others in order; a view.
  default Tensor movedim(int[] source, int[] destination) {
    if (source.length != destination.length) {
      throw new ShapeException(
          "movedim: %d dimensions for %d places".formatted(source.length, destination.length));
    }
    int[] from = self().shape().normalize("movedim", source);
    int[] to = self().shape().normalize("movedim", destination);
    int[] order = new int[self().rank()];
    Arrays.fill(order, -1);
    for (int i = 0; i < from.length && order.length > 0; i++) {
      order[to[i]] = from[i];
    }
    int[] others =
        IntStream.range(0, order.length)
            .filter(d -> Arrays.stream(from).noneMatch(moved -> moved == d))
            .toArray();
    int next = 0;
    for (int d = 0; d < order.length; d++) {
      order[d] = order[d] < 0 ? others[next++] : order[d];
    }
    return self().permute(order);
  }

  /// With dimension `dim` cut into dimensions `sizes`, of which one may be −1; a view.
  default Tensor unflatten(int dim, int... sizes) {
    int d = self().shape().existing("unflatten", dim);
    int[] dims = self().shape().toArray();
    int[] target = new int[dims.length - 1 + sizes.length];
    System.arraycopy(dims, 0, target, 0, d);
    int known = Arrays.stream(sizes).filter(size -> size != -1).reduce(1, (a, b) -> a * b);
    for (int i = 0; i < sizes.length; i++) {
      target[d + i] = sizes[i] == -1 && known > 0 ? dims[d] / known : sizes[i];
    }
    System.arraycopy(dims, d + 1, target, d + sizes.length, dims.length - d - 1);
    if (Arrays.stream(target, d, d + sizes.length).reduce(1, (a, b) -> a * b) != dims[d]) {
      throw new ShapeException(
          "unflatten: dimension %d of shape %s has %d places, which are not those of %s"
              .formatted(dim, self().shape().tuple(), dims[d], Shape.tuple(sizes)));
    }
    return self().view(target);
  }

  /// As [Views#expand]: repeated to `shape` without copying.
  default Tensor broadcastTo(int... shape) {
    return self().expand(shape);
  }

  /// This tensor `reps[d]` times along each dimension; missing numbers are 1, in front.
  default Tensor tile(int... reps) {
    if (Arrays.stream(reps).anyMatch(times -> times < 0)) {
      throw new ShapeException(
          "tile: %s of shape %s: a tensor is repeated 0 times or more"
              .formatted(Shape.tuple(reps), self().shape().tuple()));
    }
    int[] repeats = new int[Math.max(reps.length, self().rank())];
    Arrays.fill(repeats, 1);
    System.arraycopy(reps, 0, repeats, repeats.length - reps.length, reps.length);
    return self().repeat(repeats);
  }

  /// Each place of `dim` `repeats` times, one after another.
  default Tensor repeatInterleave(int repeats, int dim) {
    int size = self().size(dim);
    return repeatInterleave(Tensors.full((long) repeats, size), dim);
  }

  /// Place `i` of `dim` `repeats[i]` times.
  ///
  /// @throws ShapeException unless there is one number, not negative, a place
  default Tensor repeatInterleave(Tensor repeats, int dim) {
    long[] times = repeats.toLongArray();
    boolean negative = Arrays.stream(times).anyMatch(n -> n < 0);
    if (repeats.dtype() != DType.INT64 || times.length != self().size(dim) || negative) {
      throw new ShapeException(
          "repeat_interleave: repeats of shape %s, %s, for dimension %d of shape %s: needs one int64, not negative, a place"
              .formatted(repeats.shape().tuple(), repeats.dtype(), dim, self().shape().tuple()));
    }
    long total = 0;
    for (long n : times) {
      total = Math.min(total + Math.min(n, Integer.MAX_VALUE), Long.MAX_VALUE / 2);
    }
    Shape.length("repeat_interleave", self().shape(), total);
    long[] places =
        IntStream.range(0, times.length)
            .boxed()
            .flatMapToLong(i -> LongStream.generate(() -> i).limit(times[i]))
            .toArray();
    return self().indexSelect(dim, Tensors.tensor(places));
  }

  /// Turned by `k` right angles in the plane of `dim0` and `dim1`, from the first towards the second.
  default Tensor rot90(int k, int dim0, int dim1) {
    return switch (Math.floorMod(k, 4)) {
      case 1 -> self().flip(dim1).transpose(dim0, dim1);
      case 2 -> self().flip(dim0, dim1);
      case 3 -> self().flip(dim0).transpose(dim0, dim1);
      default -> self().clone();
    };
  }

  /// With the order of rows reversed: [Rearranging#flip] of dimension 0.
  default Tensor flipud() {
    return self().flip(self().shape().existing("flipud", 0));
  }

  /// With the order of columns reversed: [Rearranging#flip] of dimension 1.
  default Tensor fliplr() {
    return self().flip(self().shape().existing("fliplr", 1));
  }

  /// The last dimension as diagonal `offset` of matrices of zeros, whose dimensions stand last:
  /// `(*, n) → (*, n + |offset|, n + |offset|)`.
  default Tensor diagEmbed(int offset) {
    int[] dims = self().shape().toArray();
    int last = self().shape().existing("diag_embed", -1);
    int n = dims[last] + Math.abs(offset);
    int[] target = Arrays.copyOf(dims, dims.length + 1);
    target[last] = n;
    target[last + 1] = n;
    UnaryOperator<Layout> diagonal = layout -> layout.diagonal(offset, last, last + 1);
    var ofDiagonal =
        Arguments.of("offset", Arguments.unless(0, offset), "dim1", last, "dim2", last + 1);
    return Structural.of(
            "diag_embed",
            "DiagEmbedBackward0",
            Arguments.of("offset", Arguments.unless(0, offset)),
            NOTHING,
            (s, g) -> Parts.of("diagonal", "DiagonalBackward0", ofDiagonal, g, diagonal))
        .record(Parts.embed(self().detach(), Shape.of(target), diagonal), self());
  }

  /// `sections` parts of `dim` as equal as can be, the longer ones first; views.
  default List<Tensor> tensorSplit(int sections, int dim) {
    int size = self().size(dim);
    if (sections <= 0) {
      throw new ShapeException(
          "tensor_split: the number of parts of shape %s must be positive, not %d"
              .formatted(self().shape().tuple(), sections));
    }
    int[] cuts =
        IntStream.range(1, sections)
            .map(i -> i * (size / sections) + Math.min(i, size % sections))
            .toArray();
    return tensorSplit(cuts, dim);
  }

  /// The parts of `dim` before, between and after the places `indices`; views.
  default List<Tensor> tensorSplit(int[] indices, int dim) {
    int d = self().shape().existing("tensor_split", dim);
    var parts = new ArrayList<Tensor>(indices.length + 1);
    int start = 0;
    for (int end : indices) {
      parts.add(self().slice(d, start, end));
      start = end;
    }
    parts.add(self().slice(d, start, Integer.MAX_VALUE));
    return parts;
  }

  /// [#tensorSplit] of the first dimension of a vector, otherwise of the second.
  default List<Tensor> hsplit(int sections) {
    return equal("hsplit", sections, self().rank() == 1 ? 0 : 1);
  }

  /// [#tensorSplit] of the first of at least two dimensions.
  default List<Tensor> vsplit(int sections) {
    self().shape().existing("vsplit", 1);
    return equal("vsplit", sections, 0);
  }

  /// [#tensorSplit] of the third dimension.
  default List<Tensor> dsplit(int sections) {
    return equal("dsplit", sections, 2);
  }

  private List<Tensor> equal(String op, int sections, int dim) {
    int size = self().shape().dim(self().shape().existing(op, dim));
    if (sections <= 0 || size % sections != 0) {
      throw new ShapeException(
          "%s: dimension %d of shape %s does not divide into %d equal parts; tensorSplit forgives that"
              .formatted(op, dim, self().shape().tuple(), sections));
    }
    return tensorSplit(sections, dim);
  }

  // ---- picking

  /// The elements at `indices`, row-major places that count from the end where negative; of their shape.
  default Tensor take(Tensor indices) {
    int size = self().size();
    Shape flat = Shape.of(size);
    int[] places =
        Arrays.stream(indices.toLongArray())
            .mapToInt(i -> Indexing.normalizeIndex("take", flat, 0, Math.toIntExact(i)))
            .toArray();
    return new Selection("take", self().shape(), indices.shape(), places).pick(self());
  }

  /// As [Indexing#gather], but `indices` and this tensor broadcast in the other dimensions: what `argsort`
  /// and `argmax` with `keepdim` give is taken.
  default Tensor takeAlongDim(Tensor indices, int dim) {
    int d = self().shape().existing("take_along_dim", dim);
    if (indices.rank() != self().rank()) {
      throw new ShapeException(
          "take_along_dim: indices of shape %s for shape %s; both need as many dimensions"
              .formatted(indices.shape().tuple(), self().shape().tuple()));
    }
    int[] own = self().shape().toArray();
    int[] wanted = indices.shape().toArray();
    own[d] = 1;
    wanted[d] = 1;
    int[] common = Shape.broadcast("take_along_dim", Shape.of(own), Shape.of(wanted)).toArray();
    int[] from = common.clone();
    from[d] = self().shape().dim(d);
    common[d] = indices.shape().dim(d);
    return self().expand(from).gather(d, indices.expand(common));
  }
}
