package thalweg.nn;

/// `min(max(x + 3, 0), 6) / 6`: PyTorch's `nn.Hardsigmoid`.
public final class Hardsigmoid extends Activation {
  /// The one there is.
  public Hardsigmoid() {
    super("Hardsigmoid()", x -> x.add(3).relu6().div(6));
  }
}
