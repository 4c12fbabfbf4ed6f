package thalweg.nn;

/// Normalises each feature over the batch: PyTorch's `nn.BatchNorm1d`. `(N, C) → (N, C)` or
/// `(N, C, L) → (N, C, L)`; see [BatchNorm].
///
/// ```java
/// var norm = new BatchNorm1d(1);
/// IO.println(norm.apply(tensor(1.0, 3.0).reshape(2, 1)).detach());
/// // tensor([[-1.0000],
/// //         [ 1.0000]])
/// IO.println(norm.runningMean());  // tensor([0.2000])
/// ```
public final class BatchNorm1d extends BatchNorm {
  /// For `numFeatures` channels, with PyTorch's defaults.
  public BatchNorm1d(int numFeatures) {
    this(numFeatures, options());
  }

  /// With options: `new BatchNorm1d(4, BatchNorm1d.momentum(0.01))`.
  public BatchNorm1d(int numFeatures, Options options) {
    super(numFeatures, options);
  }

  @Override
  boolean takes(int rank) {
    return rank == 2 || rank == 3;
  }

  @Override
  String shapes() {
    return "(N, C) or (N, C, L)";
  }
}
