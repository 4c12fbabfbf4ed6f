package thalweg.runtime;

import java.util.Arrays;
import thalweg.tensor.Shape;

/// How a shape lies in a storage: element `(i, j, …)` stands at `offset + i·strides[0] + j·strides[1] + …`.
/// Views are made by computing another layout; nothing is copied. Immutable.
public final class Layout {
  private static final Layout SCALAR = new Layout(Shape.SCALAR, new int[0], 0);

  private final Shape shape;
  private final int[] strides;
  private final int offset;
  private final boolean contiguous;

  private Layout(Shape shape, int[] strides, int offset) {
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.contiguous = isRowMajor(shape, strides);
  }

  /// Row by row from the start of the storage.
  public static Layout contiguous(Shape shape) {
    return shape.rank() == 0 ? SCALAR : new Layout(shape, rowMajor(shape), 0);
  }

  /// Any strides at all; the caller answers for their staying inside the storage.
  public static Layout strided(Shape shape, int[] strides, int offset) {
    return new Layout(shape, strides.clone(), offset);
  }

  private static int[] rowMajor(Shape shape) {
    int[] strides = new int[shape.rank()];
    int step = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = step;
      step *= Math.max(1, shape.dim(i));
    }
    return strides;
  }

  private static boolean isRowMajor(Shape shape, int[] strides) {
    int step = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      if (shape.dim(i) != 1) {
        if (strides[i] != step) {
          return shape.size() == 0;
        }
        step *= shape.dim(i);
      }
    }
    return true;
  }

  /// The sizes.
  public Shape shape() {
    return shape;
  }

  /// The place of the first element in the storage.
  public int offset() {
    return offset;
  }

  /// How many places lie between neighbours along a dimension.
  public int stride(int dim) {
    return strides[dim];
  }

  /// The strides in elements, as a fresh array.
  public int[] strides() {
    return strides.clone();
  }

  /// True if the elements stand row by row without gaps (from [#offset()] on).
  public boolean isContiguous() {
    return contiguous;
  }

  /// True if elements stand row by row from the very start: then the shape alone says it all.
  public boolean isPlain() {
    return contiguous && offset == 0;
  }

  /// True if two indices share one place: then writing in place has no meaning.
  public boolean overlapsItself() {
    for (int i = 0; i < strides.length; i++) {
      if (strides[i] == 0 && shape.dim(i) > 1) {
        return true;
      }
    }
    return false;
  }

  /// Dimension `i` of the result is dimension `order[i]` of this.
  public Layout permute(int[] order) {
    int[] dims = new int[order.length];
    int[] steps = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      dims[i] = shape.dim(order[i]);
      steps[i] = strides[order[i]];
    }
    return new Layout(Shape.of(dims), steps, offset);
  }

  /// `length` places of dimension `dim`, from `start` on, `step` apart.
  public Layout slice(int dim, int start, int length, int step) {
    int[] dims = shape.toArray();
    int[] steps = strides.clone();
    dims[dim] = length;
    steps[dim] *= step;
    // An empty slice may start one past the end: its offset must still be a place.
    int from = length == 0 ? offset : offset + start * strides[dim];
    return new Layout(Shape.of(dims), steps, from);
  }

  /// Place `index` of dimension `dim`, which disappears.
  public Layout select(int dim, int index) {
    return new Layout(shape.without(dim), without(strides, dim), offset + index * strides[dim]);
  }

  /// Without dimension `dim`, whose length must be 1.
  public Layout squeeze(int dim) {
    return new Layout(shape.without(dim), without(strides, dim), offset);
  }

  /// With a dimension of length 1 before dimension `dim`.
  public Layout unsqueeze(int dim) {
    int step = dim < strides.length ? strides[dim] * Math.max(1, shape.dim(dim)) : 1;
    return new Layout(shape.with(dim, 1), with(strides, dim, step), offset);
  }

  /// Repeated without copying to `target`, to which this shape must broadcast: repeated dimensions get
  /// stride 0.
  public Layout expand(Shape target) {
    int[] steps = new int[target.rank()];
    int added = target.rank() - shape.rank();
    for (int i = 0; i < shape.rank(); i++) {
      steps[added + i] = shape.dim(i) == target.dim(added + i) ? strides[i] : 0;
    }
    return new Layout(target, steps, offset);
  }

  /// The diagonal of dimensions `dim0` and `dim1`, which become one, the last.
  public Layout diagonal(int diagonal, int dim0, int dim1) {
    int rows = shape.dim(dim0) + Math.min(0, diagonal);
    int columns = shape.dim(dim1) - Math.max(0, diagonal);
    int length = Math.max(0, Math.min(rows, columns));
    int from = diagonal >= 0 ? diagonal * strides[dim1] : -diagonal * strides[dim0];
    int first = Math.min(dim0, dim1);
    int second = Math.max(dim0, dim1);
    int[] dims = without(without(shape.toArray(), second), first);
    int[] steps = without(without(strides, second), first);
    return new Layout(
        Shape.of(with(dims, dims.length, length)),
        with(steps, steps.length, strides[dim0] + strides[dim1]),
        length == 0 ? offset : offset + from);
  }

  /// The same elements in the same order under another shape, or `null` if that needs a copy.
  public Layout reshape(Shape target) {
    if (contiguous) {
      return new Layout(target, rowMajor(target), offset);
    }
    int[] steps = new int[target.rank()];
    int to = 0;
    int from = 0;
    while (from < shape.rank() || to < target.rank()) {
      // A group: the shortest runs of old and of new dimensions with the same number of elements.
      int first = from;
      long old = from < shape.rank() ? shape.dim(from++) : 1;
      int firstTo = to;
      long fresh = to < target.rank() ? target.dim(to++) : 1;
      while (old != fresh) {
        if (old < fresh) {
          old *= shape.dim(from++);
        } else {
          fresh *= target.dim(to++);
        }
      }
      int step = groupStep(first, from);
      if (step < 0) {
        return null;
      }
      for (int i = to - 1; i >= firstTo; i--) {
        steps[i] = step;
        step *= target.dim(i);
      }
    }
    return new Layout(target, steps, offset);
  }

  /// The stride of dimensions `[first, end)` seen as one, or -1 if they do not lie evenly.
  private int groupStep(int first, int end) {
    int step = -1;
    int expected = -1;
    for (int i = end - 1; i >= first; i--) {
      if (shape.dim(i) == 1) {
        continue;
      }
      if (expected >= 0 && strides[i] != expected) {
        return -1;
      }
      if (step < 0) {
        step = strides[i];
      }
      expected = strides[i] * shape.dim(i);
    }
    return step < 0 ? 1 : step;
  }

  /// The place in the storage of the element that stands `index`-th in row-major order.
  public int offset(int index) {
    int place = offset;
    for (int i = strides.length - 1; i >= 0; i--) {
      int dim = shape.dim(i);
      place += index % dim * strides[i];
      index /= dim;
    }
    return place;
  }

  private static int[] without(int[] values, int at) {
    int[] rest = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(values, at + 1, rest, at, rest.length - at);
    return rest;
  }

  private static int[] with(int[] values, int at, int value) {
    int[] more = Arrays.copyOf(values, values.length + 1);
    System.arraycopy(values, at, more, at + 1, values.length - at);
    more[at] = value;
    return more;
  }
}
