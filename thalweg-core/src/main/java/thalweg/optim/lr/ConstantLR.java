package thalweg.optim.lr;

import thalweg.optim.Optimizer;

/// The rate times `factor`, and from epoch `totalIters` on the whole rate: PyTorch's `ConstantLR`.
public final class ConstantLR extends EpochScheduler {
  private final double factor;
  private final int totalIters;

  /// A third of the rate for five epochs.
  public ConstantLR(Optimizer<?> optimizer) {
    this(optimizer, 1.0 / 3, 5);
  }

  /// A part of the rate for some epochs.
  ///
  /// @throws IllegalArgumentException unless `0 < factor ≤ 1`; a rate of 0 could not grow again
  public ConstantLR(Optimizer<?> optimizer, double factor, int totalIters) {
    super(optimizer);
    Require.share("ConstantLR", "factor", factor);
    this.factor = factor;
    this.totalIters = totalIters;
    begin();
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    if (epoch == 0) {
      return rate * factor;
    }
    return epoch == totalIters ? rate * (1 / factor) : rate;
  }
}
