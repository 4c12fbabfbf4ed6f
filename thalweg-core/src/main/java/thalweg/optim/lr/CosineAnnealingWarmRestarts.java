package thalweg.optim.lr;

import java.util.List;
import java.util.Map;
import thalweg.optim.Optimizer;

/// Half a wave of the cosine from the rate down to `etaMin`, again and again, each `tMult` times as long as the one
/// before: PyTorch's `CosineAnnealingWarmRestarts` (Loshchilov and Hutter 2017).
public final class CosineAnnealingWarmRestarts extends EpochScheduler {
  private final int t0;
  private final int tMult;
  private final double etaMin;
  private long sinceRestart;
  private long length;

  /// Waves of the same length, down to 0.
  public CosineAnnealingWarmRestarts(Optimizer<?> optimizer, int t0) {
    this(optimizer, t0, 1, 0);
  }

  /// Waves.
  ///
  /// @param t0     the length of the first one, in epochs
  /// @param tMult  how many times as long the next one is
  /// @param etaMin the lowest rate
  /// @throws IllegalArgumentException for a `t0` or `tMult` below 1
  public CosineAnnealingWarmRestarts(Optimizer<?> optimizer, int t0, int tMult, double etaMin) {
    super(optimizer);
    Require.atLeast("CosineAnnealingWarmRestarts", "t0", t0, 1);
    Require.atLeast("CosineAnnealingWarmRestarts", "tMult", tMult, 1);
    this.t0 = t0;
    this.tMult = tMult;
    this.etaMin = etaMin;
    begin();
  }

  @Override
  protected void enter(int epoch) {
    if (epoch == 0) {
      sinceRestart = 0;
      length = t0;
    } else if (++sinceRestart >= length) {
      sinceRestart -= length;
      length *= tMult;
    }
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    return etaMin
        + (base - etaMin) * (1 + StrictMath.cos(Math.PI * sinceRestart / length)) / 2;
  }

  @Override
  Map<String, List<Double>> ownState() {
    return Map.of("T_cur", List.of((double) sinceRestart), "T_i", List.of((double) length));
  }

  @Override
  void restoreOwn(SchedulerState saved) {
    sinceRestart = (long) saved.number("T_cur");
    length = (long) saved.number("T_i");
  }
}
