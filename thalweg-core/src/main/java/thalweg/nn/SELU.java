package thalweg.nn;

/// `s·x` above 0, `s·α·(eˣ − 1)` below, with the `α` and `s` that keep mean 0 and variance 1: PyTorch's
/// `nn.SELU`, Klambauer et al. 2017.
public final class SELU extends Activation {
  private static final double ALPHA = 1.6732632423543772848170429916717;
  private static final double SCALE = 1.0507009873554804934193349852946;

  /// The one there is.
  public SELU() {
    super("SELU()", x -> x.elu(ALPHA).mul(SCALE));
  }
}
