package thalweg.optim.lr;

import thalweg.optim.Optimizer;

/// The rate times a factor that goes straight from `startFactor` to `endFactor` in `totalIters` epochs: PyTorch's
/// `LinearLR`, a warm-up.
public final class LinearLR extends EpochScheduler {
  private final double startFactor;
  private final double endFactor;
  private final int totalIters;

  /// From a third to the whole rate in five epochs.
  public LinearLR(Optimizer<?> optimizer) {
    this(optimizer, 1.0 / 3, 1, 5);
  }

  /// A straight line.
  ///
  /// @throws IllegalArgumentException unless `0 < startFactor ≤ 1` and `0 ≤ endFactor ≤ 1`; from a rate of 0 no
  ///     factor leads away
  public LinearLR(
      Optimizer<?> optimizer, double startFactor, double endFactor, int totalIters) {
    super(optimizer);
    Require.share("LinearLR", "startFactor", startFactor);
    Require.within("LinearLR", "endFactor", endFactor, 0, 1);
    this.startFactor = startFactor;
    this.endFactor = endFactor;
    this.totalIters = totalIters;
    begin();
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    if (epoch == 0) {
      return rate * startFactor;
    }
    if (epoch > totalIters) {
      return rate;
    }
    double rise = endFactor - startFactor;
    return rate * (1 + rise / (totalIters * startFactor + (epoch - 1) * rise));
  }
}
