package thalweg.optim.lr;

import thalweg.optim.Optimizer;

/// `lr·(1 − epoch / totalIters)^power`, and 0 from epoch `totalIters` on: PyTorch's `PolynomialLR`.
public final class PolynomialLR extends EpochScheduler {
  private final int totalIters;
  private final double power;

  /// A straight line to 0 in five epochs.
  public PolynomialLR(Optimizer<?> optimizer) {
    this(optimizer, 5, 1);
  }

  /// A power of what is left.
  public PolynomialLR(Optimizer<?> optimizer, int totalIters, double power) {
    super(optimizer);
    this.totalIters = totalIters;
    this.power = power;
    begin();
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    if (epoch == 0 || epoch > totalIters) {
      return rate;
    }
    double left = 1.0 - (double) epoch / totalIters;
    double leftBefore = 1.0 - (double) (epoch - 1) / totalIters;
    return rate * StrictMath.pow(left / leftBefore, power);
  }
}
