package thalweg.nn;

import thalweg.tensor.Tensors;

/// `x` above 0, `α·(e^(x/α) − 1)` below: PyTorch's `nn.CELU`, Barron 2017.
public final class CELU extends Activation {
  /// With `α` = 1.
  public CELU() {
    this(1);
  }

  /// With `α` = `alpha`.
  public CELU(double alpha) {
    super("CELU(" + named("alpha", alpha) + ")", x -> Tensors.where(x.gt(0), x, x.div(alpha).elu().mul(alpha)));
  }
}
