package thalweg.nn;

/// Whether a layer is being trained or used: PyTorch's `training`. A layer starts in training.
///
/// Some layers compute different things in the two: [Dropout] drops, [BatchNorm] measures its batch. A layer
/// of your own that does so holds a `Mode` and gives it back from [Layer#mode]; a record with a component
/// `mode` does so by itself.
public final class Mode {
  private boolean training = true;

  /// In training.
  public Mode() {}

  /// True in training, false in use.
  public boolean isTraining() {
    return training;
  }

  /// Switches to training, or to use.
  public void set(boolean training) {
    this.training = training;
  }

  /// As PyTorch writes it: `training=True`.
  @Override
  public String toString() {
    return training ? "training=True" : "training=False";
  }
}
