package thalweg.nn;

/// `e^xᵢ / Σ e^xⱼ` along a dimension: PyTorch's `nn.Softmax`.
public final class Softmax extends Activation {
  /// Along dimension `dim`.
  public Softmax(int dim) {
    super("Softmax(dim=" + dim + ")", x -> x.softmax(dim));
  }
}
