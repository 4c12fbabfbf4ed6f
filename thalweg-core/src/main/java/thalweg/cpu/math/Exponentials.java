package thalweg.cpu.math;

import static java.lang.Math.abs;
import static java.lang.Math.fma;
import static thalweg.cpu.math.Polynomials.nearest;
import static thalweg.cpu.math.Polynomials.polynomial;
import static thalweg.cpu.math.Polynomials.powerOfTwo;
import static thalweg.cpu.math.Polynomials.unlessTiny;

/// `exp`, `expm1` and `sigmoid`.
///
/// All reduce as Cody and Waite do: `x = k ln 2 + r` with `|r| ≤ ln 2 / 2`, where `ln 2` is split so that
/// `k · LN2_HIGH` is exact, and `e^r - 1 = r + r² P(r)` with `P` of degree 11 (relative error 2^-59).
public final class Exponentials {
  static final double LOG2_E = 0x1.71547652b82fep0;

  /// The leading 41 bits of `ln 2`; its product with an exponent, of 11 bits, is exact.
  static final double LN2_HIGH = 0.693147180559663;

  /// `ln 2 - LN2_HIGH`.
  static final double LN2_LOW = 2.8235290563031577e-13;

  /// From here `e^x / 2` is infinite, and so is `e^x`; a finite bound keeps `k` in the range of exponents.
  static final double OVERFLOW = 710.5;

  /// From here downwards `e^x` is zero.
  static final double UNDERFLOW = -746;

  /// From here downwards `e^x - 1` is -1.
  static final double MINUS_ONE = -40;

  /// `(e^r - 1 - r) / r²`.
  static final double[] EXP = {
    0.5,
    0.16666666666666666,
    0.04166666666666668,
    0.008333333333333333,
    0.0013888888888879073,
    0.00019841269841263298,
    2.4801587336442236e-05,
    2.755731924721873e-06,
    2.75572632790885e-07,
    2.505207109429355e-08,
    2.0918137737642736e-09,
    1.608662795678037e-10,
  };

  private Exponentials() {}

  /// `e^x`. Worst error seen: 0.83 ulp.
  public static double exp(double x) {
    return exp(x > OVERFLOW ? OVERFLOW : x < UNDERFLOW ? UNDERFLOW : x, 0, 1);
  }

  /// `factor · e^(x + low)` for `x` from [#UNDERFLOW] to [#OVERFLOW] and a `low` of some ulps of `x`.
  ///
  /// The factor goes in before the scaling, which is in two steps: so a subnormal result is rounded once.
  /// The second step is `2^half`, and for the odd `k` twice or half of it, by `1 + 3p/4 + p²/4` of -1, 0, 1.
  static double exp(double x, double low, double factor) {
    double k = nearest(x * LOG2_E);
    double half = nearest(k * 0.5);
    double mantissa = fma(factor, reducedExpm1(x, low, k), factor);
    double scale = powerOfTwo(half);
    double parity = fma(half, -2, k);
    return mantissa * scale * (scale * fma(parity, fma(parity, 0.25, 0.75), 1));
  }

  /// `e^x - 1`, without the cancellation near zero. Worst error seen: 1.65 ulp.
  public static double expm1(double x) {
    return unlessTiny(x, 4 * quarterExpm1(x));
  }

  /// `1 / (1 + e^-x)`, from `e^-|x|`, which cannot overflow. Worst error seen: 1.91 ulp.
  public static double sigmoid(double x) {
    double z = exp(-abs(x));
    return (x < 0 ? z : 1) / (1 + z);
  }

  /// `(e^x - 1) / 4`, which stays finite as long as `sinh x` does. Not for subnormal `x`.
  public static double quarterExpm1(double x) {
    double bounded = x > OVERFLOW ? OVERFLOW : x < MINUS_ONE ? MINUS_ONE : x;
    double k = nearest(bounded * LOG2_E);
    double scale = powerOfTwo(k - 2);
    return fma(scale, reducedExpm1(bounded, 0, k), scale - 0.25);
  }

  /// `e^(x + low - k ln 2) - 1`; what rounding `r` loses is added with the small terms.
  private static double reducedExpm1(double x, double low, double k) {
    double high = fma(k, -LN2_HIGH, x);
    double step = fma(k, -LN2_LOW, low);
    double r = high + step;
    double rest = (high - r) + step;
    return r + fma(r * r, polynomial(r, EXP), rest);
  }
}
