package thalweg.nn;

/// `ln(1 + e^(βx)) / β`: PyTorch's `nn.Softplus`.
public final class Softplus extends Activation {
  /// With `β` = 1 and a threshold of 20.
  public Softplus() {
    this(1, 20);
  }

  /// With `β` = `beta`; `x` itself where `βx` exceeds `threshold`.
  public Softplus(double beta, double threshold) {
    super(
        "Softplus(beta=%s, threshold=%s)".formatted(plain(beta), plain(threshold)),
        x -> x.softplus(beta, threshold));
  }
}
