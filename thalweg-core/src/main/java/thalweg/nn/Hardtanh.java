package thalweg.nn;

/// `min(max(x, lower), upper)`: PyTorch's `nn.Hardtanh`.
public final class Hardtanh extends Activation {
  /// Between −1 and 1.
  public Hardtanh() {
    this(-1, 1);
  }

  /// Between these bounds.
  ///
  /// @throws IllegalArgumentException if `minVal` is not below `maxVal`
  public Hardtanh(double minVal, double maxVal) {
    super(
        "Hardtanh(" + named("min_val", minVal) + ", " + named("max_val", maxVal) + ")",
        x -> x.hardtanh(minVal, maxVal));
    if (!(minVal < maxVal)) {
      throw new IllegalArgumentException(
          "Hardtanh: min_val %s must be below max_val %s".formatted(minVal, maxVal));
    }
  }
}
