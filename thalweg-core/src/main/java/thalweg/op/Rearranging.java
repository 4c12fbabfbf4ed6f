package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import thalweg.cpu.loop.Formula;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Op;
import thalweg.runtime.Selection;
import thalweg.runtime.Storage;
import thalweg.runtime.Structural;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The same elements in another order, repeated, or with zeros between or around them; all copy. Names are
/// those of `torch`.
public sealed interface Rearranging permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// With the order of places in each of `dims` reversed.
  default Tensor flip(int... dims) {
    int[][] lists = new int[Math.max(1, self().rank())][];
    for (int d : self().shape().normalize("flip", dims)) {
      int size = self().rank() == 0 ? 1 : self().shape().dim(d);
      lists[d] = IntStream.range(0, size).map(i -> size - 1 - i).toArray();
    }
    return Selection.grid("flip", self().shape(), lists).with(Arguments.of("dims", dims)).pick(self());
  }

  /// With places of `dim` moved on by `shift`, round the end.
  default Tensor roll(int shift, int dim) {
    return roll(new int[] {shift}, new int[] {dim});
  }

  /// With places of each of `dims` moved on by its shift, round the end.
  default Tensor roll(int[] shifts, int[] dims) {
    if (shifts.length != dims.length) {
      throw new ShapeException(
          "roll: %d shifts for %d dimensions".formatted(shifts.length, dims.length));
    }
    int[] axes = Arrays.stream(dims).map(d -> self().shape().existing("roll", d)).toArray();
    int[][] lists = new int[self().rank()][];
    for (int k = 0; k < axes.length; k++) {
      int size = self().shape().dim(axes[k]);
      int shift = shifts[k];
      int[] before = lists[axes[k]];
      lists[axes[k]] =
          IntStream.range(0, size)
              .map(i -> Math.floorMod(i - shift, size))
              .map(i -> before == null ? i : before[i])
              .toArray();
    }
    return Selection.grid("roll", self().shape(), lists)
        .with(Arguments.of("shifts", shifts, "dims", dims))
        .pick(self());
  }

  /// This tensor `repeats[d]` times along each dimension; more repeats than dimensions add some in front.
  default Tensor repeat(int... repeats) {
    int added = repeats.length - self().rank();
    if (added < 0) {
      throw new ShapeException(
          "repeat: %s has fewer numbers than shape %s has dimensions"
              .formatted(Shape.tuple(repeats), self().shape().tuple()));
    }
    if (Arrays.stream(repeats).anyMatch(times -> times < 0)) {
      throw new ShapeException(
          "repeat: %s of shape %s: a tensor is repeated 0 times or more"
              .formatted(Shape.tuple(repeats), self().shape().tuple()));
    }
    int[] dims = new int[repeats.length];
    Arrays.fill(dims, 1);
    System.arraycopy(self().shape().toArray(), 0, dims, added, self().rank());
    int[] lengths = new int[repeats.length];
    for (int d = 0; d < dims.length; d++) {
      lengths[d] = Shape.length("repeat", self().shape(), (long) dims[d] * repeats[d]);
    }
    Shape.of(lengths); // which finds a result too large before it is made
    int[][] lists = new int[repeats.length][];
    for (int d = 0; d < dims.length; d++) {
      int size = dims[d];
      lists[d] = IntStream.range(0, lengths[d]).map(i -> i % size).toArray();
    }
    return Selection.grid("repeat", Shape.of(dims), lists)
        .in(self().shape())
        .with(Arguments.of("repeats", repeats))
        .pick(self());
  }

  /// Zero above diagonal `diagonal` of the last two dimensions.
  default Tensor tril(int diagonal) {
    return triangle("tril", diagonal, (i, j) -> j - i <= diagonal, g -> g.tril(diagonal));
  }

  /// Zero below diagonal `diagonal` of the last two dimensions.
  default Tensor triu(int diagonal) {
    return triangle("triu", diagonal, (i, j) -> j - i >= diagonal, g -> g.triu(diagonal));
  }

  private Tensor triangle(String name, int diagonal, Formula.LongRelation kept, UnaryOperator<Tensor> same) {
    int rank = self().rank();
    if (rank < 2) {
      throw new ShapeException(
          "%s: needs at least 2 dimensions, but the shape is %s"
              .formatted(name, self().shape().tuple()));
    }
    int rows = self().shape().dim(rank - 2);
    int columns = self().shape().dim(rank - 1);
    boolean[] dropped = new boolean[rows * columns];
    for (int i = 0; i < dropped.length; i++) {
      dropped[i] = !kept.test(i / columns, i % columns);
    }
    Tensor mask =
        Internals.tensor(new Storage.Booleans(dropped), Layout.contiguous(Shape.of(rows, columns)));
    return Structural.of(
            name,
            Op.gradName(name, 0),
            Arguments.of("diagonal", Arguments.unless(0, diagonal)),
            NOTHING,
            (s, g) -> same.apply(g))
        .record(self().detach().maskedFill(mask, 0), self());
  }

  /// A vector as the diagonal `offset` of a square matrix of zeros; of a matrix, a copy of that diagonal.
  default Tensor diag(int offset) {
    UnaryOperator<Layout> diagonal = layout -> layout.diagonal(offset, 0, 1);
    Tensor x = self().detach();
    var arguments = Arguments.of("diagonal", Arguments.unless(0, offset));
    if (x.rank() == 1) {
      int n = x.size() + Math.abs(offset);
      return Structural.of(
              "diag",
              "DiagBackward0",
              arguments,
              NOTHING,
              (s, g) -> Parts.of("diag", "DiagonalBackward0", arguments, g, diagonal))
          .record(Parts.embed(x, Shape.of(n, n), diagonal), self());
    }
    if (x.rank() != 2) {
      throw new ShapeException(
          "diag: needs a vector or a matrix, but the shape is " + x.shape().tuple());
    }
    return Structural.of(
            "diag", "DiagBackward0", arguments, NOTHING, (s, g) -> Parts.embed(g, s.shape(0), diagonal))
        .record(x.diagonal(offset, 0, 1).clone(), self());
  }

  /// With `value` around the last dimensions: `pad` holds the numbers of places before and after, the last
  /// dimension first. A negative number takes places away.
  default Tensor pad(int[] pad, double value) {
    double fitting = self().dtype().fitting("pad", value);
    return padded(pad, value, shape -> Tensors.full(self().dtype(), fitting, shape));
  }

  /// As the other, with a whole number, exact for `int64`.
  default Tensor pad(int[] pad, long value) {
    return padded(pad, value, shape -> Tensors.full(self().dtype(), value, shape));
  }

  private Tensor padded(int[] pad, Number value, Function<int[], Tensor> full) {
    int rank = self().rank();
    if (pad.length % 2 != 0 || pad.length > 2 * rank) {
      throw new ShapeException(
          "pad: %s must hold two numbers for each of the last dimensions of shape %s"
              .formatted(Shape.tuple(pad), self().shape().tuple()));
    }
    if (Arrays.stream(pad).anyMatch(places -> places < 0)) {
      int[] added = Arrays.stream(pad).map(places -> Math.max(0, places)).toArray();
      return ((Rearranging) cropped(pad)).padded(added, value, full);
    }
    int[] dims = self().shape().toArray();
    int[] before = new int[rank];
    for (int k = 0; k < pad.length / 2; k++) {
      before[rank - 1 - k] = pad[2 * k];
      long length = (long) dims[rank - 1 - k] + pad[2 * k] + pad[2 * k + 1];
      dims[rank - 1 - k] = Shape.length("pad", self().shape(), length);
    }
    Tensor padded = full.apply(dims);
    Internals.write(Internals.view(padded, inside(Internals.layout(padded), before, self().shape()), null), self());
    return Structural.of(
            "constant_pad_nd",
            "ConstantPadNdBackward0",
            Arguments.of("pad", pad, "value", value.doubleValue() == 0 ? null : value),
            NOTHING,
            (s, g) -> {
              Tensor part = g;
              for (int d = 0; d < rank; d++) {
                part = part.narrow(d, before[d], s.shape(0).dim(d));
              }
              return part;
            })
        .record(padded, self());
  }

  /// Without as many places as negative numbers of `pad` say.
  private Tensor cropped(int[] pad) {
    Tensor part = self();
    for (int k = 0; k < pad.length / 2; k++) {
      int d = self().rank() - 1 - k;
      int before = Math.max(0, -pad[2 * k]);
      int length = self().size(d) - before - Math.max(0, -pad[2 * k + 1]);
      if (length < 0) {
        throw new ShapeException(
            "pad: %s takes more places away than shape %s has"
                .formatted(Shape.tuple(pad), self().shape().tuple()));
      }
      part = part.narrow(d, before, length);
    }
    return part;
  }

  private static Layout inside(Layout layout, int[] before, Shape shape) {
    for (int d = 0; d < before.length; d++) {
      layout = layout.slice(d, before[d], shape.dim(d), 1);
    }
    return layout;
  }
}
