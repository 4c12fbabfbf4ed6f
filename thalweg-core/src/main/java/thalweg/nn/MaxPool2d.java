package thalweg.nn;

import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// The largest element of each window: PyTorch's `nn.MaxPool2d`. `(N, C, H, W) → (N, C, h, w)`, or without
/// `N`; `h = (H + 2·padding − dilation·(kernel − 1) − 1) / stride + 1`, rounded down, or up for `ceilMode`.
///
/// ```java
/// var pool = new MaxPool2d(3, MaxPool2d.stride(2).padding(1));
/// IO.println(pool);  // MaxPool2d(kernel_size=3, stride=2, padding=1, dilation=1, ceil_mode=False)
/// IO.println(pool.apply(randn(8, 6, 28, 28)).shape());  // torch.Size([8, 6, 14, 14])
/// ```
///
/// @param kernel  the rows and columns of a window; one number for both
/// @param options what can be chosen beside them
public record MaxPool2d(Shape kernel, Options options) implements Layer {
  /// What can be chosen beside the window. Numbers are one for both directions, or two, rows first.
  ///
  /// @param stride   how far apart windows start; null, the default, for the kernel
  /// @param padding  how many places of −∞ are put on each side; none by default
  /// @param dilation how far apart the places of a window are; 1 by default
  /// @param ceilMode whether a last window may stand over the edge; false by default
  public record Options(Shape stride, Shape padding, Shape dilation, boolean ceilMode) {
    /// With windows so far apart.
    public Options stride(int... stride) {
      return new Options(Shape.of(stride), padding, dilation, ceilMode);
    }

    /// With so many places on each side.
    public Options padding(int... padding) {
      return new Options(stride, Shape.of(padding), dilation, ceilMode);
    }

    /// With the places of a window so far apart.
    public Options dilation(int... dilation) {
      return new Options(stride, padding, Shape.of(dilation), ceilMode);
    }

    /// With or without a last window over the edge.
    public Options ceilMode(boolean ceilMode) {
      return new Options(stride, padding, dilation, ceilMode);
    }
  }

  /// Windows of `kernel × kernel` places, side by side.
  public MaxPool2d(int kernel) {
    this(kernel, options(null));
  }

  /// With options: `new MaxPool2d(3, MaxPool2d.stride(2).padding(1))`.
  public MaxPool2d(int kernel, Options options) {
    this(Shape.of(kernel), options);
  }

  private static Options options(Shape stride) {
    return new Options(stride, Shape.of(0), Shape.of(1), false);
  }

  /// The defaults, but with windows so far apart.
  public static Options stride(int... stride) {
    return options(Shape.of(stride));
  }

  /// The defaults, but with so many places on each side.
  public static Options padding(int... padding) {
    return options(null).padding(padding);
  }

  /// The defaults, but with the places of a window so far apart.
  public static Options dilation(int... dilation) {
    return options(null).dilation(dilation);
  }

  /// The defaults, but with or without a last window over the edge.
  public static Options ceilMode(boolean ceilMode) {
    return options(null).ceilMode(ceilMode);
  }

  private Shape stride() {
    return options.stride == null ? kernel : options.stride;
  }

  @Override
  public Tensor apply(Tensor x) {
    return Windows.maxPool2d(
        x,
        kernel.toArray(),
        stride().toArray(),
        options.padding.toArray(),
        options.dilation.toArray(),
        options.ceilMode);
  }

  /// As PyTorch prints it: `MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)`.
  @Override
  public String toString() {
    return "MaxPool2d(kernel_size=%s, stride=%s, padding=%s, dilation=%s, ceil_mode=%s)"
        .formatted(
            LayerText.given(kernel),
            LayerText.given(stride()),
            LayerText.given(options.padding),
            LayerText.given(options.dilation),
            LayerText.flag(options.ceilMode));
  }
}
