package thalweg.op.layer;

import static thalweg.runtime.Saved.NOTHING;

import thalweg.cpu.window.Axis;
import thalweg.cpu.window.ConvolutionProduct;
import thalweg.cpu.window.Pooling;
import thalweg.cpu.window.Unfolding;
import thalweg.op.Arguments;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Selection;
import thalweg.runtime.Storage;
import thalweg.runtime.Structural;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Windows that slide over images `(N, C, H, W)`, and what is computed of each; rows first, then columns.
/// [thalweg.nn.Windows] sees to shapes and options.
///
/// @param kernel   how many places a window takes
/// @param stride   how far apart windows start
/// @param dilation how far apart the places of a window are
/// @param before   how far before the image the first window starts
/// @param count    how many windows there are
/// @param ceilMode whether a last window may stand over the edge
public record Sliding(
    int[] kernel, int[] stride, int[] dilation, int[] before, int[] count, boolean ceilMode) {
  private Axis axis(int d, Tensor images) {
    return new Axis(images.size(2 + d), kernel[d], stride[d], dilation[d], before[d], count[d]);
  }

  private Shape over(Tensor images, int channels) {
    return Shape.of(images.size(0), channels, count[0], count[1]);
  }

  /// `weight ⋆ x + bias`: `(N, C, H, W), (O, C / groups, kh, kw), (O) → (N, O, h, w)`; `bias` may be null.
  public Tensor convolution(Tensor x, Tensor weight, Tensor bias, int groups) {
    int outputs = weight.size(0);
    var windows = new Unfolding(axis(0, x), axis(1, x));
    var product =
        new ConvolutionProduct(windows, x.size(0), x.size(1) / groups, outputs / groups, groups);
    var arguments =
        Arguments.of(
            "stride", unlessAll(1, stride),
            "padding", unlessAll(0, before),
            "dilation", unlessAll(1, dilation),
            "groups", Arguments.unless(1, groups));
    var convolving = new Convolving(product, x.shape(), weight.shape(), over(x, outputs), arguments);
    return bias == null ? convolving.apply(x, weight) : convolving.apply(x, weight, bias);
  }

  private static Object unlessAll(int assumed, int[] list) {
    return list[0] == assumed && list[1] == assumed ? null : list;
  }

  private Arguments ofPool() {
    return Arguments.of(
        "kernel_size", kernel,
        "stride", stride,
        "padding", unlessAll(0, before),
        "dilation", unlessAll(1, dilation),
        "ceil_mode", Arguments.unless(false, ceilMode));
  }

  private Pooling pooling(Tensor images) {
    return new Pooling(axis(0, images), axis(1, images), images.size(0) * images.size(1));
  }

  /// The largest of each window, `(N, C, H, W) → (N, C, h, w)`: of equal ones the first takes the gradient, of
  /// several NaN the last. −∞ for a window whose places all stand beside the image, as dilated ones may.
  public Tensor largest(Tensor x) {
    int[] places = pooling(x).largest(Internals.storage(plain(x)).array());
    Shape to = over(x, x.size(1));
    boolean[] beside = missing(places);
    var selection = new Selection("max_pool2d", "MaxPool2DWithIndicesBackward0", x.shape(), to, places);
    Tensor values = selection.with(ofPool()).pick(x);
    return beside == null
        ? values
        : values.maskedFill(Tensors.tensor(beside).reshape(to.toArray()), Double.NEGATIVE_INFINITY);
  }

  /// Which places are negative, and makes them 0; null if none is.
  private static boolean[] missing(int[] places) {
    boolean[] missing = null;
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0) {
        missing = missing == null ? new boolean[places.length] : missing;
        missing[i] = true;
        places[i] = 0;
      }
    }
    return missing;
  }

  /// The sum of each window, `(N, C, H, W) → (N, C, h, w)`.
  public Tensor sums(Tensor x) {
    return sums(x, pooling(x), x.shape());
  }

  private Tensor sums(Tensor x, Pooling pooling, Shape images) {
    Layout layout = Layout.contiguous(over(x, x.size(1)));
    Storage out = Storage.zeros(x.dtype(), layout.shape());
    pooling.sums(Internals.storage(plain(x)).array(), out.array());
    return Structural.of(
            "avg_pool2d", "AvgPool2DBackward0", ofPool(), NOTHING, (s, g) -> spread(g, pooling, images))
        .record(out, layout, x);
  }

  /// Each number to all places of its window: what [#sums] does, transposed.
  private Tensor spread(Tensor g, Pooling pooling, Shape images) {
    Layout layout = Layout.contiguous(images);
    Storage out = Storage.zeros(g.dtype(), images);
    pooling.spread(Internals.storage(plain(g)).array(), out.array());
    return Structural.of(
            "avg_pool2d_backward",
            "AvgPool2DBackwardBackward0",
            ofPool(),
            NOTHING,
            (s, h) -> sums(h, pooling, images))
        .record(out, layout, g);
  }

  /// `x`, or a copy of it that lies row by row from the start of its storage.
  public static Tensor plain(Tensor x) {
    return Internals.layout(x).isPlain() ? x : Internals.unrecorded(x, x.dtype());
  }
}
