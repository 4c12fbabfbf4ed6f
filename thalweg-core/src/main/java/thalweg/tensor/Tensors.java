package thalweg.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import thalweg.autograd.GradMode;
import thalweg.op.Einsum;
import thalweg.op.Indexing;
import thalweg.op.Joining;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;

/// Factories, and the operations on several tensors: what a PyTorch user finds in `torch`.
///
/// Import statically: `import static thalweg.tensor.Tensors.*;`.
///
/// ```java
/// IO.println(cat(0, zeros(2), arange(0, 1, 0.25)));
/// // tensor([0.0000, 0.0000, 0.0000, 0.2500, 0.5000, 0.7500])
/// ```
///
/// Factories without an element type give
/// `float32`, or for whole numbers `int64`, as in PyTorch. Random tensors are in [RandomTensors].
public final class Tensors {
  private Tensors() {}

  // ---- from values

  /// One number, `float32`: `tensor(0.1)` has shape `()`.
  public static Tensor tensor(double value) {
    return NestedArrays.toTensor(value, null);
  }

  /// One whole number, `int64`.
  public static Tensor tensor(long value) {
    return NestedArrays.toTensor(value, null);
  }

  /// One truth value.
  public static Tensor tensor(boolean value) {
    return NestedArrays.toTensor(value, null);
  }

  /// A vector of `float32`.
  public static Tensor tensor(double... values) {
    return NestedArrays.toTensor(values, null);
  }

  /// A vector of `float32`.
  public static Tensor tensor(float... values) {
    return NestedArrays.toTensor(values, null);
  }

  /// A vector of `int64`.
  public static Tensor tensor(long... values) {
    return NestedArrays.toTensor(values, null);
  }

  /// A vector of `int64`.
  public static Tensor tensor(int... values) {
    return NestedArrays.toTensor(values, null);
  }

  /// A vector of truth values.
  public static Tensor tensor(boolean... values) {
    return NestedArrays.toTensor(values, null);
  }

  /// A tensor from nested arrays of any depth, all rows of one depth equally long; `float` and `double` give
  /// `float32`, `int` and `long` give `int64`.
  ///
  /// @throws ShapeException if rows differ in length
  public static Tensor tensor(Object nested) {
    return NestedArrays.toTensor(nested, null);
  }

  /// A tensor of a given type from a number or nested arrays of any depth.
  public static Tensor tensor(DType dtype, Object nested) {
    return NestedArrays.toTensor(nested, dtype);
  }

  /// A vector of a given type.
  public static Tensor tensor(DType dtype, double... values) {
    return NestedArrays.toTensor(values, dtype);
  }

  // ---- constant

  /// Zeros, `float32`.
  public static Tensor zeros(int... shape) {
    return zeros(DType.FLOAT32, shape);
  }

  /// Zeros.
  public static Tensor zeros(DType dtype, int... shape) {
    Layout layout = Layout.contiguous(Shape.of(shape));
    return new Tensor(Storage.zeros(dtype, layout.shape()), layout);
  }

  /// Zeros of the shape and type of `like`.
  public static Tensor zerosLike(Tensor like) {
    return zeros(like.dtype(), like.shape().toArray());
  }

  /// Ones, `float32`.
  public static Tensor ones(int... shape) {
    return full(DType.FLOAT32, 1, shape);
  }

  /// Ones.
  public static Tensor ones(DType dtype, int... shape) {
    return full(dtype, 1, shape);
  }

  /// Ones of the shape and type of `like`.
  public static Tensor onesLike(Tensor like) {
    return full(like.dtype(), 1, like.shape().toArray());
  }

  /// `value` everywhere; cut to a whole number for `int64`.
  ///
  /// @throws IllegalArgumentException if the type does not reach so far
  public static Tensor full(DType dtype, double value, int... shape) {
    dtype.fitting("full", value);
    Tensor filled = zeros(dtype, shape);
    switch (dtype) {
      case FLOAT32 -> Arrays.fill((float[]) filled.storage().array(), (float) value);
      case FLOAT64 -> Arrays.fill((double[]) filled.storage().array(), value);
      case INT64 -> Arrays.fill((long[]) filled.storage().array(), (long) value);
      case BOOL -> Arrays.fill((boolean[]) filled.storage().array(), value != 0);
    }
    return filled;
  }

  /// `value` everywhere, `float32`.
  public static Tensor full(double value, int... shape) {
    return full(DType.FLOAT32, value, shape);
  }

  /// `value` everywhere, `int64`.
  public static Tensor full(long value, int... shape) {
    return full(DType.INT64, value, shape);
  }

  /// The whole number `value` everywhere, exact for `int64`.
  public static Tensor full(DType dtype, long value, int... shape) {
    if (dtype != DType.INT64) {
      return full(dtype, (double) value, shape);
    }
    Tensor filled = zeros(dtype, shape);
    Arrays.fill(((Storage.Longs) filled.storage()).array(), value);
    return filled;
  }

  /// `value` everywhere, `bool`.
  public static Tensor full(boolean value, int... shape) {
    return full(DType.BOOL, value ? 1 : 0, shape);
  }

  /// The identity matrix `(n, n)`, `float32`.
  public static Tensor eye(int n) {
    return eye(DType.FLOAT32, n, n);
  }

  /// Ones on the diagonal of an `(n, m)` matrix of zeros.
  public static Tensor eye(DType dtype, int n, int m) {
    Tensor matrix = zeros(dtype, n, m);
    Tensor diagonal = matrix.diagonal(0, 0, 1);
    diagonal.write(ones(dtype, diagonal.size()));
    return matrix;
  }

  // ---- ranges

  /// `0, 1, …, end − 1`, `int64`.
  public static Tensor arange(long end) {
    return arange(0, end, 1);
  }

  /// `start, start + 1, …` below `end`, `int64`.
  public static Tensor arange(long start, long end) {
    return arange(start, end, 1);
  }

  /// `start, start + step, …` below `end`, or above for a negative `step`; `int64`.
  public static Tensor arange(long start, long end, long step) {
    requireStep(start, end, step);
    int n = Math.toIntExact(Math.ceilDiv(Math.subtractExact(end, start), step));
    long[] values = new long[n];
    for (int i = 0; i < n; i++) {
      values[i] = start + i * step;
    }
    return tensor(values);
  }

  /// `start, start + step, …` below `end`, `float32`.
  public static Tensor arange(double start, double end, double step) {
    return arange(DType.FLOAT32, start, end, step);
  }

  /// `start, start + step, …` below `end`, or above for a negative `step`. For `int64` all three are cut off
  /// to whole numbers first.
  public static Tensor arange(DType dtype, double start, double end, double step) {
    if (dtype == DType.INT64) {
      return arange((long) start, (long) end, (long) step);
    }
    requireStep(start, end, step);
    double count = Math.ceil((end - start) / step);
    if (!(count <= Integer.MAX_VALUE)) {
      throw new ShapeException(
          "arange: from %s to %s by %s has more than 2^31 - 1 elements".formatted(start, end, step));
    }
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = start + i * step;
    }
    return tensor(dtype, values);
  }

  private static void requireStep(double start, double end, double step) {
    if (!(step > 0 && start <= end) && !(step < 0 && start >= end)) {
      throw new IllegalArgumentException(
          "arange: steps of %s do not lead from %s to %s".formatted(step, start, end));
    }
  }

  /// `steps` evenly spaced values from `start` to `end`, both included; `float32`.
  public static Tensor linspace(double start, double end, int steps) {
    return linspace(DType.FLOAT32, start, end, steps);
  }

  /// `steps` evenly spaced values from `start` to `end`, both included; counted from the nearer end, so that
  /// both are exact. For whole numbers the ends are cut to whole ones first, the values afterwards.
  public static Tensor linspace(DType dtype, double start, double end, int steps) {
    return dtype == DType.INT64 // whole ends, as in PyTorch
        ? tensor(dtype, spaced("linspace", dtype, (long) start, (long) end, steps))
        : tensor(dtype, spaced("linspace", dtype, start, end, steps));
  }

  /// `steps` powers of 10, evenly spaced in their exponent from `start` to `end`.
  public static Tensor logspace(DType dtype, double start, double end, int steps) {
    return logspace(dtype, start, end, steps, 10);
  }

  /// `steps` powers of `base`, evenly spaced in their exponent from `start` to `end`, both included.
  public static Tensor logspace(DType dtype, double start, double end, int steps, double base) {
    Tensor exponents = tensor(DType.FLOAT64, spaced("logspace", DType.FLOAT64, start, end, steps));
    return full(DType.FLOAT64, base).pow(exponents).to(dtype);
  }

  private static double[] spaced(String op, DType dtype, double start, double end, int steps) {
    if (steps < 0) {
      throw new IllegalArgumentException(
          "%s: the number of steps cannot be negative, but is %d".formatted(op, steps));
    }
    if (steps == 1) {
      return new double[] {start};
    }
    double[] values = new double[steps];
    if (dtype == DType.FLOAT32) { // PyTorch computes in the result's precision
      float step = ((float) end - (float) start) / (steps - 1);
      for (int i = 0; i < steps; i++) {
        values[i] =
            i < steps / 2
                ? Math.fma(step, i, (float) start)
                : Math.fma(-step, steps - 1 - i, (float) end);
      }
      return values;
    }
    double step = (end - start) / (steps - 1);
    for (int i = 0; i < steps; i++) {
      values[i] = i < steps / 2 ? start + step * i : end - step * (steps - 1 - i);
    }
    return values;
  }

  // ---- several tensors

  /// As [Joining#cat].
  public static Tensor cat(int dim, Tensor... tensors) {
    return Joining.cat(dim, List.of(tensors));
  }

  /// As [Joining#stack].
  public static Tensor stack(int dim, Tensor... tensors) {
    return Joining.stack(dim, List.of(tensors));
  }

  /// As [Joining#vstack].
  public static Tensor vstack(Tensor... tensors) {
    return Joining.vstack(List.of(tensors));
  }

  /// As [Joining#hstack].
  public static Tensor hstack(Tensor... tensors) {
    return Joining.hstack(List.of(tensors));
  }

  /// As [Joining#columnStack].
  public static Tensor columnStack(Tensor... tensors) {
    return Joining.columnStack(List.of(tensors));
  }

  /// As [Joining#dstack].
  public static Tensor dstack(Tensor... tensors) {
    return Joining.dstack(List.of(tensors));
  }

  /// As [Joining#meshgrid], the first vector along dimension 0.
  public static List<Tensor> meshgrid(Tensor... vectors) {
    return Joining.meshgrid(Joining.Grid.IJ, List.of(vectors));
  }

  /// `a` where `condition` holds, `b` elsewhere; all broadcast.
  public static Tensor where(Tensor condition, Tensor a, Tensor b) {
    return Indexing.where(condition, a, b);
  }

  /// The sum of products that subscripts describe, as PyTorch's `einsum`.
  ///
  /// Each operand has a letter for each of its dimensions; letters that are missing on the right of `->` are summed
  /// over. Without `->` those are summed over that stand more than once, and the others are in alphabetical order,
  /// upper case first. A letter that stands twice in one operand takes its diagonal. `...` stands for any
  /// dimensions, which broadcast; a dimension of length 1 broadcasts too. Spaces are ignored. The product with the
  /// transpose, and the sums of columns:
  ///
  /// ```java
  /// Tensor a = arange(6).reshape(2, 3);
  /// IO.println(einsum("ij,kj->ik", a, a));
  /// // tensor([[ 5, 14],
  /// //         [14, 50]])
  /// IO.println(einsum("ij->j", a));
  /// // tensor([3, 5, 7])
  /// ```
  ///
  /// @throws ShapeException if subscripts and shapes do not fit; it names them all
  public static Tensor einsum(String equation, Tensor... operands) {
    return Einsum.einsum(equation, List.of(operands));
  }

  // ---- recording

  /// Stops recording in this thread until the result is closed: `try (var _ = noGrad()) { … }`.
  public static GradMode.Scope noGrad() {
    return GradMode.set(false);
  }

  /// Runs `action` without recording.
  public static <T> T noGrad(Supplier<T> action) {
    try (var _ = noGrad()) {
      return action.get();
    }
  }
}
