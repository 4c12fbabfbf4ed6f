package thalweg.nn;

/// `x` above 0, `slope·x` below: PyTorch's `nn.LeakyReLU`.
public final class LeakyReLU extends Activation {
  /// Of slope 0.01.
  public LeakyReLU() {
    this(0.01);
  }

  /// Of this slope below 0.
  public LeakyReLU(double negativeSlope) {
    super("LeakyReLU(" + named("negative_slope", negativeSlope) + ")", x -> x.leakyRelu(negativeSlope));
  }
}
