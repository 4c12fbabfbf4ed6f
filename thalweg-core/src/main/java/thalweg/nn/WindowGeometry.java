package thalweg.nn;

import java.util.Arrays;
import thalweg.op.layer.Sliding;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// How windows lie on images, rows first.
///
/// @param op       the operation on whose behalf, for messages
/// @param given    the shapes of its operands, for messages
/// @param kernel   how many places a window takes
/// @param stride   how far apart windows start
/// @param sides    the places added before and after
/// @param dilation how far apart the places of a window are
/// @param ceil     whether a last window may stand over the edge, if it starts before it
record WindowGeometry(
    String op, String given, int[] kernel, int[] stride, Sides sides, int[] dilation, boolean ceil) {
  /// Numbers of added places.
  record Sides(int[] before, int[] after) {}

  WindowGeometry {
    requirePositive(op, "kernel_size", kernel);
    requirePositive(op, "stride", stride);
    requirePositive(op, "dilation", dilation);
  }

  /// The same for a sequence, an image of one row, which has nothing above or below it.
  WindowGeometry alongSequence() {
    var along = new Sides(new int[] {0, sides.before()[1]}, new int[] {0, sides.after()[1]});
    return new WindowGeometry(op, given, kernel, stride, along, dilation, ceil);
  }

  private static void requirePositive(String op, String name, int[] values) {
    if (Arrays.stream(values).anyMatch(value -> value <= 0)) {
      throw new IllegalArgumentException(
          "%s: %s = %s must be positive".formatted(op, name, Shape.tuple(values)));
    }
  }

  /// One number stands for all of `n` dimensions.
  ///
  /// @throws ShapeException if there are neither one nor `n`
  static int[] each(String name, Shape given, int n) {
    if (given.rank() == n) {
      return given.toArray();
    }
    if (given.rank() != 1) {
      throw new ShapeException(
          "%s: %s must be one number, or %d".formatted(name, given.tuple(), n));
    }
    int[] all = new int[n];
    Arrays.fill(all, given.dim(0));
    return all;
  }

  /// How many places a window spans, those it skips included.
  private long span(int d) {
    return (long) dilation[d] * (kernel[d] - 1) + 1;
  }

  /// How many windows there are along dimension `d`, of `size` places.
  int count(int d, int size) {
    long padded = (long) size + sides.before()[d] + sides.after()[d];
    long room = padded - span(d) + (ceil ? stride[d] - 1 : 0);
    long count = Math.floorDiv(room, stride[d]) + 1;
    if (ceil && (count - 1) * stride[d] >= (long) size + sides.before()[d]) {
      count--; // it would start in the padding at the end
    }
    if (count <= 0) {
      throw new ShapeException(
          ("%s: a window of %s spans %d places, but dimension %d of %s has %d, padding included; use "
              + "a smaller kernel or more padding")
              .formatted(op, Shape.tuple(kernel), span(d), d - 2, given, padded));
    }
    if (count > Integer.MAX_VALUE) {
      throw new ShapeException(
          "%s: %,d windows along dimension %d of %s; a tensor holds at most 2^31 - 1 elements"
              .formatted(op, count, d - 2, given));
    }
    return (int) count;
  }

  /// The windows over images `(N, C, H, W)`.
  Sliding over(Tensor images) {
    int[] count = {count(0, images.size(2)), count(1, images.size(3))};
    return new Sliding(kernel, stride, dilation, sides.before(), count, ceil);
  }

  /// How many places of each window along dimension `d`, of `size` places, are in the image or, if `padding`
  /// counts, in the image and its padding.
  int[] places(int d, int size, boolean padding) {
    int[] inside = new int[count(d, size)];
    int from = padding ? -sides.before()[d] : 0;
    int to = padding ? size + sides.after()[d] : size;
    for (int i = 0; i < inside.length; i++) {
      int start = i * stride[d] - sides.before()[d];
      inside[i] = Math.min(start + kernel[d], to) - Math.max(start, from);
    }
    return inside;
  }
}
