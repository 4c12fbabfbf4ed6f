package thalweg.kernel;

import static java.lang.Math.abs;
import static java.lang.Math.fma;
import static thalweg.kernel.Polynomials.ROUNDER;
import static thalweg.kernel.Polynomials.polynomial;
import static thalweg.kernel.Polynomials.quotient;
import static thalweg.kernel.Polynomials.unlessTiny;

/// `sin`, `cos` and `tan`.
///
/// `x = q π/2 + r` with `|r| ≤ π/4`, `r` in two doubles. Below [#CODY_WAITE] three doubles of `π/2` are
/// taken off; beyond, [ReducedAngle] multiplies by as many bits of `2/π` as it takes.
/// Then `sin r = r + r³ S(r²)` and `cos r = 1 - r²/2 + r⁴ C(r²)`, `S` and `C` of degree 6 (relative error
/// 2^-57 and 2^-59).
final class Trigonometry {
  /// The bound of the short reduction; beyond it lanes are rare enough to go one by one.
  static final double CODY_WAITE = 0x1p30;

  static final double TWO_OVER_PI = 0.6366197723675814;

  /// `π/2` is the sum of these three.
  static final double HALF_PI = 1.5707963267948966;

  static final double HALF_PI_2 = 6.123233995736766e-17;
  static final double HALF_PI_3 = -1.4973849048591698e-33;

  /// `(sin(r) / r - 1) / r²` in `r²`.
  static final double[] SIN = {
    -0.16666666666666666,
    0.008333333333333333,
    -0.00019841269841269839,
    2.75573192239811e-06,
    -2.5052108382388815e-08,
    1.605904278076985e-10,
    -7.646961311710078e-13,
    2.791242229090309e-15,
  };

  /// `(cos r - 1 + r²/2) / r⁴` in `r²`.
  static final double[] COS = {
    0.041666666666666664,
    -0.001388888888888889,
    2.4801587301587298e-05,
    -2.7557319223983495e-07,
    2.0876756986340885e-09,
    -1.1470745069454793e-11,
    4.7793760797086676e-14,
    -1.5518099807986987e-16,
  };

  private Trigonometry() {}

  /// The sine of `x` radians.
  static double sin(double x) {
    ReducedAngle angle = ReducedAngle.of(x);
    return unlessTiny(x, wave(angle.quadrant(), angle.r(), angle.rLow()));
  }

  /// The cosine of `x` radians: the sine a quadrant further.
  static double cos(double x) {
    ReducedAngle angle = ReducedAngle.of(x);
    return wave(angle.quadrant() + 1, angle.r(), angle.rLow());
  }

  /// The tangent of `x` radians: `sin r / cos r`, or `-cos r / sin r` in odd quadrants.
  static double tan(double x) {
    ReducedAngle angle = ReducedAngle.of(x);
    double r = angle.r();
    double sinRest = sinRest(r, angle.rLow());
    double sin = r + sinRest;
    double sinLow = (r - sin) + sinRest;
    double cosLead = fma(r, -0.5 * r, 1);
    double cosRest = cosRest(r, angle.rLow(), cosLead);
    double cos = cosLead + cosRest;
    double cosLow = (cosLead - cos) + cosRest;
    boolean odd = (angle.quadrant() & 1) != 0;
    double tan = odd ? quotient(-cos, -cosLow, sin, sinLow) : quotient(sin, sinLow, cos, cosLow);
    return unlessTiny(x, tan);
  }

  /// `sin(q π/2 + r + rLow)`.
  private static double wave(long quadrant, double r, double rLow) {
    double sin = r + sinRest(r, rLow);
    double cosLead = fma(r, -0.5 * r, 1);
    double cos = cosLead + cosRest(r, rLow, cosLead);
    double value = (quadrant & 1) != 0 ? cos : sin;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ ((quadrant & 2) << 62));
  }

  /// `sin(r + rLow) - r`, where `cos r` beside `rLow` may be `1 - r²/2`.
  private static double sinRest(double r, double rLow) {
    double z = r * r;
    return fma(r * z, polynomial(z, SIN), rLow * fma(z, -0.5, 1));
  }

  /// `cos(r + rLow) - lead`, where `lead` is `1 - r²/2`, rounded.
  private static double cosRest(double r, double rLow, double lead) {
    double z = r * r;
    return fma(z * z, polynomial(z, COS), fma(-r, rLow, fma(r, -0.5 * r, 1 - lead)));
  }
}
