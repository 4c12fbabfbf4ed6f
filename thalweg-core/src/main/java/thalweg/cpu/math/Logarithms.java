package thalweg.cpu.math;

import static java.lang.Math.fma;
import static thalweg.cpu.math.Exponentials.LN2_HIGH;
import static thalweg.cpu.math.Exponentials.LN2_LOW;
import static thalweg.cpu.math.Polynomials.polynomial;
import static thalweg.cpu.math.Polynomials.powerOfTwo;
import static thalweg.cpu.math.Polynomials.unlessTiny;

/// `log`, `log1p`, `log2` and `log10`.
///
/// All take `x = 2^k (1 + f)` with `1 + f` between `√½` and `√2`, and with `s = f / (2 + f)`
/// `log(1 + f) = 2 atanh s = f - (f²/2 - s (f²/2 + R))`, `R = s² P(s²)` with `P` of degree 7 (relative
/// error 2^-60): `f` is exact and the rest is smaller, so that little is lost. `k ln 2` is added last.
public final class Logarithms {
  /// `2 (atanh(s) / s - 1) / s²` in `s²`.
  static final double[] LOG = {
    0.6666666666666666,
    0.4000000000000088,
    0.2857142857080323,
    0.2222222239180047,
    0.18181795630884753,
    0.15386240205813478,
    0.13268759668560612,
    0.13086767009948175,
  };

  static final double LOG2_E_LOW = 2.0355273740931033e-17;
  static final double LOG10_E = 0.4342944819032518;
  static final double LOG10_E_LOW = 1.098319650216765e-17;

  /// The leading 41 bits of `log10 2`, and the rest.
  static final double LOG10_2_HIGH = 0.30102999566383914;

  static final double LOG10_2_LOW = 1.42050232272661e-13;

  /// The bits of `√½`, and what takes them to those of 1.
  static final long SQRT_HALF = 0x3fe6a09e667f3bcdL;

  static final long SQRT_HALF_TO_ONE = 0x3ff0000000000000L - SQRT_HALF;
  static final long FRACTION = 0x000fffffffffffffL;

  /// An integer below 2^52 with these bits is 2^52 more, as a double.
  static final long INTEGER_BITS = 0x4330000000000000L;

  static final double EXPONENT_BIAS = 0x1p52 + 1023;

  /// Beyond this exponent the 1 of `1 + x` no longer counts.
  static final double ONE_LOST = 64;

  private Logarithms() {}

  /// The natural logarithm. Worst error seen: 0.75 ulp.
  public static double log(double x) {
    double y = normal(x);
    return ordinary(x, natural(exponent(x, y), fraction(y) - 1));
  }

  /// `log(1 + x)`: what rounding the sum `u` loses goes into `f`, which makes `f = x` for small `x`.
  /// Worst error seen: 1.27 ulp.
  public static double log1p(double x) {
    double u = 1 + x;
    double lost = x < 1 ? x - (u - 1) : 1 - (u - x);
    double k = exponent(u, u);
    double scale = powerOfTwo(-(k > ONE_LOST ? ONE_LOST : k));
    return unlessTiny(x, ordinary(u, natural(k, fma(lost, scale, fraction(u) - 1))));
  }

  /// The logarithm to base 2, exact for powers of two. Worst error seen: 0.76 ulp.
  public static double log2(double x) {
    return toBase(x, 1, 0, Exponentials.LOG2_E, LOG2_E_LOW);
  }

  /// The logarithm to base 10, exact for those powers of ten that are doubles. Worst error seen: 0.71 ulp.
  public static double log10(double x) {
    return toBase(x, LOG10_2_HIGH, LOG10_2_LOW, LOG10_E, LOG10_E_LOW);
  }

  /// The logarithm to the base of which `log 2` and `log e` are given in two parts.
  private static double toBase(double x, double two, double twoLow, double e, double eLow) {
    double y = normal(x);
    double k = exponent(x, y);
    double f = fraction(y) - 1;
    double d = deficit(f, 0);
    double lead = f - d;
    double leadLow = (f - lead) - d;
    double product = lead * e;
    double low = fma(lead, e, -product) + fma(leadLow, e, fma(lead, eLow, k * twoLow));
    double whole = k * two;
    double sum = whole + product;
    return ordinary(x, sum + (((whole - sum) + product) + low));
  }

  /// `k ln 2 + log(1 + f)`.
  private static double natural(double k, double f) {
    return fma(k, LN2_HIGH, f - deficit(f, k * LN2_LOW));
  }

  /// `f - log(1 + f) - low`.
  private static double deficit(double f, double low) {
    double s = f / (2 + f);
    double z = s * s;
    double halfSquare = 0.5 * f * f;
    return halfSquare - fma(s, fma(z, polynomial(z, LOG), halfSquare), low);
  }

  /// `x`, or `2^54 x` where `x` is subnormal.
  public static double normal(double x) {
    return x < Double.MIN_NORMAL ? x * 0x1p54 : x;
  }

  /// `k` of `x = 2^k (1 + f)`, where `y` is `normal(x)`.
  public static double exponent(double x, double y) {
    long biased = (Double.doubleToRawLongBits(y) + SQRT_HALF_TO_ONE) >>> 52;
    double k = Double.longBitsToDouble(biased | INTEGER_BITS) - EXPONENT_BIAS;
    return x < Double.MIN_NORMAL ? k - 54 : k;
  }

  /// `1 + f` of a normal `y = 2^k (1 + f)`.
  public static double fraction(double y) {
    long bits = Double.doubleToRawLongBits(y) + SQRT_HALF_TO_ONE;
    return Double.longBitsToDouble((bits & FRACTION) + SQRT_HALF);
  }

  /// `value` where `x` is positive and finite, else what a logarithm is there.
  private static double ordinary(double x, double value) {
    double finite = x < Double.POSITIVE_INFINITY ? value : x;
    return x > 0 ? finite : x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
  }
}
