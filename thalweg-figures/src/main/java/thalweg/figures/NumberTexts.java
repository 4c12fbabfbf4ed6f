package thalweg.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes the numbers at ticks, as matplotlib's `ScalarFormatter` does: with as many digits as tell them
/// apart; where they are far from zero or of many digits, what they share is written once.
final class NumberTexts {

  /// Numbers from 1e-4 to below 1e6 are written out.
  private static final int SMALLEST = -5;

  private static final int LARGEST = 6;

  private NumberTexts() {}

  static Ticks of(Values places, Limits limits) {
    double offset = offset(places);
    int order = order(places, limits, offset);
    // In two steps: ten to the power may be too small a number to divide by.
    var shown = places.map(v -> scaled(v - offset, -order));
    double size = places.stream().map(Math::abs).max().orElse(0);
    int digits = digits(shown, limits, order, scaled(Math.ulp(size), -order));
    return new Ticks(places, shown.stream().mapToObj(v -> fixed(v, digits)).toList(),
        shared(offset, order), Values.of());
  }

  /// A number on a logarithmic axis: `$10^{3}$`, `$2×10^{3}$`.
  static String power(double number) {
    int order = (int) Math.floor(Math.log10(number) + 1e-9);
    var factor = BigDecimal.valueOf(scaled(number, -order)).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return factor.compareTo(BigDecimal.ONE) == 0 ? "$10^{%d}$".formatted(order)
        : "$%s\\times10^{%d}$".formatted(factor.toPlainString(), order);
  }

  /// What all numbers share in four digits or more: 12340 of 12341, 12342 and 12343.
  private static double offset(Values places) {
    var ends = places.stream().summaryStatistics();
    if (places.size() < 2 || ends.getMin() == ends.getMax() || ends.getMin() <= 0 && ends.getMax() >= 0) {
      return 0;
    }
    double small = Math.min(Math.abs(ends.getMin()), Math.abs(ends.getMax()));
    double large = Math.max(Math.abs(ends.getMin()), Math.abs(ends.getMax()));
    int order = (int) Math.ceil(Math.log10(large));
    while (digitsAbove(small, order) == digitsAbove(large, order)) {
      order--;
    }
    order++;
    if (scaled(large - small, -order) <= 1e-2) { // as 0.9999 and 1.0001, which share no digit
      order = (int) Math.ceil(Math.log10(large));
      while (digitsAbove(large, order) - digitsAbove(small, order) <= 1) {
        order--;
      }
      order++;
    }
    double shared = digitsAbove(large, order);
    return shared < 1000 ? 0 : Math.copySign(scaled(shared, order), ends.getMin());
  }

  private static double digitsAbove(double number, int order) {
    return Math.floor(scaled(number, -order));
  }

  /// The power of ten that is written once; 0 for none.
  private static int order(Values places, Limits limits, double offset) {
    double largest = offset != 0 ? Math.abs(limits.high() - limits.low())
        : places.stream().map(Math::abs).max().orElse(0);
    int order = largest == 0 ? 0 : (int) Math.floor(Math.log10(largest));
    return order <= SMALLEST || order >= LARGEST ? order : 0;
  }

  /// How many digits after the point tell the numbers apart and miss none by a thousandth of their range.
  ///
  /// @param step from a place to the nearest number beside it; what is smaller is rounding
  private static int digits(Values shown, Limits limits, int order, double step) {
    var ends = shown.stream().summaryStatistics();
    double range = ends.getMax() - ends.getMin();
    if (shown.size() < 2) {
      range = scaled(Math.abs(limits.high() / 2 - limits.low() / 2) * 2, -order);
    }
    if (!(range > 0) || Double.isInfinite(range)) {
      range = shown.stream().map(Math::abs).max().orElse(1);
    }
    if (!(range > 0)) {
      return 0;
    }
    int magnitude = (int) Math.floor(Math.log10(range));
    double slack = Math.max(1e-3 * Math.pow(10, magnitude), step);
    int digits = Math.max(0, 3 - magnitude);
    while (digits > 0 && misses(shown, digits - 1) < slack) {
      digits--;
    }
    return digits;
  }

  private static double misses(Values shown, int digits) {
    return shown.stream().map(v -> Math.abs(v - rounded(v, digits).doubleValue())).max().orElse(0);
  }

  private static BigDecimal rounded(double number, int digits) {
    return new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN);
  }

  private static String fixed(double number, int digits) {
    if (!Double.isFinite(number)) {
      return "";
    }
    var text = rounded(number, digits).abs().toPlainString();
    return number < 0 && rounded(number, digits).signum() != 0 ? "−" + text : text;
  }

  private static String shared(double offset, int order) {
    var power = order == 0 ? "" : "1e" + String.valueOf(order).replace('-', '−');
    if (offset == 0) {
      return power;
    }
    // All its digits, where matplotlib writes eleven: cut off, it would say another place.
    var digits = BigDecimal.valueOf(Math.abs(offset)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    return power + (offset < 0 ? "−" : "+") + digits.movePointLeft(exponent).toPlainString()
        + (exponent == 0 ? "" : "e" + String.valueOf(exponent).replace('-', '−'));
  }

  /// `number` times ten to `exponent`, without an overflow on the way.
  private static double scaled(double number, int exponent) {
    if (number == 0 || !Double.isFinite(number) || exponent == 0) {
      return number;
    }
    return new BigDecimal(number).scaleByPowerOfTen(exponent).doubleValue();
  }
}
