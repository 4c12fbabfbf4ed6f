package thalweg.runtime;

import static thalweg.runtime.Saved.NOTHING;

import thalweg.cpu.index.Gather;
import thalweg.op.Arguments;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// What all picking of elements comes down to: `out[i] = x[places[i]]` with row-major places in `x`.
/// Its gradient adds `g[i]` to `places[i]` of zeros, and that one's gradient picks again.
///
/// @param name      PyTorch's name of the operation that picks
/// @param gradName  the recorded node's name
/// @param from      the shape of what is picked from
/// @param to        the shape of the result
/// @param source    row-major places in `from`, one an element of `to`
/// @param arguments what the operation was called with besides tensors
public record Selection(String name, String gradName, Shape from, Shape to, Places source, Arguments arguments) {
  /// Where places come from.
  sealed interface Places {
    int[] get();
  }

  /// Places that depend on values: a graph holds them until backward has passed.
  private record Listed(int[] get) implements Places {}

  /// Places that follow from a few numbers: they are worked out again rather than held.
  private record Grid(Shape from, int[][] lists) implements Places {
    @Override
    public int[] get() {
      return places(from, lengths(from, lists), lists);
    }
  }

  public Selection(String name, String gradName, Shape from, Shape to, int[] places) {
    this(name, gradName, from, to, new Listed(places), Arguments.NONE);
  }

  public Selection(String name, Shape from, Shape to, int[] places) {
    this(name, Op.gradName(name, 0), from, to, places);
  }

  /// Picks the whole product of `lists[d]`, places of each dimension `d`; null for all of them.
  public static Selection grid(String name, Shape from, int[][] lists) {
    Shape to = Shape.of(lengths(from, lists));
    return new Selection(name, Op.gradName(name, 0), from, to, new Grid(from, lists), Arguments.NONE);
  }

  private static int[] lengths(Shape from, int[][] lists) {
    int[] dims = from.toArray();
    for (int d = 0; d < dims.length; d++) {
      dims[d] = lists[d] == null ? dims[d] : lists[d].length;
    }
    return dims;
  }

  /// These places, listed: of a grid that depends on values.
  public Selection listed() {
    return new Selection(name, gradName, from, to, new Listed(places()), arguments);
  }

  /// These places in a tensor of another shape with as many elements.
  public Selection in(Shape shape) {
    return new Selection(name, gradName, shape, to, source, arguments);
  }

  /// These places, picked by an operation that was called with `arguments`.
  public Selection with(Arguments arguments) {
    return new Selection(name, gradName, from, to, source, arguments);
  }

  public int[] places() {
    return source.get();
  }

  /// Row-major places in `from`: of the last dimension, then for each place of the one before it these again, …
  private static int[] places(Shape from, int[] dims, int[][] lists) {
    int[] places = new int[Shape.of(dims).size()];
    int step = 1; // of dimension d in `from`
    int inner = 1; // how many places lie in the dimensions after d
    for (int d = dims.length - 1; d >= 0 && places.length > 0; d--) {
      for (int k = dims[d] - 1; k >= 0; k--) { // place 0 last, since all are made from it
        int start = step * (lists[d] == null ? k : lists[d][k]);
        for (int i = 0; i < inner; i++) {
          places[k * inner + i] = places[i] + start;
        }
      }
      step *= from.dim(d);
      inner *= dims[d];
    }
    return places;
  }

  /// Picks from `x` along dimension `dim`: element `(…, j, …)` is `x[…, index[…, j, …], …]`, where `index`
  /// has the result's shape in row-major order and is no longer than `x` in the other dimensions.
  public static Selection along(String name, Shape from, Shape to, int dim, long[] index) {
    int rank = to.rank();
    int[][] lists = new int[rank][];
    int step = 1;
    if (rank > 0) {
      lists[dim] = new int[to.dim(dim)]; // all at place 0, from which the index leads on
      for (int d = dim + 1; d < rank; d++) {
        step *= from.dim(d);
      }
    }
    int[] places = places(from, to.toArray(), lists);
    for (int i = 0; i < places.length; i++) {
      places[i] += step * (int) index[i];
    }
    return new Selection(name, from, to, places);
  }

  /// The elements of `index`, which has as many dimensions as `x` and is no longer in others than `dim`.
  public static long[] checkedAlong(String op, Tensor x, int dim, Tensor index) {
    Shape shape = x.shape();
    boolean fits = index.rank() == shape.rank() && index.dtype() == DType.INT64;
    for (int d = 0; fits && d < shape.rank(); d++) {
      fits = d == dim || index.shape().dim(d) <= shape.dim(d);
    }
    if (!fits) {
      throw new ShapeException(
          ("%s: an index of shape %s, %s, does not fit shape %s along dimension %d: it must be int64, "
              + "with as many dimensions, no longer in the others")
              .formatted(op, index.shape().tuple(), index.dtype(), shape.tuple(), dim));
    }
    long[] indices = index.toLongArray();
    for (long place : indices) {
      checkPlace(op, x, dim, place);
    }
    return indices;
  }

  /// @throws ShapeException if dimension `dim` of `x` has no such place
  public static void checkPlace(String op, Tensor x, int dim, long place) {
    int size = x.rank() == 0 ? 1 : x.shape().dim(dim);
    if (place < 0 || place >= size) {
      throw new ShapeException(
          "%s: index %d is out of range for dimension %d of shape %s, which has places 0 to %d"
              .formatted(op, place, dim, x.shape().tuple(), size - 1));
    }
  }

  /// The elements picked from `x`.
  public Tensor pick(Tensor x) {
    Tensor plain = Internals.layout(x).isPlain() ? x : Internals.unrecorded(x, x.dtype());
    Storage values = Storage.zeros(x.dtype(), to);
    Gather.pick(Internals.storage(plain).array(), places(), values.array());
    return RecordedNode.record(
        operation(name, gradName, arguments, (s, g) -> scatter(g)),
        values,
        Layout.contiguous(to),
        x);
  }

  /// Zeros of shape [#from()] to which the elements of `x` are added at the places.
  public Tensor scatter(Tensor x) {
    Tensor plain = Internals.layout(x).isPlain() ? x : Internals.unrecorded(x, x.dtype());
    Storage values = Storage.zeros(x.dtype(), from);
    Gather.add(Internals.storage(plain).array(), places(), values.array());
    return RecordedNode.record(
        operation(name + "_scatter", "IndexPutBackward0", Arguments.NONE, (s, g) -> pick(g)),
        values,
        Layout.contiguous(from),
        x);
  }

  private Structural operation(
      String name, String gradName, Arguments arguments, Gradient.Formula formula) {
    Structural operation = Structural.of(name, gradName, arguments, NOTHING, formula);
    return source instanceof Listed ? operation.holding() : operation;
  }
}
