package thalweg.nn;

/// Normalises each channel over the batch and all places: PyTorch's `nn.BatchNorm2d`.
/// `(N, C, H, W) → (N, C, H, W)`; see [BatchNorm].
public final class BatchNorm2d extends BatchNorm {
  /// For `numFeatures` channels, with PyTorch's defaults.
  public BatchNorm2d(int numFeatures) {
    this(numFeatures, options());
  }

  /// With options: `new BatchNorm2d(6, BatchNorm2d.momentum(0.01))`.
  public BatchNorm2d(int numFeatures, Options options) {
    super(numFeatures, options);
  }

  @Override
  boolean takes(int rank) {
    return rank == 4;
  }

  @Override
  String shapes() {
    return "(N, C, H, W)";
  }
}
