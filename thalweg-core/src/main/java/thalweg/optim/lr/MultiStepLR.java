package thalweg.optim.lr;

import java.util.Collections;
import java.util.List;
import thalweg.optim.Optimizer;

/// At each milestone, an epoch, the rate is multiplied by `gamma`: PyTorch's `MultiStepLR`. A milestone that is given
/// twice counts twice.
public final class MultiStepLR extends EpochScheduler {
  private final List<Integer> milestones;
  private final double gamma;

  /// With `gamma` 0.1.
  public MultiStepLR(Optimizer<?> optimizer, List<Integer> milestones) {
    this(optimizer, milestones, 0.1);
  }

  /// A schedule of steps.
  public MultiStepLR(Optimizer<?> optimizer, List<Integer> milestones, double gamma) {
    super(optimizer);
    this.milestones = List.copyOf(milestones);
    this.gamma = gamma;
    begin();
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    int times = Collections.frequency(milestones, epoch);
    return times == 0 ? rate : rate * StrictMath.pow(gamma, times);
  }
}
