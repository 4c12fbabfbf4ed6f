package thalweg.nn;

import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// The mean of each window: PyTorch's `nn.AvgPool2d`. `(N, C, H, W) → (N, C, h, w)`, or without `N`;
/// `h = (H + 2·padding − kernel) / stride + 1`, rounded down, or up for `ceilMode`.
///
/// ```java
/// var pool = new AvgPool2d(2);
/// IO.println(pool);  // AvgPool2d(kernel_size=2, stride=2, padding=0)
/// IO.println(pool.apply(randn(8, 6, 28, 28)).shape());  // torch.Size([8, 6, 14, 14])
/// ```
///
/// @param kernel  the rows and columns of a window; one number for both
/// @param options what can be chosen beside them
public record AvgPool2d(Shape kernel, Options options) implements Layer {
  /// What can be chosen beside the window. Numbers are one for both directions, or two, rows first.
  ///
  /// @param stride          how far apart windows start; null, the default, for the kernel
  /// @param padding         how many zeros are put on each side; none by default
  /// @param ceilMode        whether a last window may stand over the edge; false by default
  /// @param countIncludePad whether the zeros of the padding count in the mean; true by default
  /// @param divisorOverride what sums are divided by instead of the number of places; null by default
  public record Options(
      Shape stride,
      Shape padding,
      boolean ceilMode,
      boolean countIncludePad,
      Integer divisorOverride) {
    /// With windows so far apart.
    public Options stride(int... stride) {
      return new Options(Shape.of(stride), padding, ceilMode, countIncludePad, divisorOverride);
    }

    /// With so many zeros on each side.
    public Options padding(int... padding) {
      return new Options(stride, Shape.of(padding), ceilMode, countIncludePad, divisorOverride);
    }

    /// With or without a last window over the edge.
    public Options ceilMode(boolean ceilMode) {
      return new Options(stride, padding, ceilMode, countIncludePad, divisorOverride);
    }

    /// With or without the padding in the mean.
    public Options countIncludePad(boolean countIncludePad) {
      return new Options(stride, padding, ceilMode, countIncludePad, divisorOverride);
    }

    /// With sums divided by this.
    public Options divisorOverride(Integer divisorOverride) {
      return new Options(stride, padding, ceilMode, countIncludePad, divisorOverride);
    }
  }

  /// Windows of `kernel × kernel` places, side by side.
  public AvgPool2d(int kernel) {
    this(kernel, options(null));
  }

  /// With options: `new AvgPool2d(3, AvgPool2d.stride(2).padding(1))`.
  public AvgPool2d(int kernel, Options options) {
    this(Shape.of(kernel), options);
  }

  private static Options options(Shape stride) {
    return new Options(stride, Shape.of(0), false, true, null);
  }

  /// The defaults, but with windows so far apart.
  public static Options stride(int... stride) {
    return options(Shape.of(stride));
  }

  /// The defaults, but with so many zeros on each side.
  public static Options padding(int... padding) {
    return options(null).padding(padding);
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
    return Windows.avgPool2d(
        x,
        kernel.toArray(),
        stride().toArray(),
        options.padding.toArray(),
        options.ceilMode,
        options.countIncludePad,
        options.divisorOverride);
  }

  /// As PyTorch prints it: `AvgPool2d(kernel_size=2, stride=2, padding=0)`.
  @Override
  public String toString() {
    return "AvgPool2d(kernel_size=%s, stride=%s, padding=%s)"
        .formatted(
            LayerText.given(kernel), LayerText.given(stride()), LayerText.given(options.padding));
  }
}
