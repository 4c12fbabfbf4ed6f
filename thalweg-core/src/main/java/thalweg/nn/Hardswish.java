package thalweg.nn;

import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// `x·min(max(x + 3, 0), 6) / 6`: PyTorch's `nn.Hardswish`, Howard et al. 2019.
public final class Hardswish extends Activation {
  /// The one there is.
  public Hardswish() {
    super("Hardswish()", Hardswish::of);
  }

  /// At −3 and 3 the parabola's slope counts, as in PyTorch.
  private static Tensor of(Tensor x) {
    return Tensors.where(x.le(3), x.mul(x.add(3)).div(6), x).maskedFill(x.lt(-3), 0);
  }
}
