package thalweg.nn;

import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// The means of a fixed number of windows that cover the image evenly: PyTorch's `nn.AdaptiveAvgPool2d`.
/// `(N, C, H, W) → (N, C, h, w)`, or without `N`.
///
/// ```java
/// IO.println(new AdaptiveAvgPool2d(1).apply(ones(8, 6, 7, 5)).shape());  // torch.Size([8, 6, 1, 1])
/// ```
///
/// @param outputSize `(h, w)`; one number for both
public record AdaptiveAvgPool2d(Shape outputSize) implements Layer {
  /// `n × n` windows.
  public AdaptiveAvgPool2d(int n) {
    this(Shape.of(n));
  }

  /// `h × w` windows.
  public AdaptiveAvgPool2d(int h, int w) {
    this(Shape.of(h, w));
  }

  @Override
  public Tensor apply(Tensor x) {
    int[] size = WindowGeometry.each("output_size", outputSize, 2);
    return Windows.adaptiveAvgPool2d(x, size[0], size[1]);
  }

  /// As PyTorch prints it: `AdaptiveAvgPool2d(output_size=1)`.
  @Override
  public String toString() {
    return "AdaptiveAvgPool2d(output_size=%s)".formatted(LayerText.given(outputSize));
  }
}
