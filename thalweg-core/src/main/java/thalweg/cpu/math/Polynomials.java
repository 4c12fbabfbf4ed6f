package thalweg.cpu.math;

import static java.lang.Math.abs;
import static java.lang.Math.fma;

/// The few steps that every elementary function is made of, each with one rounding per operation written.
///
/// The functions of this family ([Exponentials], [Logarithms], [Powers], [Hyperbolics], [Trigonometry],
/// [InverseTrigonometry], [ErrorFunctions]) are the specification of Thalweg's transcendentals: they use
/// only operations that IEEE 754 rounds correctly, so every machine gives the same bits. `Math.exp` and
/// its kind promise no such thing. Almost all are written without branches, both sides and a choice, so
/// that the vector classes say the same line by line. A float32 element is computed as
/// `(float) f((double) x)`.
///
/// Coefficients interpolate the function at Chebyshev nodes of the reduced interval (computed with 80
/// digits, then rounded), which is within a factor of two of the best polynomial of that degree.
final class Polynomials {
  /// Adding `1.5 · 2^52` leaves no bit for a fraction, so that the sum is rounded to an integer.
  static final double ROUNDER = 0x1.8p52;

  /// As [#ROUNDER], with the bias of an exponent in its lowest bits.
  static final double EXPONENT_ROUNDER = ROUNDER + 1023;

  /// Below this an odd function with slope one is its argument, which also keeps the sign of zero.
  static final double TINY = 0x1p-54;

  private Polynomials() {}

  /// `c[0] + c[1] x + c[2] x² + …`, the coefficients a multiple of four.
  ///
  /// By Horner's rule in `x⁴`, four coefficients at a time, which do not wait for one another.
  static double polynomial(double x, double[] c) {
    double square = x * x;
    double fourth = square * square;
    double sum = cubic(x, square, c, c.length - 4);
    for (int i = c.length - 8; i >= 0; i -= 4) {
      sum = fma(fourth, sum, cubic(x, square, c, i));
    }
    return sum;
  }

  private static double cubic(double x, double square, double[] c, int i) {
    return fma(square, fma(x, c[i + 3], c[i + 2]), fma(x, c[i + 1], c[i]));
  }

  /// The integer nearest to `x`, for `|x| < 2^51`.
  static double nearest(double x) {
    return (x + ROUNDER) - ROUNDER;
  }

  /// `2^k` for an integer `k` from -1022 to 1023: the sum's low bits are the biased exponent.
  static double powerOfTwo(double k) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(k + EXPONENT_ROUNDER) << 52);
  }

  /// `(n + nLow) / (d + dLow)`, the first quotient corrected by what it leaves over.
  static double quotient(double n, double nLow, double d, double dLow) {
    double q = n / d;
    double rest = fma(-q, d, n) + fma(-q, dLow, nLow);
    return q + rest / d;
  }

  /// `x` itself where it is tiny, else `value` (see [#TINY]).
  static double unlessTiny(double x, double value) {
    return abs(x) < TINY ? x : value;
  }
}
