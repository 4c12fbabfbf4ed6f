package thalweg.nn;

/// `x` above a threshold, otherwise a fixed value: PyTorch's `nn.Threshold`.
public final class Threshold extends Activation {
  /// `x` where `x > threshold`, otherwise `value`.
  public Threshold(double threshold, double value) {
    super(
        "Threshold(threshold=%s, value=%s)".formatted(plain(threshold), plain(value)),
        x -> x.maskedFill(x.le(threshold), value));
  }
}
