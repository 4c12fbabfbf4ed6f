package thalweg.lab.conformance;

import java.util.Arrays;
import java.util.List;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Holds what was computed against what was expected.
final class Comparison {
  private Comparison() {}

  /// Each of `got` against its counterpart.
  ///
  /// @return the largest error as in [Errors]
  /// @throws Mismatch at the first that differs
  static double all(String what, List<Tensor> expected, List<Tensor> got, Tolerance tolerance) {
    if (expected.size() != got.size()) {
      throw new Mismatch(what, expected.size() + " tensors", got.size());
    }
    double largest = Double.NaN;
    for (int i = 0; i < expected.size(); i++) {
      String which = "%s[%d]".formatted(what, i);
      largest = Errors.larger(largest, one(which, expected.get(i), got.get(i), tolerance));
    }
    return largest;
  }

  /// Type and shape exactly, whole numbers and truth values exactly, real numbers within `tolerance`; where
  /// nothing is expected there must be nothing.
  ///
  /// @return the largest error as in [Errors]
  /// @throws Mismatch naming the element that is furthest off
  static double one(String what, Tensor expected, Tensor got, Tolerance tolerance) {
    if (expected == null || got == null) {
      if (expected != got) {
        throw new Mismatch(what, summary(expected), summary(got));
      }
      return Double.NaN;
    }
    if (expected.dtype() != got.dtype() || !expected.shape().equals(got.shape())) {
      throw new Mismatch(what, summary(expected), summary(got));
    }
    if (expected.dtype().isFloating()) {
      reals(what, expected, got, tolerance);
      return ulps(expected.toDoubleArray(), got.toDoubleArray(), expected.dtype());
    }
    whole(what, expected, got);
    return Double.NaN;
  }

  /// One number as a `float64` tensor of no dimension.
  static double number(String what, double expected, double got, Tolerance tolerance) {
    return one(what, scalar(expected), scalar(got), tolerance);
  }

  private static Tensor scalar(double value) {
    return Tensors.full(DType.FLOAT64, value);
  }

  private static void reals(String what, Tensor expected, Tensor got, Tolerance tolerance) {
    double[] e = expected.toDoubleArray();
    double[] g = got.toDoubleArray();
    int worst = -1;
    double largest = 0;
    double furthest = -1;
    for (int i = 0; i < e.length; i++) {
      double error = Double.compare(e[i], g[i]) == 0 ? 0 : Math.abs(e[i] - g[i]);
      largest = Double.isNaN(error) ? Double.NaN : Math.max(largest, error);
      double rank = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
      if (!tolerance.accepts(e[i], g[i], expected.dtype()) && rank > furthest) {
        worst = i;
        furthest = rank;
      }
    }
    if (worst >= 0) {
      throw new Mismatch(
          what + place(expected.shape(), worst),
          text(e[worst], expected.dtype()),
          text(g[worst], expected.dtype()),
          largest);
    }
  }

  /// The largest error of what is finite, in units as in [Errors].
  private static double ulps(double[] expected, double[] got, DType dtype) {
    double top = Arrays.stream(expected).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    double least = top == 0 ? 1.0 / 1024 : top / 1024;
    double largest = expected.length == 0 ? Double.NaN : 0;
    for (int i = 0; i < expected.length; i++) {
      if (Double.isFinite(expected[i])) {
        double size = Math.max(Math.abs(expected[i]), least);
        double unit = dtype == DType.FLOAT32 ? Math.ulp((float) size) : Math.ulp(size);
        largest = Math.max(largest, Math.abs(got[i] - expected[i]) / unit);
      }
    }
    return largest;
  }

  private static void whole(String what, Tensor expected, Tensor got) {
    long[] e = expected.toLongArray();
    long[] g = got.toLongArray();
    for (int i = 0; i < e.length; i++) {
      if (e[i] != g[i]) {
        throw new Mismatch(what + place(expected.shape(), i), e[i], g[i], Math.abs((double) e[i] - g[i]));
      }
    }
  }

  /// Where the element `flat` of a row-major array stands: ` at (2, 0)`.
  private static String place(Shape shape, int flat) {
    int[] index = new int[shape.rank()];
    int rest = flat;
    for (int d = shape.rank() - 1; d >= 0; d--) {
      index[d] = rest % shape.dim(d);
      rest /= shape.dim(d);
    }
    return index.length == 0 ? "" : " at " + Shape.tuple(index);
  }

  private static String text(double value, DType dtype) {
    return dtype == DType.FLOAT32 ? Float.toString((float) value) : Double.toString(value);
  }

  private static String summary(Tensor tensor) {
    return tensor == null ? "none" : tensor.dtype().label() + tensor.shape().tuple();
  }
}
