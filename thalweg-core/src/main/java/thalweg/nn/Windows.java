package thalweg.nn;

import java.util.Arrays;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What slides over images and sequences: convolution and pooling, PyTorch's `conv1d`, `conv2d`, `max_pool2d`,
/// `avg_pool2d`.
///
/// All windows are laid out as columns first; a convolution is then one matrix product.
///
/// ```
/// (N, C, H, W) → columns (N, C·kh·kw, h·w)        h = (H + 2·padding − kh) / stride + 1, rounded down
/// weight (O, C, kh, kw) as (O, C·kh·kw) × columns → (N, O, h·w)
/// ```
public final class Windows {
  private Windows() {}

  /// How windows lie: lengths, steps and the places added on both sides, rows first.
  private record Frame(String op, int[] kernel, int[] stride, int[] padding) {
    int count(int dim, int size) {
      int room = size + 2 * padding[dim] - kernel[dim];
      if (room < 0 || kernel[dim] <= 0 || stride[dim] <= 0 || padding[dim] < 0) {
        throw new ShapeException(
            "%s: windows of %s, %s apart and with padding %s, do not fit into %d places"
                .formatted(
                    op, Shape.tuple(kernel), Shape.tuple(stride), Shape.tuple(padding), size));
      }
      return room / stride[dim] + 1;
    }

    /// `(N, C, H, W) → (N, C, kh·kw, h·w)`, with `fill` in the padding.
    Tensor columns(Tensor x, double fill) {
      int[] dims = x.shape().toArray();
      int h = count(0, dims[2]);
      int w = count(1, dims[3]);
      Tensor padded =
          padding[0] == 0 && padding[1] == 0
              ? x
              : x.pad(new int[] {padding[1], padding[1], padding[0], padding[0]}, fill);
      int width = padded.shape().dim(3);
      long[] places = new long[kernel[0] * kernel[1] * h * w];
      int at = 0;
      for (int i = 0; i < kernel[0]; i++) {
        for (int j = 0; j < kernel[1]; j++) {
          for (int row = 0; row < h; row++) {
            for (int column = 0; column < w; column++) {
              places[at++] = (long) (row * stride[0] + i) * width + column * stride[1] + j;
            }
          }
        }
      }
      return padded
          .flatten(2, 3)
          .indexSelect(2, Tensors.tensor(places))
          .view(dims[0], dims[1], kernel[0] * kernel[1], h * w);
    }
  }

  /// `out = weight ⋆ x + bias` over sequences: `(N, C, L), (O, C, k), (O) → (N, O, l)`; `bias` may be null.
  ///
  /// @throws ShapeException if the shapes do not fit
  public static Tensor conv1d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
    requireChannels("conv1d", x, weight, 3);
    return conv2d(
            x.unsqueeze(2),
            weight.unsqueeze(2),
            bias,
            new int[] {1, stride},
            new int[] {0, padding})
        .squeeze(2);
  }

  /// `out = weight ⋆ x + bias` over images: `(N, C, H, W), (O, C, kh, kw), (O) → (N, O, h, w)`; `bias` may be
  /// null; stride and padding in rows and columns.
  ///
  /// @throws ShapeException if the shapes do not fit
  public static Tensor conv2d(
      Tensor x, Tensor weight, Tensor bias, int[] stride, int[] padding) {
    requireChannels("conv2d", x, weight, 4);
    int[] kernel = {weight.shape().dim(2), weight.shape().dim(3)};
    var frame = new Frame("conv2d", kernel, pair(stride), pair(padding));
    Tensor columns = frame.columns(x, 0).flatten(1, 2);
    Tensor out = weight.flatten(1, 3).matmul(columns);
    Tensor shifted = bias == null ? out : out.add(bias.reshape(-1, 1));
    return shifted.reshape(
        x.shape().dim(0),
        weight.shape().dim(0),
        frame.count(0, x.shape().dim(2)),
        frame.count(1, x.shape().dim(3)));
  }

  private static void requireChannels(String op, Tensor x, Tensor weight, int rank) {
    if (x.rank() != rank
        || weight.rank() != rank
        || x.shape().dim(1) != weight.shape().dim(1)) {
      throw new ShapeException(
          "%s: an input of shape %s and a weight of shape %s do not fit: both need %d dimensions, and the second of each, the channels, must be equal"
              .formatted(op, x.shape().tuple(), weight.shape().tuple(), rank));
    }
  }

  /// The largest element of each window: `(N, C, H, W) → (N, C, h, w)`; of equal ones the first takes the
  /// gradient.
  public static Tensor maxPool2d(Tensor x, int[] kernel, int[] stride, int[] padding) {
    var frame = pooling("max_pool2d", x, kernel, stride, padding);
    Tensor columns = frame.columns(x, Double.NEGATIVE_INFINITY);
    return image(x, frame, columns.max(2, false).values());
  }

  /// The mean of each window, padding included: `(N, C, H, W) → (N, C, h, w)`.
  public static Tensor avgPool2d(Tensor x, int[] kernel, int[] stride, int[] padding) {
    var frame = pooling("avg_pool2d", x, kernel, stride, padding);
    return image(x, frame, frame.columns(x, 0).mean(2));
  }

  private static Frame pooling(
      String op, Tensor x, int[] kernel, int[] stride, int[] padding) {
    if (x.rank() != 4 || !x.dtype().isFloating()) {
      throw new ShapeException(
          "%s: needs floating images (N, C, H, W), not %s of shape %s"
              .formatted(op, x.dtype() == DType.FLOAT32 ? "a tensor" : x.dtype(), x.shape().tuple()));
    }
    return new Frame(op, pair(kernel), pair(stride), pair(padding));
  }

  private static Tensor image(Tensor x, Frame frame, Tensor values) {
    return values.reshape(
        x.shape().dim(0),
        x.shape().dim(1),
        frame.count(0, x.shape().dim(2)),
        frame.count(1, x.shape().dim(3)));
  }

  /// One number stands for both directions.
  private static int[] pair(int[] lengths) {
    return lengths.length == 1 ? new int[] {lengths[0], lengths[0]} : Arrays.copyOf(lengths, 2);
  }
}
