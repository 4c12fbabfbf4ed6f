package thalweg.tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as Python formats them: from the exact binary value, halves to even. (`String.format` rounds
/// 0.125 to 0.13, Python to 0.12.)
public final class Numbers {
  /// The powers of ten that a double holds exactly.
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private static final long UNCLEAR = Long.MIN_VALUE;

  private Numbers() {}

  /// As `f"{value:.{digits}f}"`, for instance `8587.69`.
  public static String fixed(double value, int digits) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    long scaled = scaled(value, digits);
    if (scaled == UNCLEAR) {
      String text = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).abs().toPlainString();
      return sign(value) + text;
    }
    String text = Long.toString(Math.abs(scaled));
    text = "0".repeat(Math.max(0, digits + 1 - text.length())) + text;
    return sign(value) + withPoint(text, text.length() - digits);
  }

  /// As `f"{value:.{digits}e}"`, for instance `1.2345e-07`.
  public static String scientific(double value, int digits) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    Decimal decimal = Decimal.of(value, digits + 1);
    return sign(value) + decimal.scientific(digits + 1);
  }

  /// As `repr(value)`: the fewest digits that give `value` back, for instance `0.0001`, `1e-05`, `30.0`.
  public static String shortest(double value) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    Decimal decimal = Decimal.shortest(value);
    if (decimal.exponent < -4 || decimal.exponent >= 16) {
      return sign(value) + decimal.scientific(1);
    }
    String text = decimal.plain();
    return sign(value) + (text.contains(".") ? text : text + ".0");
  }

  /// As `f"{value:.{digits}g}"`: rounded to so many significant digits, for instance `0.008238`.
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : special(value);
    }
    Decimal decimal = Decimal.of(value, digits);
    boolean isPlain = decimal.exponent >= -4 && decimal.exponent < digits;
    return sign(value) + (isPlain ? decimal.plain() : decimal.scientific(1));
  }

  /// `d.ddd · 10^exponent` by its digits, of which the last is not 0 unless it is the only one.
  private record Decimal(String digits, int exponent) {
    /// `|value|` to so many significant digits.
    static Decimal of(double value, int digits) {
      if (value == 0) {
        return new Decimal("0", 0);
      }
      int places = digits - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
      long scaled = Math.abs(scaled(value, places));
      if (scaled >= POWERS[digits - 1] && scaled <= POWERS[digits]) {
        return of(Long.toString(scaled), places);
      }
      var exact = new BigDecimal(value).abs().round(new MathContext(digits, RoundingMode.HALF_EVEN));
      return of(exact.unscaledValue().toString(), exact.scale());
    }

    /// The whole number `digits` divided by `10^places`.
    private static Decimal of(String digits, int places) {
      int end = digits.length();
      while (end > 1 && digits.charAt(end - 1) == '0') {
        end--;
      }
      return new Decimal(digits.substring(0, end), digits.length() - 1 - places);
    }

    /// The digits of [Double#toString(double)], which writes `0.001` and `1.0E-4`.
    static Decimal shortest(double value) {
      if (value == 0) {
        return new Decimal("0", 0);
      }
      String text = Double.toString(Math.abs(value));
      int e = text.indexOf('E');
      int power = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
      String number = e < 0 ? text : text.substring(0, e);
      int point = number.indexOf('.');
      String digits = number.substring(0, point) + number.substring(point + 1);
      int zeros = 0;
      while (digits.charAt(zeros) == '0') {
        zeros++;
      }
      return of(digits.substring(zeros), number.length() - 1 - point - power);
    }

    String plain() {
      if (exponent < 0) {
        return "0." + "0".repeat(-exponent - 1) + digits;
      }
      return withPoint(digits + "0".repeat(Math.max(0, exponent + 1 - digits.length())), exponent + 1);
    }

    String scientific(int leastDigits) {
      String mantissa = withPoint(digits + "0".repeat(Math.max(0, leastDigits - digits.length())), 1);
      int size = Math.abs(exponent);
      return mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }
  }

  /// The number of a thing as its letters: 0 is `a`, 25 `z`, 26 `aa`.
  public static String letters(int number) {
    String last = Character.toString('a' + number % 26);
    return number < 26 ? last : letters(number / 26 - 1) + last;
  }

  /// `value·10^digits` as the nearest whole number, or [#UNCLEAR] where it is large, or so near the middle of two that
  /// only its exact digits can tell. Most numbers are neither, and are written many times as fast without a
  /// [BigDecimal], whose class alone takes 15 ms to start.
  private static long scaled(double value, int digits) {
    if (digits < 0 || digits >= POWERS.length) {
      return UNCLEAR;
    }
    double product = value * POWERS[digits];
    double nearest = Math.rint(product);
    double rest = product - nearest + Math.fma(value, POWERS[digits], -product); // exact to 2⁻⁵³
    return Math.abs(product) < 1L << 52 && Math.abs(rest) < 0.5 - 1e-9 ? (long) nearest : UNCLEAR;
  }

  private static String withPoint(String digits, int at) {
    return at == digits.length() ? digits : digits.substring(0, at) + "." + digits.substring(at);
  }

  private static String sign(double value) {
    return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }
}
