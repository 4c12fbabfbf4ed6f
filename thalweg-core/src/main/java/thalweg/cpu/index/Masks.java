package thalweg.cpu.index;

/// Choices without a branch: where data decide, a processor guesses a branch wrong half of the time, at some 5 ns
/// each.
public final class Masks {
  private Masks() {}

  /// `dropped ? 0 : x`.
  public static double zeroIf(boolean dropped, double x) {
    long kept = dropped ? 0L : -1L;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & kept);
  }

  /// `dropped ? 0 : x`.
  public static float zeroIf(boolean dropped, float x) {
    int kept = dropped ? 0 : -1;
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) & kept);
  }

  /// 0 for a number below zero, for others −1 or less; NaN for NaN. The larger of this and `x` is `max(x, 0)`, of
  /// −0 too, which stays −0; and unlike a comparison it is vectorised.
  public static double zeroBelow(double x) {
    return -1 - Math.signum(x);
  }

  /// As [#zeroBelow(double)].
  public static float zeroBelow(float x) {
    return -1 - Math.signum(x);
  }
}
