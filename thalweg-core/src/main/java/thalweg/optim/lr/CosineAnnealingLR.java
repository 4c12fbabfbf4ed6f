package thalweg.optim.lr;

import thalweg.optim.Optimizer;

/// Half a wave of the cosine, from the rate down to `etaMin` in `tMax` epochs, and up again: PyTorch's
/// `CosineAnnealingLR` (Loshchilov and Hutter 2017, without restarts).
///
/// As in PyTorch each rate is computed from the one before, so that other schedulers can change it meanwhile.
public final class CosineAnnealingLR extends EpochScheduler {
  private final int tMax;
  private final double etaMin;

  /// Down to 0.
  public CosineAnnealingLR(Optimizer<?> optimizer, int tMax) {
    this(optimizer, tMax, 0);
  }

  /// Down to `etaMin`.
  ///
  /// @throws IllegalArgumentException for a `tMax` below 1
  public CosineAnnealingLR(Optimizer<?> optimizer, int tMax, double etaMin) {
    super(optimizer);
    Require.atLeast("CosineAnnealingLR", "tMax", tMax, 1);
    this.tMax = tMax;
    this.etaMin = etaMin;
    begin();
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    if (epoch == 0) {
      return rate;
    }
    if (Math.floorMod(epoch - 1 - tMax, 2 * tMax) == 0) { // from the lowest point a ratio leads nowhere
      return rate + (base - etaMin) * (1 - StrictMath.cos(Math.PI / tMax)) / 2;
    }
    return height(epoch) / height(epoch - 1) * (rate - etaMin) + etaMin;
  }

  private double height(int epoch) {
    return 1 + StrictMath.cos(Math.PI * epoch / tMax);
  }

  @Override
  protected double restartedRate(int group, double rate, double base) {
    return etaMin + (base - etaMin) * height(0) / 2;
  }
}
