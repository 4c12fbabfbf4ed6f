package thalweg.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The lengths of a tensor's dimensions: `()` for one number, `(100, 1)` for a column of 100.
/// Immutable.
public final class Shape {
  /// The shape of one number: no dimension, one element.
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] dims;
  private final int size;

  private Shape(int[] dims) {
    long product = 1;
    for (int dim : dims) {
      if (dim < 0) {
        throw new ShapeException("shape " + tuple(dims) + ": a dimension cannot be negative");
      }
      product = dim == 0 ? 0 : Math.multiplyExact(product, (long) dim);
      if (product > Integer.MAX_VALUE) {
        product = tooLarge(dims);
      }
    }
    this.dims = dims;
    this.size = (int) product;
  }

  /// A zero anywhere makes a shape empty however large its other dimensions are.
  private static long tooLarge(int[] dims) {
    for (int dim : dims) {
      if (dim == 0) {
        return 0;
      }
    }
    throw new ShapeException(
        "shape " + tuple(dims) + " has more than 2^31 - 1 elements, the most that one tensor holds");
  }

  /// The length of a dimension that an operation has worked out, in numbers wide enough for it.
  ///
  /// @param op   on whose behalf, for the message
  /// @param from the shape it is worked out from
  /// @throws ShapeException if no dimension is that long
  public static int length(String op, Shape from, long length) {
    if (length > Integer.MAX_VALUE) {
      throw new ShapeException(
          "%s: from shape %s a dimension of %,d elements would be made; a tensor holds at most 2^31 - 1"
              .formatted(op, from.tuple(), length));
    }
    return (int) length;
  }

  /// The shape with these dimensions.
  public static Shape of(int... dims) {
    return dims.length == 0 ? SCALAR : new Shape(dims.clone());
  }

  /// How many dimensions there are.
  public int rank() {
    return dims.length;
  }

  /// How many elements there are: the product of the dimensions.
  public int size() {
    return size;
  }

  /// The length of dimension `dim`; negative ones count from the end.
  public int dim(int dim) {
    return dims[dim < 0 ? dim + dims.length : dim];
  }

  /// The lengths, as a fresh array.
  public int[] toArray() {
    return dims.clone();
  }

  /// This shape with a dimension of this length before dimension `dim`.
  public Shape with(int dim, int length) {
    int[] more = Arrays.copyOf(dims, dims.length + 1);
    System.arraycopy(dims, dim, more, dim + 1, dims.length - dim);
    more[dim] = length;
    return new Shape(more);
  }

  /// This shape without dimension `dim`.
  public Shape without(int dim) {
    if (dims.length == 1) {
      return SCALAR;
    }
    int[] rest = Arrays.copyOf(dims, dims.length - 1);
    System.arraycopy(dims, dim + 1, rest, dim, rest.length - dim);
    return new Shape(rest);
  }

  /// `dim` counted from the front.
  ///
  /// @param op the operation on whose behalf, for the message
  /// @throws ShapeException if there is no such dimension; a 0-d shape has dimensions 0 and -1, as in
  ///     PyTorch
  public int normalize(String op, int dim) {
    int rank = Math.max(1, dims.length);
    if (dim < -rank || dim >= rank) {
      throw new ShapeException(
          "%s: dimension %d is out of range for shape %s: it has dimensions %d to %d"
              .formatted(op, dim, tuple(), -rank, rank - 1));
    }
    return dim < 0 ? dim + rank : dim;
  }

  /// As [#normalize(String, int)], but a 0-d shape has no dimension at all: for operations that pick places
  /// of one.
  public int existing(String op, int dim) {
    if (dims.length == 0) {
      throw new ShapeException(
          "%s: dimension %d is named, but a tensor of shape () has none; make one with unsqueeze(0)"
              .formatted(op, dim));
    }
    return normalize(op, dim);
  }

  /// Each of `axes` counted from the front, in the given order.
  ///
  /// @throws ShapeException if one is out of range or named twice
  public int[] normalize(String op, int[] axes) {
    int[] normalized = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      normalized[i] = normalize(op, axes[i]);
      for (int j = 0; j < i; j++) {
        if (normalized[j] == normalized[i]) {
          throw new ShapeException(
              "%s: dimension %d of shape %s is named twice in %s"
                  .formatted(op, normalized[i], tuple(), tuple(axes)));
        }
      }
    }
    return normalized;
  }

  /// The shape of a pairwise operation: aligned at the last dimension, a dimension of length 1 is
  /// repeated to the other's length.
  ///
  /// @throws ShapeException if two lengths differ and neither is 1
  public static Shape broadcast(String op, Shape a, Shape b) {
    if (a == b || a.covers(b)) {
      return a;
    }
    if (b.covers(a)) {
      return b;
    }
    int[] dims = new int[Math.max(a.rank(), b.rank())];
    for (int i = 1; i <= dims.length; i++) {
      int x = i <= a.rank() ? a.dims[a.rank() - i] : 1;
      int y = i <= b.rank() ? b.dims[b.rank() - i] : 1;
      if (x != y && x != 1 && y != 1) {
        throw new ShapeException(
            ("%s: shapes %s and %s do not broadcast: counted from the last, dimension %d has %d and %d, "
                + "and neither is 1%s")
                .formatted(op, a.tuple(), b.tuple(), i, x, y, columnHint(a, b)));
      }
      dims[dims.length - i] = x == 1 ? y : x;
    }
    return new Shape(dims);
  }

  /// True if `other` broadcasts to this very shape.
  public boolean covers(Shape other) {
    int added = dims.length - other.dims.length;
    if (added < 0) {
      return false;
    }
    for (int i = 0; i < other.dims.length; i++) {
      if (other.dims[i] != 1 && other.dims[i] != dims[added + i]) {
        return false;
      }
    }
    return true;
  }

  private static String columnHint(Shape a, Shape b) {
    if (a.rank() == 2 && b.rank() == 1 && a.dims[0] == b.dims[0]) {
      return "; to pair rows, reshape the second to (%d, 1)".formatted(b.dims[0]);
    }
    if (b.rank() == 2 && a.rank() == 1 && a.dims[0] == b.dims[0]) {
      return "; to pair rows, reshape the first to (%d, 1)".formatted(a.dims[0]);
    }
    return "";
  }

  /// As a message writes it: `(100, 1)`, `(4)`, `()`.
  public String tuple() {
    return tuple(dims);
  }

  /// Any list of integers as a message writes it: `(100, 1)`.
  public static String tuple(int... values) {
    return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /// As PyTorch prints it: `torch.Size([100, 1])`.
  @Override
  public String toString() {
    return "torch.Size(" + Arrays.toString(dims) + ")";
  }
}
