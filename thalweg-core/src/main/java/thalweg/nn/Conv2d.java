package thalweg.nn;

import thalweg.tensor.Tensor;

/// `out = weight ⋆ x + bias` over images: PyTorch's `nn.Conv2d`.
///
/// - Input `(N, inChannels, H, W)` or `(inChannels, H, W)`; output `(N, outChannels, h, w)` or
///   `(outChannels, h, w)` with `h = (H + 2·padding − dilation·(kernel − 1) − 1) / stride + 1`, rounded
///   down, and `w` alike.
///
/// ```java
/// var layer = new Conv2d(1, 6, 5, Conv2d.stride(2).padding(1));
/// IO.println(layer);  // Conv2d(1, 6, kernel_size=(5, 5), stride=(2, 2), padding=(1, 1))
/// IO.println(layer.apply(randn(8, 1, 28, 28)).shape());  // torch.Size([8, 6, 13, 13])
/// ```
public final class Conv2d extends Convolution {
  /// Windows of `kernel × kernel` places, 1 apart, without padding; with a bias, `float32`.
  public Conv2d(int inChannels, int outChannels, int kernel) {
    this(inChannels, outChannels, kernel, options());
  }

  /// With options: `new Conv2d(1, 6, 5, Conv2d.stride(2).padding(1))`.
  ///
  /// @throws IllegalArgumentException if the channels are not divisible by `groups`
  public Conv2d(int inChannels, int outChannels, int kernel, Options options) {
    this(inChannels, outChannels, new int[] {kernel, kernel}, options);
  }

  /// With windows of `kernel[0]` rows and `kernel[1]` columns.
  ///
  /// @throws IllegalArgumentException if the channels are not divisible by `groups`
  public Conv2d(int inChannels, int outChannels, int[] kernel, Options options) {
    super(inChannels, outChannels, Windows.pair("kernel_size", kernel), options);
  }

  /// `(N, inChannels, H, W) → (N, outChannels, h, w)`.
  ///
  /// @throws thalweg.tensor.ShapeException if `x` has another number of channels or of dimensions
  @Override
  public Tensor apply(Tensor x) {
    Options chosen = chosen();
    return Windows.conv2d(
        x,
        weight(),
        bias(),
        chosen.stride().toArray(),
        chosen.padding(),
        chosen.dilation().toArray(),
        chosen.groups());
  }
}
