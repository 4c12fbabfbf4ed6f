package thalweg.cpu.window;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import thalweg.cpu.Threads;
import thalweg.cpu.matmul.BlockedProduct;
import thalweg.cpu.matmul.MatrixProduct;
import thalweg.cpu.matmul.MatrixProduct.Matrix;
import thalweg.cpu.matmul.ProductKernels;

/// Convolutions and their gradients as matrix products with [Unfolding]s of the images, of which a block at a time
/// is in memory. Images, weights and results lie row by row.
///
/// ```
/// out[n] (O, h·w)        += weight (O, C·kh·kw)  × windows of x[n] (C·kh·kw, h·w)       a block: some windows
/// dx[n]                  += fold of weightᵀ (C·kh·kw, O) × g[n] (O, h·w)                a block: some channels
/// dweight (O, C·kh·kw)   += Σₙ g[n] (O, h·w) × windows of x[n]ᵀ (h·w, C·kh·kw)         a block: both
/// ```
///
/// With groups, each has its part of `O` and of `C`.
///
/// @param windows  how windows lie on the images
/// @param images   how many images there are
/// @param channels the channels of a group, `C / groups`
/// @param outputs  the channels of a group's result, `O / groups`
/// @param groups   how many groups there are
public record ConvolutionProduct(
    Unfolding windows, int images, int channels, int outputs, int groups) {
  /// The most elements of a block: half of a second cache, so that the product finds it there.
  private static final int BLOCK = 1 << 16;

  /// The fewest windows in a block of some: each block packs the weight again.
  private static final int FEWEST = 1 << 8;

  /// So many rows are unfolded at a time where a gradient is computed, or those of one channel.
  private static final int ROWS = 96;

  /// The most parts of a sum over images that different threads work on.
  private static final int SLICES = 8;

  /// What computes parts of a product; the parts themselves are divided among threads.
  private static final Threads ALONE = new Threads(1);

  /// Adds the convolution of `x` to `out`.
  public void forward(Object x, Object weight, Object out) {
    if (steps() == 0) {
      return;
    }
    int count = windows.windows();
    // Products of integers write whole rows.
    int length = x instanceof long[] ? count : length(inner(), FEWEST);
    int blocks = Math.ceilDiv(count, length);
    forEach(
        images * groups * blocks,
        () -> {
          Object matrix = windows.isIdentity() ? null : array(x, inner() * length);
          return item -> {
            int n = item / blocks / groups;
            int group = item / blocks % groups;
            int from = item % blocks * length;
            int taken = Math.min(length, count - from);
            Matrix seen = seen(x, image(n, group), channels, from, taken, matrix);
            add(result(out, n, group).moved(from), weight(weight, group), seen, outputs, inner(), taken);
          };
        });
  }

  /// Adds the gradient of the images, for `g` of the result, to `out`.
  public void inputGradient(Object g, Object weight, Object out) {
    if (steps() == 0) {
      return;
    }
    int count = windows.windows();
    int positions = windows.positions();
    int share = Math.clamp(ROWS / positions, 1, channels);
    int blocks = Math.ceilDiv(channels, share);
    forEach(
        images * groups * blocks,
        () -> {
          Object matrix = windows.isIdentity() ? null : array(g, share * positions * count);
          return item -> {
            int n = item / blocks / groups;
            int group = item / blocks % groups;
            int first = item % blocks * share;
            int taken = Math.min(share, channels - first);
            int at = image(n, group) + first * windows.plane();
            Matrix turned = weight(weight, group).moved(first * positions).transposed();
            if (matrix == null) {
              add(new Matrix(out, at, count, 1), turned, result(g, n, group), taken, outputs, count);
            } else {
              Unfolding.clear(matrix, taken * positions * count);
              Matrix sums = new Matrix(matrix, 0, count, 1);
              add(sums, turned, result(g, n, group), taken * positions, outputs, count);
              windows.fold(matrix, out, at, taken);
            }
          };
        });
  }

  /// Adds the gradient of the weight, for `g` of the result, to `out`.
  public void weightGradient(Object x, Object g, Object out) {
    if (steps() == 0) {
      return;
    }
    int positions = windows.positions();
    int share = Math.clamp(ROWS / positions, 1, channels);
    int blocks = Math.ceilDiv(channels, share);
    int length = length(share * positions, MatrixProduct.CHAIN);
    int items = groups * blocks;
    int slices = Math.clamp(Math.min(steps() / BlockedProduct.SHARED, SLICES / items), 1, images);
    Object[] sums = new Object[slices];
    Arrays.setAll(sums, i -> i == 0 ? out : array(out, Array.getLength(out)));
    forEach(
        slices * items,
        () -> {
          Object matrix = windows.isIdentity() ? null : array(x, share * positions * length);
          return item -> {
            int slice = item / items;
            int group = item % items / blocks;
            int first = item % blocks * share;
            int taken = Math.min(share, channels - first);
            Matrix sum = weight(sums[slice], group).moved(first * positions);
            int end = images * (slice + 1) / slices;
            for (int n = images * slice / slices; n < end; n++) {
              int at = image(n, group) + first * windows.plane();
              addWeightGradient(sum, x, at, taken, result(g, n, group), length, matrix);
            }
          };
        });
    for (int i = 1; i < slices; i++) {
      add(sums[i], out);
    }
  }

  private void addWeightGradient(
      Matrix sum, Object x, int at, int taken, Matrix g, int length, Object matrix) {
    int count = windows.windows();
    for (int from = 0, n; from < count; from += n) {
      n = Math.min(length, count - from);
      Matrix seen = seen(x, at, taken, from, n, matrix).transposed();
      add(sum, g.moved(from), seen, outputs, n, taken * windows.positions());
    }
  }

  // ---- operands

  private int inner() {
    return channels * windows.positions();
  }

  /// How many multiply-adds there are in all.
  private long steps() {
    return (long) images * groups * outputs * inner() * windows.windows();
  }

  /// How many windows a block of `rows` rows holds: a multiple of `unit`, or all.
  private int length(int rows, int unit) {
    int room = BLOCK / rows / unit * unit;
    return Math.min(windows.windows(), Math.max(unit, room));
  }

  /// Where the channels of a group of image `n` begin.
  private int image(int n, int group) {
    return (n * groups + group) * channels * windows.plane();
  }

  private Matrix weight(Object weight, int group) {
    return new Matrix(weight, group * outputs * inner(), inner(), 1);
  }

  private Matrix result(Object result, int n, int group) {
    int count = windows.windows();
    return new Matrix(result, (n * groups + group) * outputs * count, count, 1);
  }

  /// `n` windows from `from` on, on the `taken` channels from `at` on: unfolded into `matrix`, or where they are.
  private Matrix seen(Object x, int at, int taken, int from, int n, Object matrix) {
    if (matrix == null) {
      return new Matrix(x, at + from, windows.plane(), 1);
    }
    windows.unfold(x, at, taken, from, from + n, matrix);
    return new Matrix(matrix, 0, n, 1);
  }

  // ---- steps

  private void forEach(int items, Supplier<IntConsumer> worker) {
    Threads threads = Threads.current();
    int parts = Math.min(items, threads.parts(steps(), BlockedProduct.SHARED));
    threads.forItems(items, parts, worker);
  }

  private static void add(Matrix out, Matrix a, Matrix b, int m, int k, int n) {
    if (out.array() instanceof long[]) {
      MatrixProduct.addTo(out.array(), out.at(), a, b, m, k, n);
    } else {
      MatrixProduct.addTo(ProductKernels.current(), ALONE, out, a, b, m, k, n);
    }
  }

  private static void add(Object from, Object to) {
    if (from instanceof float[] a) {
      float[] sums = (float[]) to;
      for (int i = 0; i < a.length; i++) sums[i] += a[i];
    } else {
      double[] a = (double[]) from;
      double[] sums = (double[]) to;
      for (int i = 0; i < a.length; i++) sums[i] += a[i];
    }
  }

  private static Object array(Object like, int length) {
    return Array.newInstance(like.getClass().componentType(), length);
  }
}
