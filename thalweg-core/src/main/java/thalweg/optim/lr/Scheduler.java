package thalweg.optim.lr;

import java.util.List;
import thalweg.optim.Optimizer;
import thalweg.optim.ParameterGroup;

/// Changes the learning rates of an optimiser as time goes by.
///
/// ```java
/// var sgd = new SGD(new Linear(2, 1).parameters(), 0.8);
/// Scheduler halving = new StepLR(sgd, 2, 0.5);
/// for (int epoch = 0; epoch < 4; epoch++) {
///   sgd.step();
///   halving.step();
/// }
/// IO.println(sgd.learningRate());  // 0.2
/// ```
public interface Scheduler {
  /// Whose rates it changes.
  Optimizer<?> optimizer();

  /// Moves on by one epoch.
  void step();

  /// The rates of the groups now: PyTorch's `get_last_lr()`.
  default List<Double> lastLr() {
    return optimizer().paramGroups().stream().map(ParameterGroup::learningRate).toList();
  }

  /// All that is needed to go on from here, beside the arguments and the state of the optimiser.
  SchedulerState stateDict();

  /// Goes on from where `saved` was taken. Load the optimiser's state too, after making this scheduler: making it
  /// sets the first rate.
  ///
  /// @throws IllegalArgumentException naming what does not fit; then nothing is changed
  void loadStateDict(SchedulerState saved);
}
