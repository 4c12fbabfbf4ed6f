package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;

import java.util.Arrays;
import java.util.function.Function;
import thalweg.cpu.index.Gather;
import thalweg.runtime.Gradient;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Selection;
import thalweg.runtime.Storage;
import thalweg.runtime.Structural;
import thalweg.tensor.DType;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Copies of a tensor with some places overwritten or added to. `index` is `int64`; its places must be there, as in
/// [Indexing]. Where a place is named twice, the last one stays. Names are those of `torch`.
public sealed interface Scattering permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// With `source[i][j]` at `[index[i][j]][j]` for `dim` 0; `index` is no longer than `source`, and than this in
  /// dimensions other than `dim`.
  default Tensor scatter(int dim, Tensor index, Tensor source) {
    Tensor values = source;
    for (int i = 0; i < index.rank(); i++) {
      values = values.narrow(i, 0, index.shape().dim(i));
    }
    return overwritten("scatter", "ScatterBackward0", Arguments.of("dim", dim), along("scatter", dim, index), values);
  }

  /// With `value` at `[index[i][j]][j]` for `dim` 0.
  default Tensor scatter(int dim, Tensor index, double value) {
    double fitting = self().dtype().fitting("scatter", value);
    return scattered(dim, index, value, Tensors.full(self().dtype(), fitting, index.shape().toArray()));
  }

  /// With the whole number `value` at `[index[i][j]][j]` for `dim` 0, exact for `int64`.
  default Tensor scatter(int dim, Tensor index, long value) {
    return scattered(dim, index, value, Tensors.full(self().dtype(), value, index.shape().toArray()));
  }

  private Tensor scattered(int dim, Tensor index, Number value, Tensor values) {
    var arguments = Arguments.of("dim", dim, "value", value);
    return overwritten("scatter", "ScatterBackward1", arguments, along("scatter", dim, index), values);
  }

  /// With part `i` of `source` along `dim` at place `index[i]`.
  default Tensor indexCopy(int dim, Tensor index, Tensor source) {
    Selection places = parts("index_copy", dim, index, source);
    return overwritten("index_copy", "IndexCopyBackward0", Arguments.of("dim", dim), places, source);
  }

  /// With `value` at the places `index` of `dim`.
  default Tensor indexFill(int dim, Tensor index, double value) {
    double fitting = self().dtype().fitting("index_fill", value);
    return indexFill(dim, index, value, shape -> Tensors.full(self().dtype(), fitting, shape));
  }

  /// With the whole number `value` at the places `index` of `dim`, exact for `int64`.
  default Tensor indexFill(int dim, Tensor index, long value) {
    return indexFill(dim, index, value, shape -> Tensors.full(self().dtype(), value, shape));
  }

  private Tensor indexFill(int dim, Tensor index, Number value, Function<int[], Tensor> values) {
    var arguments = Arguments.of("dim", dim, "value", value);
    Selection places = parts("index_fill", dim, index, null);
    return overwritten(
        "index_fill", "IndexFillBackward0", arguments, places, values.apply(places.to().toArray()));
  }

  /// With part `i` of `source` along `dim` added at place `index[i]`.
  default Tensor indexAdd(int dim, Tensor index, Tensor source) {
    Selection places = parts("index_add", dim, index, source);
    return Structural.of(
            "index_add",
            "IndexAddBackward0",
            Arguments.of("dim", dim),
            new Gradient(NOTHING, (s, g) -> g),
            new Gradient(NOTHING, (s, g) -> places.pick(g)))
        .holding()
        .record(self().detach().add(places.scatter(source.detach())), self(), source);
  }

  private Selection along(String op, int dim, Tensor index) {
    int d = self().shape().normalize(op, dim);
    return Selection.along(op, self().shape(), index.shape(), d, Selection.checkedAlong(op, self(), d, index));
  }

  /// The places of whole parts; `source`, where there is one, must have their shape.
  private Selection parts(String op, int dim, Tensor index, Tensor source) {
    int d = self().shape().existing(op, dim);
    int[][] lists = new int[self().rank()][];
    lists[d] = Arrays.stream(index.toLongArray()).mapToInt(Math::toIntExact).toArray();
    for (int place : lists[d]) {
      Selection.checkPlace(op, self(), d, place);
    }
    Selection places = Selection.grid(op, self().shape(), lists).listed();
    if (source != null && !source.shape().equals(places.to())) {
      throw new ShapeException(
          "%s: a source of shape %s for %d places along dimension %d of shape %s; it must have shape %s"
              .formatted(
                  op,
                  source.shape().tuple(),
                  lists[d].length,
                  d,
                  self().shape().tuple(),
                  places.to().tuple()));
    }
    return places;
  }

  private Tensor overwritten(
      String name, String gradName, Arguments arguments, Selection places, Tensor values) {
    DType dtype = self().dtype();
    if (values.dtype() != dtype) {
      throw new IllegalArgumentException(
          "%s: the source is %s, but this tensor %s; convert one with to(DType)"
              .formatted(name, values.dtype(), dtype));
    }
    Storage copy = Internals.storage(Internals.unrecorded(self(), dtype));
    Gather.put(Internals.storage(Internals.unrecorded(values, dtype)).array(), places.places(), copy.array());
    return Structural.of(
            name,
            gradName,
            arguments,
            new Gradient(NOTHING, (s, g) -> cleared(name, gradName, places, g)),
            new Gradient(NOTHING, (s, g) -> places.pick(g)))
        .holding()
        .record(copy, Layout.contiguous(self().shape()), self(), values);
  }

  private static Tensor cleared(String name, String gradName, Selection places, Tensor g) {
    Tensor zeros = Tensors.zeros(g.dtype(), places.to().toArray());
    return ((Scattering) g).overwritten(name, gradName, Arguments.NONE, places, zeros);
  }
}
