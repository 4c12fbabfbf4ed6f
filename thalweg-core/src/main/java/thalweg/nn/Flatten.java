package thalweg.nn;

import thalweg.tensor.Tensor;

/// Dimensions `startDim` to `endDim` as one: PyTorch's `nn.Flatten`. By default all but the first:
/// `(N, *) → (N, Π*)`.
///
/// @param startDim the first of them; 1 by default
/// @param endDim   the last of them; −1, the last there is, by default
public record Flatten(int startDim, int endDim) implements Layer {
  /// All but the first dimension.
  public Flatten() {
    this(1, -1);
  }

  @Override
  public Tensor apply(Tensor x) {
    return x.flatten(startDim, endDim);
  }

  /// As PyTorch prints it: `Flatten(start_dim=1, end_dim=-1)`.
  @Override
  public String toString() {
    return "Flatten(start_dim=%d, end_dim=%d)".formatted(startDim, endDim);
  }
}
