package thalweg.nn;

/// `x` above 0, `α·(eˣ − 1)` below: PyTorch's `nn.ELU`, Clevert et al. 2015.
public final class ELU extends Activation {
  /// With `α` = 1.
  public ELU() {
    this(1);
  }

  /// With `α` = `alpha`.
  public ELU(double alpha) {
    super("ELU(" + named("alpha", alpha) + ")", x -> x.elu(alpha));
  }
}
