package thalweg.lab.lesson;

/// The finite numbers between two bounds; a bound that is infinite does not bound.
///
/// @param low     the lower bound
/// @param lowIn   true if the lower bound itself is allowed
/// @param high    the upper bound
/// @param highIn  true if the upper bound itself is allowed
public record Range(double low, boolean lowIn, double high, boolean highIn) {
  /// Every finite number.
  public static final Range ANY =
      new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

  /// `value > 0`.
  public static final Range POSITIVE = above(0);

  /// `value ≥ 0`.
  public static final Range NOT_NEGATIVE = atLeast(0);

  /// `value > low`.
  public static Range above(double low) {
    return new Range(low, false, Double.POSITIVE_INFINITY, false);
  }

  /// `value ≥ low`.
  public static Range atLeast(double low) {
    return new Range(low, true, Double.POSITIVE_INFINITY, false);
  }

  /// `low ≤ value ≤ high`.
  public static Range between(double low, double high) {
    return new Range(low, true, high, true);
  }

  /// True if `value` is finite and within the bounds.
  public boolean contains(double value) {
    return Double.isFinite(value)
        && (lowIn ? value >= low : value > low)
        && (highIn ? value <= high : value < high);
  }

  /// In words: `greater than 0`, `from 1 to 1000000`, `any number`.
  @Override
  public String toString() {
    boolean below = Double.isInfinite(low);
    boolean above = Double.isInfinite(high);
    if (below && above) {
      return "any number";
    }
    if (lowIn && highIn) {
      return "from " + plain(low) + " to " + plain(high);
    }
    String lower = below ? "" : (lowIn ? "at least " : "greater than ") + plain(low);
    String upper = above ? "" : (highIn ? "at most " : "less than ") + plain(high);
    return lower + (below || above ? "" : " and ") + upper;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
