package thalweg.kernel;

/// Choices without a branch: where data decide, a processor guesses a branch wrong half of the time, at some 5 ns
/// each.
public final class Masks {
  private Masks() {}

  /// `dropped ? 0 : x`.
  public static double zeroIf(boolean dropped, double x) {
    long kept = dropped ? 0L : -1L;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & kept);
  }
}
