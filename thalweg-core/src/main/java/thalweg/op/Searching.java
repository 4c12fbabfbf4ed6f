package thalweg.op;

import java.util.Arrays;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Counts of values, and where values would stand in an order; nothing here takes a gradient. Names are those of
/// `torch`.
public sealed interface Searching permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// How often each whole number occurs in this vector of `int64`, none negative: `out[k]` for `k` from 0 to the
  /// largest, or to `minlength − 1`.
  ///
  /// @throws IllegalArgumentException for negative numbers, or anything but a vector of `int64`
  default Tensor bincount(int minlength) {
    long[] counts = new long[bins(minlength)];
    for (long value : self().toLongArray()) {
      counts[(int) value]++;
    }
    return Tensors.tensor(counts);
  }

  /// As [#bincount(int)], with the sum of the `weights` of each number instead of its count; `float64`, or
  /// `float32` for weights of that type.
  default Tensor bincount(Tensor weights, int minlength) {
    double[] sums = new double[bins(minlength)];
    if (!weights.shape().equals(self().shape())) {
      throw new ShapeException(
          "bincount: weights of shape %s for numbers of shape %s; they must be equal"
              .formatted(weights.shape().tuple(), self().shape().tuple()));
    }
    long[] values = self().toLongArray();
    double[] each = weights.toDoubleArray();
    for (int i = 0; i < values.length; i++) {
      sums[(int) values[i]] += each[i];
    }
    return Tensors.tensor(weights.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64, sums);
  }

  private int bins(int minlength) {
    long[] values = self().toLongArray();
    boolean negative = Arrays.stream(values).anyMatch(value -> value < 0);
    if (self().dtype() != DType.INT64 || self().rank() != 1 || negative || minlength < 0) {
      throw new IllegalArgumentException(
          "bincount: needs a vector of int64, none negative, and minlength ≥ 0, not %s of shape %s and %d"
              .formatted(self().dtype(), self().shape().tuple(), minlength));
    }
    return Math.toIntExact(Math.max(minlength, Arrays.stream(values).max().orElse(-1) + 1));
  }

  /// Where each of `values` would stand in this ascending vector so that it stays in order: before equal ones, or
  /// after them for `right`. `(n), (*) → (*)`, `int64`.
  ///
  /// @throws ShapeException if this is no vector
  default Tensor searchsorted(Tensor values, boolean right) {
    if (self().rank() != 1) {
      throw new ShapeException(
          "searchsorted: the order must be a vector, not of shape " + self().shape().tuple());
    }
    double[] order = self().toDoubleArray();
    long[] places =
        Arrays.stream(values.toDoubleArray()).mapToLong(v -> place(order, v, right)).toArray();
    return Internals.tensor(
        new Storage.Longs(places), Layout.contiguous(Shape.of(values.shape().toArray())));
  }

  /// The number of the bucket of each element, with `boundaries`, ascending, between them: as
  /// [#searchsorted], the other way round.
  default Tensor bucketize(Tensor boundaries, boolean right) {
    return boundaries.searchsorted(self(), right);
  }

  /// NaN stands after all numbers.
  private static long place(double[] order, double value, boolean right) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean before =
          right
              ? Double.isNaN(value) || order[middle] <= value
              : Double.isNaN(value) ? !Double.isNaN(order[middle]) : order[middle] < value;
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
