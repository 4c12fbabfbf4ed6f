package thalweg.nn;

/// `xᵢ − ln Σ e^xⱼ` along a dimension: PyTorch's `nn.LogSoftmax`.
public final class LogSoftmax extends Activation {
  /// Along dimension `dim`.
  public LogSoftmax(int dim) {
    super("LogSoftmax(dim=" + dim + ")", x -> x.logSoftmax(dim));
  }
}
