package thalweg.op;

import java.util.Arrays;
import java.util.stream.Collectors;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// Batches of matrices, `(*, m, n)`: what they must be, and how something is computed for each.
final class Matrices {
  private Matrices() {}

  /// What is computed of one matrix, row by row and in double precision also for `float32`, so that a result is
  /// rounded once.
  @FunctionalInterface
  interface Step {
    /// @param matrix a fresh copy
    /// @param number its place in the batch
    double[] apply(double[] matrix, int number);
  }

  /// The plain tensor `(*, rows, columns)` of what `step` gives for each matrix of `a`.
  static Tensor map(Tensor a, int rows, int columns, Step step) {
    double[] all = a.toDoubleArray();
    int size = a.size(-2) * a.size(-1);
    Layout layout = Layout.contiguous(Shape.of(join(batch(a), rows, columns)));
    double[] results = new double[layout.shape().size()];
    for (int i = 0; i < batch(a).size(); i++) {
      double[] result = step.apply(Arrays.copyOfRange(all, i * size, (i + 1) * size), i);
      System.arraycopy(result, 0, results, i * rows * columns, rows * columns);
    }
    return Internals.tensor(new Storage.Doubles(results), layout).to(a.dtype());
  }

  /// The dimensions before the last two.
  static Shape batch(Tensor a) {
    return Shape.of(Arrays.copyOf(a.shape().toArray(), a.rank() - 2));
  }

  /// The batch of both, broadcast.
  static Shape commonBatch(String op, Tensor a, Tensor b) {
    try {
      return Shape.broadcast(op, batch(a), batch(b));
    } catch (ShapeException apart) {
      throw new ShapeException(
          "%s: %s and %s do not fit: the batches, all but the last two dimensions, are %s and %s and do not broadcast"
              .formatted(
                  op, a.shape().tuple(), b.shape().tuple(), batch(a).tuple(), batch(b).tuple()));
    }
  }

  static int[] join(Shape batch, int... last) {
    int[] dims = Arrays.copyOf(batch.toArray(), batch.rank() + last.length);
    System.arraycopy(last, 0, dims, batch.rank(), last.length);
    return dims;
  }

  /// `a` with its batch repeated to `batch`.
  static Tensor repeated(Tensor a, Shape batch) {
    return a.expand(join(batch, a.size(-2), a.size(-1)));
  }

  /// Every matrix transposed.
  static Tensor mT(Tensor a) {
    return a.transpose(-2, -1);
  }

  /// The lower triangle of each matrix, and its mirror image above.
  static Tensor mirrored(Tensor a) {
    return a.tril(0).add(mT(a.tril(-1)));
  }

  /// `x / y`, but 0 where both are zero: what is not asked for has no gradient, even where its formula has none.
  static Tensor ratio(Tensor x, Tensor y) {
    Tensor divisor = y.expandAs(x);
    return x.div(divisor.maskedFill(divisor.eq(0).logicalAnd(x.eq(0)), 1));
  }

  /// `others` are named in the message.
  ///
  /// @throws ShapeException if `a` has fewer than two dimensions
  /// @throws IllegalArgumentException if it is not floating
  static void require(String op, Tensor a, Tensor... others) {
    if (a.rank() < 2) {
      throw new ShapeException(
          "%s: needs a matrix or a batch of matrices, (*, m, n), but the shape is %s%s"
              .formatted(op, a.shape().tuple(), beside(others)));
    }
    if (!a.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "%s: needs float32 or float64, but a tensor of shape %s is %s; convert it with to(DType.%s)"
              .formatted(op, a.shape().tuple(), a.dtype(), DType.FLOAT32));
    }
  }

  /// As [#require], and `m` must equal `n`; `others` are named in the message.
  static void requireSquare(String op, Tensor a, Tensor... others) {
    require(op, a, others);
    if (a.size(-2) != a.size(-1)) {
      throw new ShapeException(
          "%s: needs square matrices (*, n, n), but got %s%s: %d rows and %d columns"
              .formatted(op, a.shape().tuple(), beside(others), a.size(-2), a.size(-1)));
    }
  }

  private static String beside(Tensor... others) {
    return Arrays.stream(others)
        .map(other -> " and " + other.shape().tuple())
        .collect(Collectors.joining());
  }

  /// @throws IllegalArgumentException if the types differ
  static void requireOneType(String op, Tensor a, Tensor b) {
    if (a.dtype() != b.dtype()) {
      throw new IllegalArgumentException(
          "%s: operands are %s and %s; both must have one type: convert one with to(…)"
              .formatted(op, a.dtype(), b.dtype()));
    }
  }

  /// The error of a matrix for which something does not exist.
  static ArithmeticException error(String op, Tensor a, int number, String what) {
    String which = a.rank() == 2 ? "" : " " + number + " of the batch";
    return new ArithmeticException(
        "%s: matrix%s of shape %s: %s".formatted(op, which, a.shape().tuple(), what));
  }
}
