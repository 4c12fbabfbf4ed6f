package thalweg.nn;

/// `x − tanh x`: PyTorch's `nn.Tanhshrink`.
public final class Tanhshrink extends Activation {
  /// The one there is.
  public Tanhshrink() {
    super("Tanhshrink()", x -> x.sub(x.tanh()));
  }
}
