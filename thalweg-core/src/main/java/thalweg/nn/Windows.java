package thalweg.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import thalweg.op.Arithmetic;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What slides over images and sequences: convolution and pooling, PyTorch's `conv1d`, `conv2d`, `max_pool1d`,
/// `max_pool2d`, `avg_pool1d`, `avg_pool2d`, `adaptive_avg_pool2d`.
///
/// An image is `(N, C, H, W)`, or `(C, H, W)` without a batch; a sequence `(N, C, L)` or `(C, L)`. Numbers
/// for two directions are given as one for both, or as two, rows first. A convolution is a matrix product
/// with the windows as columns, of which some are laid out at a time.
///
/// ```
/// (N, C, H, W) → columns (N, C·kh·kw, h·w)        h = (H + 2·padding − dilation·(kh − 1) − 1) / stride + 1,
/// weight (O, C, kh, kw) as (O, C·kh·kw) × columns → (N, O, h·w)            rounded down, or up for `ceilMode`
/// ```
public final class Windows {
  private static final int[] ONE = {1};
  private static final int[] ONE_EACH = {1, 1};

  private Windows() {}

  // ---- convolution

  /// `out = weight ⋆ x + bias` over sequences: `(N, C, L), (O, C, k), (O) → (N, O, l)`; `bias` may be null.
  ///
  /// @throws ShapeException if the shapes do not fit
  public static Tensor conv1d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
    return conv1d(x, weight, bias, stride, Padding.of(padding), 1, 1);
  }

  /// As [#conv1d(Tensor, Tensor, Tensor, int, int)] with all options: the weight is `(O, C/groups, k)`, its
  /// places `dilation` apart, and each of `groups` equal parts of the channels is convolved by itself.
  ///
  /// @throws ShapeException if the shapes do not fit
  public static Tensor conv1d(
      Tensor x, Tensor weight, Tensor bias, int stride, Padding padding, int dilation, int groups) {
    requireFit("conv1d", x, weight, bias, groups, 3);
    int[] kernel = {1, weight.shape().dim(2)};
    var frame =
        convolution("conv1d", operands(x, weight), kernel, new int[] {1, stride}, padding, new int[] {1, dilation})
            .alongSequence();
    Tensor image = convolved(x.unsqueeze(-2), weight.unsqueeze(-2), bias, frame, groups);
    return image.squeeze(-2);
  }

  /// `out = weight ⋆ x + bias` over images: `(N, C, H, W), (O, C, kh, kw), (O) → (N, O, h, w)`; `bias` may be
  /// null; stride and padding in rows and columns.
  ///
  /// @throws ShapeException if the shapes do not fit
  public static Tensor conv2d(
      Tensor x, Tensor weight, Tensor bias, int[] stride, int[] padding) {
    return conv2d(x, weight, bias, stride, Padding.of(padding), ONE, 1);
  }

  /// As [#conv2d(Tensor, Tensor, Tensor, int\[\], int\[\])] with all options: the weight is
  /// `(O, C/groups, kh, kw)`, its places `dilation` apart, and each of `groups` equal parts of the channels
  /// is convolved by itself.
  ///
  /// @throws ShapeException if the shapes do not fit
  public static Tensor conv2d(
      Tensor x,
      Tensor weight,
      Tensor bias,
      int[] stride,
      Padding padding,
      int[] dilation,
      int groups) {
    requireFit("conv2d", x, weight, bias, groups, 4);
    int[] kernel = {weight.shape().dim(2), weight.shape().dim(3)};
    var frame =
        convolution("conv2d", operands(x, weight), kernel, pair("stride", stride), padding, pair("dilation", dilation));
    return convolved(x, weight, bias, frame, groups);
  }

  private static String operands(Tensor x, Tensor weight) {
    return "%s with a weight of %s".formatted(x.shape().tuple(), weight.shape().tuple());
  }

  private static WindowGeometry convolution(
      String op, String given, int[] kernel, int[] stride, Padding padding, int[] dilation) {
    if (padding == Padding.SAME && (stride[0] != 1 || stride[1] != 1)) {
      throw new IllegalArgumentException(
          "%s: padding 'same' needs a stride of 1, not %s".formatted(op, Shape.tuple(stride)));
    }
    return new WindowGeometry(op, given, kernel, stride, padding.around(kernel, dilation), dilation, false);
  }

  private static Tensor convolved(
      Tensor x, Tensor weight, Tensor bias, WindowGeometry frame, int groups) {
    return batched(x, images -> frame.over(images).convolution(images, weight, bias, groups));
  }

  private static void requireFit(
      String op, Tensor x, Tensor weight, Tensor bias, int groups, int rank) {
    String shapes = rank == 4 ? "(N, C, H, W) or (C, H, W)" : "(N, C, L) or (C, L)";
    if (x.rank() != rank && x.rank() != rank - 1) {
      throw new ShapeException(
          "%s: expected an input of shape %s, but got %s, with a weight of shape %s"
              .formatted(op, shapes, x.shape().tuple(), weight.shape().tuple()));
    }
    String operands =
        "%s: an input of shape %s and a weight of shape %s do not fit"
            .formatted(op, x.shape().tuple(), weight.shape().tuple());
    if (weight.rank() != rank || groups <= 0 || weight.shape().dim(0) % groups != 0) {
      throw new ShapeException(
          "%s: the weight needs %d dimensions, and a first one divisible by groups = %d"
              .formatted(operands, rank, groups));
    }
    int channels = x.shape().dim(1 - rank);
    int wanted = weight.shape().dim(1) * groups;
    if (channels != wanted) {
      throw new ShapeException(
          "%s: with groups = %d the weight takes %d channels, but the input, %s, has %d"
              .formatted(operands, groups, wanted, shapes, channels));
    }
    if (bias != null && (bias.rank() != 1 || bias.size() != weight.shape().dim(0))) {
      throw new ShapeException(
          "%s: a bias of shape %s does not fit a weight of shape %s: it needs shape (%d)"
              .formatted(op, bias.shape().tuple(), weight.shape().tuple(), weight.shape().dim(0)));
    }
    if (x.dtype() != weight.dtype() || (bias != null && bias.dtype() != x.dtype())) {
      throw new IllegalArgumentException(
          "%s: the input is %s and the weight %s; all must have one type: convert one with to(…)"
              .formatted(op, x.dtype(), weight.dtype()));
    }
  }

  // ---- pooling

  /// The largest element of each window: `(N, C, L) → (N, C, l)`; as [#maxPool2d(Tensor, int\[\], int\[\],
  /// int\[\], int\[\], boolean)].
  public static Tensor maxPool1d(
      Tensor x, int kernel, int stride, int padding, int dilation, boolean ceilMode) {
    return sequence(
        "max_pool1d",
        x,
        image ->
            maxPool(
                "max_pool1d",
                image,
                new int[] {1, kernel},
                new int[] {1, stride},
                new int[] {0, padding},
                new int[] {1, dilation},
                ceilMode));
  }

  /// The largest element of each window: `(N, C, H, W) → (N, C, h, w)`; of equal ones the first takes the
  /// gradient.
  public static Tensor maxPool2d(Tensor x, int[] kernel, int[] stride, int[] padding) {
    return maxPool2d(x, kernel, stride, padding, ONE, false);
  }

  /// As [#maxPool2d(Tensor, int\[\], int\[\], int\[\])] with all options; padding counts as −∞.
  ///
  /// @param dilation how far apart the places of a window are
  /// @param ceilMode whether a last window may stand over the edge
  /// @throws ShapeException if `x` is no floating image, or no window fits
  public static Tensor maxPool2d(
      Tensor x, int[] kernel, int[] stride, int[] padding, int[] dilation, boolean ceilMode) {
    return maxPool(
        "max_pool2d",
        x,
        pair("kernel_size", kernel),
        pair("stride", stride),
        pair("padding", padding),
        pair("dilation", dilation),
        ceilMode);
  }

  private static Tensor maxPool(
      String op,
      Tensor x,
      int[] kernel,
      int[] stride,
      int[] padding,
      int[] dilation,
      boolean ceilMode) {
    var frame = pooling(op, x, kernel, stride, padding, dilation, ceilMode);
    if (!x.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "%s: needs a floating tensor, not %s; convert it with to(DType.FLOAT32)"
              .formatted(op, x.dtype()));
    }
    return batched(x, images -> frame.over(images).largest(images));
  }

  /// The mean of each window: `(N, C, L) → (N, C, l)`; as [#avgPool2d(Tensor, int\[\], int\[\], int\[\],
  /// boolean, boolean, Integer)].
  public static Tensor avgPool1d(
      Tensor x, int kernel, int stride, int padding, boolean ceilMode, boolean countIncludePad) {
    return sequence(
        "avg_pool1d",
        x,
        image ->
            avgPool(
                pooling(
                    "avg_pool1d",
                    image,
                    new int[] {1, kernel},
                    new int[] {1, stride},
                    new int[] {0, padding},
                    ONE_EACH,
                    ceilMode),
                image,
                countIncludePad,
                null));
  }

  /// The mean of each window, padding included: `(N, C, H, W) → (N, C, h, w)`.
  public static Tensor avgPool2d(Tensor x, int[] kernel, int[] stride, int[] padding) {
    return avgPool2d(x, kernel, stride, padding, false, true, null);
  }

  /// As [#avgPool2d(Tensor, int\[\], int\[\], int\[\])] with all options; padding counts as 0.
  ///
  /// @param ceilMode        whether a last window may stand over the edge
  /// @param countIncludePad whether the zeros of the padding count in the mean
  /// @param divisorOverride what the sums are divided by instead of the number of places, or null
  /// @throws ShapeException if `x` is no image, or no window fits
  public static Tensor avgPool2d(
      Tensor x,
      int[] kernel,
      int[] stride,
      int[] padding,
      boolean ceilMode,
      boolean countIncludePad,
      Integer divisorOverride) {
    var frame =
        pooling(
            "avg_pool2d",
            x,
            pair("kernel_size", kernel),
            pair("stride", stride),
            pair("padding", padding),
            ONE_EACH,
            ceilMode);
    return avgPool(frame, x, countIncludePad, divisorOverride);
  }

  private static Tensor avgPool(
      WindowGeometry frame, Tensor x, boolean countIncludePad, Integer divisorOverride) {
    if (divisorOverride != null && divisorOverride == 0) {
      throw new IllegalArgumentException(frame.op() + ": divisor_override must not be 0");
    }
    return batched(
        x,
        images -> {
          Tensor sums = frame.over(images).sums(images);
          Tensor divisor =
              divisorOverride != null
                  ? Tensors.tensor((long) divisorOverride)
                  : counts(frame, images, countIncludePad);
          return sums.dtype().isFloating()
              ? sums.div(divisor)
              : sums.div(divisor, Arithmetic.Rounding.TRUNC);
        });
  }

  /// How many places of each window count, `(h, w)`.
  private static Tensor counts(WindowGeometry frame, Tensor images, boolean padding) {
    int[] rows = frame.places(0, images.shape().dim(2), padding);
    int[] columns = frame.places(1, images.shape().dim(3), padding);
    return Tensors.tensor(rows).outer(Tensors.tensor(columns));
  }

  private static WindowGeometry pooling(
      String op,
      Tensor x,
      int[] kernel,
      int[] stride,
      int[] padding,
      int[] dilation,
      boolean ceilMode) {
    if (x.rank() != 3 && x.rank() != 4 || x.dtype() == DType.BOOL) {
      throw new ShapeException(
          "%s: expected numbers of shape (N, C, H, W) or (C, H, W), but got %s of shape %s"
              .formatted(op, x.dtype(), x.shape().tuple()));
    }
    for (int d = 0; d < 2; d++) {
      if (padding[d] < 0 || 2 * padding[d] > kernel[d]) {
        throw new IllegalArgumentException(
            "%s: padding %s must be at most half of the kernel %s"
                .formatted(op, Shape.tuple(padding), Shape.tuple(kernel)));
      }
    }
    String given = (op.endsWith("1d") ? x.squeeze(-2) : x).shape().tuple();
    var sides = new WindowGeometry.Sides(padding, padding);
    return new WindowGeometry(op, given, kernel, stride, sides, dilation, ceilMode);
  }

  /// The means of `h × w` windows that cover the image evenly: `(N, C, H, W) → (N, C, h, w)`. Window `i` of
  /// `h` goes from row `⌊i·H/h⌋` to before row `⌈(i + 1)·H/h⌉`.
  public static Tensor adaptiveAvgPool2d(Tensor x, int h, int w) {
    if (x.rank() != 3 && x.rank() != 4 || !x.dtype().isFloating()) {
      throw new ShapeException(
          ("adaptive_avg_pool2d: expected a floating tensor of shape (N, C, H, W) or (C, H, W), but got %s of "
              + "shape %s")
              .formatted(x.dtype(), x.shape().tuple()));
    }
    return means(means(x, x.rank() - 2, h), x.rank() - 1, w);
  }

  private static Tensor means(Tensor x, int dim, int count) {
    int size = x.shape().dim(dim);
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int start = i * size / count;
      int end = ((i + 1) * size + count - 1) / count;
      parts.add(x.narrow(dim, start, end - start).mean(new int[] {dim}, true));
    }
    return Tensors.cat(dim, parts.toArray(Tensor[]::new));
  }

  // ---- shapes

  /// One image as a batch of one.
  private static Tensor batched(Tensor x, UnaryOperator<Tensor> operation) {
    return x.rank() == 4 ? operation.apply(x) : operation.apply(x.unsqueeze(0)).squeeze(0);
  }

  /// A sequence as an image of one row.
  private static Tensor sequence(String op, Tensor x, UnaryOperator<Tensor> operation) {
    if (x.rank() != 2 && x.rank() != 3) {
      throw new ShapeException(
          "%s: expected an input of shape (N, C, L) or (C, L), but got %s"
              .formatted(op, x.shape().tuple()));
    }
    return operation.apply(x.unsqueeze(-2)).squeeze(-2);
  }

  /// One number stands for both directions.
  static int[] pair(String name, int[] lengths) {
    return WindowGeometry.each(name, Shape.of(lengths), 2);
  }
}
