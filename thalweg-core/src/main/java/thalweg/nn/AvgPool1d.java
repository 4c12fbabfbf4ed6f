package thalweg.nn;

import thalweg.tensor.Tensor;

/// The mean of each window: PyTorch's `nn.AvgPool1d`. `(N, C, L) → (N, C, l)`, or without `N`; `l` as in
/// [AvgPool2d].
///
/// ```java
/// var pool = new AvgPool1d(2);
/// IO.println(pool);  // AvgPool1d(kernel_size=(2,), stride=(2,), padding=(0,))
/// IO.println(pool.apply(tensor(1.0, 3.0, 5.0, 9.0).reshape(1, 4)));  // tensor([[2., 7.]])
/// ```
///
/// @param kernel  the places of a window
/// @param options as those of [AvgPool2d], with one number each and no other divisor
public record AvgPool1d(int kernel, AvgPool2d.Options options) implements Layer {
  /// Refuses a divisor, which PyTorch's has not either.
  public AvgPool1d {
    if (options.divisorOverride() != null) {
      throw new IllegalArgumentException("AvgPool1d: knows no divisor_override; use AvgPool2d");
    }
  }

  /// Windows of `kernel` places, side by side.
  public AvgPool1d(int kernel) {
    this(kernel, AvgPool2d.stride(kernel));
  }

  private int stride() {
    return options.stride() == null ? kernel : options.stride().dim(0);
  }

  @Override
  public Tensor apply(Tensor x) {
    return Windows.avgPool1d(
        x,
        kernel,
        stride(),
        options.padding().dim(0),
        options.ceilMode(),
        options.countIncludePad());
  }

  /// As PyTorch prints it: `AvgPool1d(kernel_size=(2,), stride=(2,), padding=(0,))`.
  @Override
  public String toString() {
    return "AvgPool1d(kernel_size=(%d,), stride=(%d,), padding=(%d,))"
        .formatted(kernel, stride(), options.padding().dim(0));
  }
}
