package thalweg.nn;

/// `x·tanh(softplus(x))`: PyTorch's `nn.Mish`, Misra 2019.
public final class Mish extends Activation {
  /// The one there is.
  public Mish() {
    super("Mish()", x -> x.mul(x.softplus().tanh()));
  }
}
