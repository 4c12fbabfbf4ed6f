package thalweg.nn;

import thalweg.tensor.Tensor;

/// The largest element of each window: PyTorch's `nn.MaxPool1d`. `(N, C, L) → (N, C, l)`, or without `N`;
/// `l` as in [MaxPool2d].
///
/// ```java
/// var pool = new MaxPool1d(3, MaxPool2d.stride(2));
/// IO.println(pool);  // MaxPool1d(kernel_size=3, stride=2, padding=0, dilation=1, ceil_mode=False)
/// IO.println(pool.apply(randn(8, 6, 11)).shape());  // torch.Size([8, 6, 5])
/// ```
///
/// @param kernel  the places of a window
/// @param options as those of [MaxPool2d], with one number each
public record MaxPool1d(int kernel, MaxPool2d.Options options) implements Layer {
  /// Windows of `kernel` places, side by side.
  public MaxPool1d(int kernel) {
    this(kernel, MaxPool2d.stride(kernel));
  }

  private int stride() {
    return options.stride() == null ? kernel : options.stride().dim(0);
  }

  @Override
  public Tensor apply(Tensor x) {
    return Windows.maxPool1d(
        x,
        kernel,
        stride(),
        options.padding().dim(0),
        options.dilation().dim(0),
        options.ceilMode());
  }

  /// As PyTorch prints it: `MaxPool1d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)`.
  @Override
  public String toString() {
    return "MaxPool1d(kernel_size=%d, stride=%d, padding=%d, dilation=%d, ceil_mode=%s)"
        .formatted(
            kernel,
            stride(),
            options.padding().dim(0),
            options.dilation().dim(0),
            LayerText.flag(options.ceilMode()));
  }
}
