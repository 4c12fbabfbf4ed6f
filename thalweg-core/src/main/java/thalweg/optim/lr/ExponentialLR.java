package thalweg.optim.lr;

import thalweg.optim.Optimizer;

/// Every epoch the rate is multiplied by `gamma`: PyTorch's `ExponentialLR`.
public final class ExponentialLR extends EpochScheduler {
  private final double gamma;

  /// A geometric schedule.
  public ExponentialLR(Optimizer<?> optimizer, double gamma) {
    super(optimizer);
    this.gamma = gamma;
    begin();
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    return epoch == 0 ? rate : rate * gamma;
  }
}
