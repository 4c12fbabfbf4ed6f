package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.runtime.Gradient;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;
import thalweg.runtime.Structural;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Putting tensors together and taking them apart. The static operations are also in
/// [thalweg.tensor.Tensors].
public sealed interface Joining permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// One after another along dimension `dim`; all other dimensions are equal. An empty vector, shape
  /// `(0)`, joins with anything.
  ///
  /// @throws ShapeException naming the first two shapes that do not fit
  static Tensor cat(int dim, List<Tensor> tensors) {
    return joined("cat", dim, tensors, tensors);
  }

  /// `tensors` are `given` with dimensions added; errors are about the latter.
  private static Tensor joined(String op, int dim, List<Tensor> tensors, List<Tensor> given) {
    requireSome(op, tensors);
    Shape first =
        tensors.stream().filter(t -> !isEmptyVector(t)).findFirst().orElse(tensors.getFirst()).shape();
    int d = first.normalize(op, dim);
    if (tensors.stream().anyMatch(part -> !isEmptyVector(part) && !fits(first, part.shape(), d))) {
      throw misfit(op, d, given);
    }
    return joined(first, d, tensors);
  }

  private static Tensor joined(Shape first, int d, List<Tensor> tensors) {
    DType dtype = tensors.stream().map(Tensor::dtype).reduce(DType::promote).orElseThrow();
    int[] dims = first.toArray();
    long total = 0;
    for (Tensor part : tensors) {
      total += isEmptyVector(part) ? 0 : part.shape().dim(d);
    }
    dims[d] = Shape.length("cat", first, total);
    Layout layout = Layout.contiguous(Shape.of(dims));
    Tensor out = Internals.tensor(Storage.zeros(dtype, layout.shape()), layout);
    var gradients = new Gradient[tensors.size()];
    int start = 0;
    for (int i = 0; i < gradients.length; i++) {
      Tensor part = tensors.get(i);
      DType own = part.dtype();
      if (isEmptyVector(part)) {
        gradients[i] = new Gradient(NOTHING, (s, g) -> Tensors.zeros(own, 0));
        continue;
      }
      int from = start;
      int length = part.shape().dim(d);
      gradients[i] = new Gradient(NOTHING, (s, g) -> g.narrow(d, from, length).to(own));
      Internals.write(Internals.view(out, layout.slice(d, from, length, 1), null), part);
      start += length;
    }
    Tensor[] inputs = tensors.toArray(Tensor[]::new);
    return Structural.of("cat", "CatBackward0", Arguments.of("dim", d), gradients).record(out, inputs);
  }

  /// PyTorch lets an empty vector join with tensors of any shape.
  private static boolean isEmptyVector(Tensor tensor) {
    return tensor.rank() == 1 && tensor.size() == 0;
  }

  private static void requireSome(String op, List<Tensor> tensors) {
    if (tensors.isEmpty()) {
      throw new ShapeException(op + ": needs at least one tensor");
    }
  }

  private static boolean fits(Shape first, Shape other, int dim) {
    boolean fits = first.rank() == other.rank() && first.rank() > 0;
    for (int d = 0; fits && d < first.rank(); d++) {
      fits = d == dim || first.dim(d) == other.dim(d);
    }
    return fits;
  }

  private static ShapeException misfit(String op, int dim, List<Tensor> tensors) {
    boolean numbers = tensors.stream().anyMatch(tensor -> tensor.rank() == 0);
    return new ShapeException(
        "%s: shapes %s do not join along dimension %d: all other dimensions must be equal%s"
            .formatted(op, shapes(tensors), dim, numbers ? "; numbers have none, use stack" : ""));
  }

  /// Those that occur, each once.
  private static String shapes(List<Tensor> tensors) {
    return tensors.stream()
        .map(tensor -> tensor.shape().tuple())
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /// Side by side along a new dimension `dim`; all shapes are equal. `n × (m) → (n, m)` for `dim` 0.
  ///
  /// @throws ShapeException naming the first two shapes that differ
  static Tensor stack(int dim, List<Tensor> tensors) {
    requireSome("stack", tensors);
    Shape first = tensors.getFirst().shape();
    for (Tensor tensor : tensors) {
      if (!tensor.shape().equals(first)) {
        throw new ShapeException(
            "stack: shapes %s and %s differ; all must be equal (cat joins along an old dimension)"
                .formatted(first.tuple(), tensor.shape().tuple()));
      }
    }
    if (dim < -first.rank() - 1 || dim > first.rank()) {
      throw new ShapeException(
          "stack: a new dimension of shape %s can stand at %d to %d, not %d"
              .formatted(first.tuple(), -first.rank() - 1, first.rank(), dim));
    }
    int d = dim < 0 ? dim + first.rank() + 1 : dim;
    Tensor[] inputs = tensors.toArray(Tensor[]::new);
    DType dtype = inputs[0].dtype();
    for (Tensor input : inputs) {
      dtype = dtype.promote(input.dtype());
    }
    Layout layout = Layout.contiguous(first.with(d, inputs.length));
    Tensor out = Internals.tensor(Storage.zeros(dtype, layout.shape().size()), layout);
    var gradients = new Gradient[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      int place = i;
      DType own = inputs[i].dtype();
      gradients[i] = new Gradient(NOTHING, (s, g) -> g.select(d, place).to(own));
      Internals.write(Internals.view(out, layout.select(d, place), null), inputs[i]);
    }
    return Structural.of("stack", "StackBackward0", Arguments.of("dim", dim), gradients).record(out, inputs);
  }

  /// On top of each other: vectors become rows.
  static Tensor vstack(List<Tensor> tensors) {
    return joined(
        "vstack", 0, tensors.stream().map(Joining::atLeastTwoDimensions).toList(), tensors);
  }

  private static Tensor atLeastTwoDimensions(Tensor x) {
    return switch (x.rank()) {
      case 0 -> x.reshape(1, 1);
      case 1 -> x.unsqueeze(0);
      default -> x;
    };
  }

  /// Next to each other: vectors along their only dimension, others along the second.
  static Tensor hstack(List<Tensor> tensors) {
    requireSome("hstack", tensors);
    List<Tensor> parts = tensors.stream().map(x -> x.rank() == 0 ? x.reshape(1) : x).toList();
    return joined("hstack", parts.getFirst().rank() == 1 ? 0 : 1, parts, tensors);
  }

  /// Next to each other as columns: vectors `(n)` become `(n, 1)`.
  static Tensor columnStack(List<Tensor> tensors) {
    requireSome("column_stack", tensors);
    return joined(
        "column_stack",
        1,
        tensors.stream().map(x -> x.rank() < 2 ? x.reshape(-1, 1) : x).toList(),
        tensors);
  }

  /// Behind each other along the third dimension: vectors `(n)` become `(1, n, 1)`, matrices `(n, m, 1)`.
  static Tensor dstack(List<Tensor> tensors) {
    requireSome("dstack", tensors);
    return joined(
        "dstack",
        2,
        tensors.stream()
            .map(Joining::atLeastTwoDimensions)
            .map(x -> x.rank() == 2 ? x.unsqueeze(2) : x)
            .toList(),
        tensors);
  }

  /// How [#meshgrid] orders the first two dimensions.
  enum Grid {
    /// The first vector runs along dimension 0, as matrices are indexed.
    IJ,
    /// The first vector runs along dimension 1, as coordinates are drawn.
    XY
  }

  /// The coordinates of all points of a grid: from vectors of `n` and `m` values two tensors `(n, m)`, or
  /// `(m, n)` for [Grid#XY].
  static List<Tensor> meshgrid(Grid grid, List<Tensor> vectors) {
    requireSome("meshgrid", vectors);
    int rank = vectors.size();
    int[] order = IntStream.range(0, rank).toArray();
    if (grid == Grid.XY && rank >= 2) {
      order[0] = 1;
      order[1] = 0;
    }
    int[] dims = new int[rank];
    for (int i = 0; i < rank; i++) {
      if (vectors.get(i).rank() > 1) {
        throw new ShapeException("meshgrid: needs vectors, but got shapes " + shapes(vectors));
      }
      dims[order[i]] = vectors.get(i).size();
    }
    var grids = new ArrayList<Tensor>(rank);
    for (int i = 0; i < rank; i++) {
      int[] own = new int[rank];
      Arrays.fill(own, 1);
      own[order[i]] = vectors.get(i).size();
      grids.add(vectors.get(i).reshape(own).expand(dims));
    }
    return grids;
  }

  /// Parts of `size` places of dimension `dim`, the last one maybe shorter; views.
  default List<Tensor> split(int size, int dim) {
    int d = self().shape().existing("split", dim);
    if (size <= 0) {
      throw new ShapeException(
          "split: parts of %d places of shape %s; the size must be positive"
              .formatted(size, self().shape().tuple()));
    }
    int total = self().shape().dim(d);
    int count = Math.max(1, (total + size - 1) / size);
    var arguments = Arguments.of("split_size", size, "dim", dim);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int length = Math.min(size, total - i * size);
              return Parts.of(
                  "split", "SplitBackward0", arguments, self(), x -> x.slice(d, i * size, length, 1));
            })
        .toList();
  }

  /// Parts of `sizes[0]`, `sizes[1]`, … places of dimension `dim`, which they fill exactly; views.
  default List<Tensor> split(int[] sizes, int dim) {
    int d = self().shape().existing("split", dim);
    int total = self().shape().dim(d);
    boolean negative = Arrays.stream(sizes).anyMatch(size -> size < 0);
    if (negative || Arrays.stream(sizes).asLongStream().sum() != total) {
      throw new ShapeException(
          "split: parts of %s places do not fill dimension %d of shape %s, which has %d places"
              .formatted(Shape.tuple(sizes), d, self().shape().tuple(), total));
    }
    var arguments = Arguments.of("split_sizes", sizes, "dim", dim);
    var parts = new ArrayList<Tensor>(sizes.length);
    int start = 0;
    for (int size : sizes) {
      int from = start;
      parts.add(
          Parts.of(
              "split_with_sizes",
              "SplitWithSizesBackward0",
              arguments,
              self(),
              x -> x.slice(d, from, size, 1)));
      start += size;
    }
    return parts;
  }

  /// At most `chunks` parts of equal length, the last one maybe shorter, of dimension `dim`; views. Of a dimension
  /// without places, all parts are empty.
  default List<Tensor> chunk(int chunks, int dim) {
    if (chunks <= 0) {
      throw new ShapeException(
          "chunk: the number of parts of shape %s must be positive, not %d"
              .formatted(self().shape().tuple(), chunks));
    }
    int total = self().shape().dim(self().shape().existing("chunk", dim));
    if (total == 0) {
      return Stream.generate(() -> self().narrow(dim, 0, 0)).limit(chunks).toList();
    }
    return split(Math.max(1, (total + chunks - 1) / chunks), dim);
  }
}
