package thalweg.cpu.math;

import static java.lang.Math.fma;
import static thalweg.cpu.math.Polynomials.polynomial;
import static thalweg.cpu.math.Polynomials.quotient;
import static thalweg.cpu.math.Polynomials.unlessTiny;

/// `sin`, `cos` and `tan`.
///
/// `x = k π + r` with `|r| ≤ π/2`, `r` in two doubles (see [ReducedAngle]), so that one polynomial serves:
/// `sin x = ± sin r`, `sin r = r + r³ P(r²)` with `P` of degree 7 (relative error 2^-59); the cosine is the
/// sine half a turn of `k` later.
public final class Trigonometry {
  /// The bound of the short reduction; beyond it lanes are rare enough to go one by one.
  static final double CODY_WAITE = 0x1p30;

  static final double ONE_OVER_PI = 0.3183098861837907;

  /// `π` is the sum of these three.
  static final double PI = 3.141592653589793;

  static final double PI_2 = 1.2246467991473532e-16;
  static final double PI_3 = -2.9947698097183397e-33;

  /// What `k` is late by in the cosine.
  static final double COSINE = 0.5;

  /// `(sin(r) / r - 1) / r²` in `r²`; the other coefficients are fitted to the first two as rounded.
  static final double[] SIN = {
    -0.16666666666666666,
    0.008333333333333231,
    -0.00019841269841225747,
    2.755731921424954e-06,
    -2.505210716916213e-08,
    1.6058954792883482e-10,
    -7.643383903903749e-13,
    2.7252784630094214e-15,
  };

  private Trigonometry() {}

  /// The sine of `x` radians. Worst error seen: 2.4 ulp.
  public static double sin(double x) {
    ReducedAngle angle = ReducedAngle.of(x, 0);
    return unlessTiny(x, angle.sign() * (angle.r() + rest(angle)));
  }

  /// The cosine of `x` radians. Worst error seen: 2.2 ulp.
  public static double cos(double x) {
    ReducedAngle angle = ReducedAngle.of(x, COSINE);
    return angle.sign() * (angle.r() + rest(angle));
  }

  /// The tangent of `x` radians: the sine by the cosine, in two doubles each. Worst error seen:
  /// 2.5 ulp.
  public static double tan(double x) {
    ReducedAngle sine = ReducedAngle.of(x, 0);
    ReducedAngle cosine = ReducedAngle.of(x, COSINE);
    double sin = sine.r() + rest(sine);
    double sinLow = (sine.r() - sin) + rest(sine);
    double cos = cosine.r() + rest(cosine);
    double cosLow = (cosine.r() - cos) + rest(cosine);
    return unlessTiny(x, sine.sign() * cosine.sign() * quotient(sin, sinLow, cos, cosLow));
  }

  /// `sin(r + rLow) - r`, where `cos r` beside `rLow` may be `1 - r²/2`: where it may not, `rLow` is lost.
  private static double rest(ReducedAngle angle) {
    double r = angle.r();
    double z = r * r;
    return fma(r * z, polynomial(z, SIN), angle.rLow() * fma(z, -0.5, 1));
  }
}
