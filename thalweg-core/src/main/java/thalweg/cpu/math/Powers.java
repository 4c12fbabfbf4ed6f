package thalweg.cpu.math;

import static java.lang.Math.abs;
import static java.lang.Math.fma;
import static java.lang.Math.rint;
import static thalweg.cpu.math.Exponentials.LN2_HIGH;
import static thalweg.cpu.math.Exponentials.LN2_LOW;
import static thalweg.cpu.math.Exponentials.OVERFLOW;
import static thalweg.cpu.math.Exponentials.UNDERFLOW;
import static thalweg.cpu.math.Polynomials.polynomial;

/// `pow`, `sqrt` and `rsqrt`.
public final class Powers {
  /// `(atanh(s) / s - 1 - s²/3) / s⁴` in `s²`.
  static final double[] ATANH = {
    0.2,
    0.14285714285714682,
    0.11111111110827943,
    0.09090909167696401,
    0.07692297481259214,
    0.06667402346923759,
    0.05853118169743244,
    0.05861589311959638,
  };

  static final double THIRD = 0.3333333333333333;
  static final double THIRD_LOW = 1.850371707708594e-17;

  /// The logarithm nearest to zero is 2^-53: no larger exponent makes a difference.
  static final double LARGEST_EXPONENT = 0x1p65;

  private Powers() {}

  /// `√x`, correctly rounded.
  public static double sqrt(double x) {
    return Math.sqrt(x);
  }

  /// `1 / √x`, rounded twice. Worst error seen: 1.48 ulp.
  public static double rsqrt(double x) {
    return 1 / Math.sqrt(x);
  }

  /// `x^y` by the rules of C and IEEE 754: `pow(x, 0)` and `pow(1, y)` are 1 even for NaN, a negative base
  /// takes integer exponents only. Worst error seen: 0.83 ulp.
  public static double pow(double x, double y) {
    boolean integer = rint(y) == y;
    boolean odd = integer && rint(y * 0.5) != y * 0.5;
    double size = abs(x);
    double magnitude = magnitude(size, y);
    if (size == 0 || size == Double.POSITIVE_INFINITY) {
      magnitude = (size == 0) == (y < 0) ? Double.POSITIVE_INFINITY : 0;
    } else if (x < 0 && !integer) {
      magnitude = Double.NaN;
    }
    double signed = odd && Double.doubleToRawLongBits(x) < 0 ? -magnitude : magnitude;
    return y == 0 || x == 1 ? 1 : x != x || y != y ? Double.NaN : signed;
  }

  /// `e^(y log x)` for positive `x`, the logarithm and the product in two doubles each.
  ///
  /// `x = 2^k (1 + f)` and `s = f / (2 + f)` as in [Logarithms]; `log(1 + f) = 2 s (1 + s²/3 + s⁴ P(s²))`
  /// with `P` of degree 7. `s` and the term in `s²/3` carry a second double, so that the relative error
  /// is some 2^-65 and that of the power, whose logarithm is at most 745, a small part of an ulp.
  private static double magnitude(double x, double y) {
    double normal = Logarithms.normal(x);
    double k = Logarithms.exponent(x, normal);
    double f = Logarithms.fraction(normal) - 1;
    double d = 2 + f;
    double s = f / d;
    double sLow = (fma(-s, d, f) - s * ((2 - d) + f)) / d;
    double z = s * s;
    double zLow = fma(s, s, -z) + 2 * s * sLow;
    double third = z * THIRD;
    double thirdLow = fma(z, THIRD, -third) + fma(z, THIRD_LOW, zLow * THIRD);
    double series = fma(z * z, polynomial(z, ATANH), thirdLow);
    double tail = third + series;
    double tailLow = (third - tail) + series;
    double product = s * tail;
    double productLow = fma(s, tail, -product) + fma(s, tailLow, sLow * tail);
    double log = 2 * (s + product);
    double logLow = 2 * (((s - log * 0.5) + product) + (sLow + productLow));
    double whole = k * LN2_HIGH;
    double sum = whole + log;
    double sumLow = ((whole - sum) + log) + fma(k, LN2_LOW, logLow);
    return powerOf(sum + sumLow, (sum - (sum + sumLow)) + sumLow, y);
  }

  /// `e^(y (log + logLow))`.
  private static double powerOf(double log, double logLow, double y) {
    double bounded = y > LARGEST_EXPONENT ? LARGEST_EXPONENT : y < -LARGEST_EXPONENT ? -LARGEST_EXPONENT : y;
    double product = log * bounded;
    double low = fma(log, bounded, -product) + logLow * bounded;
    boolean ordinary = product > UNDERFLOW && product < OVERFLOW;
    return ordinary ? Exponentials.exp(product, low, 1) : Exponentials.exp(product);
  }
}
