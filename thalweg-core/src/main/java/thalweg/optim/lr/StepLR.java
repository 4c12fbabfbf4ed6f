package thalweg.optim.lr;

import thalweg.optim.Optimizer;

/// Every `stepSize` epochs the rate is multiplied by `gamma`: PyTorch's `StepLR`.
///
/// ```java
/// var sgd = new SGD(new Linear(2, 1).parameters(), 0.8);
/// var scheduler = new StepLR(sgd, 30);
/// IO.println(scheduler.lastLr());  // [0.8]
/// ```
public final class StepLR extends EpochScheduler {
  private final int stepSize;
  private final double gamma;

  /// With `gamma` 0.1.
  public StepLR(Optimizer<?> optimizer, int stepSize) {
    this(optimizer, stepSize, 0.1);
  }

  /// A schedule of steps.
  ///
  /// @throws IllegalArgumentException for a `stepSize` below 1
  public StepLR(Optimizer<?> optimizer, int stepSize, double gamma) {
    super(optimizer);
    Require.atLeast("StepLR", "stepSize", stepSize, 1);
    this.stepSize = stepSize;
    this.gamma = gamma;
    begin();
  }

  @Override
  protected double rate(int epoch, int group, double rate, double base) {
    return epoch == 0 || epoch % stepSize != 0 ? rate : rate * gamma;
  }
}
