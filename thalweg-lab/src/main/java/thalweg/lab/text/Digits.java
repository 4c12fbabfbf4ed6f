package thalweg.lab.text;

import thalweg.tensor.Numbers;

/// Numbers as a reader wants them.
public final class Digits {
  private Digits() {}

  /// So many digits after the point, as [Numbers#fixed], but zero without a sign: what rounds to it from below is not
  /// `-0.0000`.
  public static String fixed(double value, int digits) {
    String text = Numbers.fixed(value, digits);
    return text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9') && Double.isFinite(value)
        ? text.substring(1)
        : text;
  }
}
