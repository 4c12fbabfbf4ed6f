package thalweg.nn;

import thalweg.tensor.Tensor;

/// `out = weight ⋆ x + bias` over sequences: PyTorch's `nn.Conv1d`.
///
/// - Input `(N, inChannels, L)` or `(inChannels, L)`; output `(N, outChannels, l)` or `(outChannels, l)` with
///   `l = (L + 2·padding − dilation·(kernel − 1) − 1) / stride + 1`, rounded down.
///
/// ```java
/// var layer = new Conv1d(4, 8, 3, Conv1d.stride(2).padding(1));
/// IO.println(layer);  // Conv1d(4, 8, kernel_size=(3,), stride=(2,), padding=(1,))
/// IO.println(layer.apply(randn(5, 4, 10)).shape());  // torch.Size([5, 8, 5])
/// ```
public final class Conv1d extends Convolution {
  /// Windows of `kernel` places, 1 apart, without padding; with a bias, `float32`.
  public Conv1d(int inChannels, int outChannels, int kernel) {
    this(inChannels, outChannels, kernel, options());
  }

  /// With options: `new Conv1d(4, 8, 3, Conv1d.stride(2).padding(1))`.
  ///
  /// @throws IllegalArgumentException if the channels are not divisible by `groups`
  public Conv1d(int inChannels, int outChannels, int kernel, Options options) {
    super(inChannels, outChannels, new int[] {kernel}, options);
  }

  /// `(N, inChannels, L) → (N, outChannels, l)`.
  ///
  /// @throws thalweg.tensor.ShapeException if `x` has another number of channels or of dimensions
  @Override
  public Tensor apply(Tensor x) {
    Options chosen = chosen();
    return Windows.conv1d(
        x,
        weight(),
        bias(),
        chosen.stride().dim(0),
        chosen.padding(),
        chosen.dilation().dim(0),
        chosen.groups());
  }
}
