package thalweg.cpu.math;

import static java.lang.Math.abs;
import static java.lang.Math.copySign;
import static java.lang.Math.fma;
import static java.lang.Math.sqrt;
import static thalweg.cpu.math.Polynomials.polynomial;

/// `asin`, `acos`, `atan` and `atan2`.
public final class InverseTrigonometry {
  static final double HALF_PI = Trigonometry.PI / 2;
  static final double HALF_PI_LOW = Trigonometry.PI_2 / 2;
  static final double PI = Trigonometry.PI;
  static final double PI_LOW = Trigonometry.PI_2;

  /// `tan(π/8)` and `tan(3π/8)`.
  static final double TAN_EIGHTH = 0.41421356237309503;

  static final double TAN_THREE_EIGHTHS = 2.414213562373095;

  /// `(atan(t) / t - 1) / t²` in `t²`, for `t` to `tan(π/8)`; relative error of the function 2^-58.
  static final double[] ATAN = {
    -0.3333333333333333,
    0.19999999999999804,
    -0.14285714285659779,
    0.11111111105150588,
    -0.09090908753259112,
    0.07692296368042296,
    -0.0666642476020052,
    0.05878927554473807,
    -0.05230443640686948,
    0.045515447340221615,
    -0.03456931506332609,
    0.016284375050043393,
  };

  /// `(asin(x) / x - 1) / x²` in `x²`, for `x` to 1/2; relative error of the function 2^-58.
  static final double[] ASIN = {
    0.16666666666666666,
    0.07500000000000001,
    0.04464285714285491,
    0.03038194444474315,
    0.022372159069960183,
    0.017352765309284954,
    0.013964819214172544,
    0.011552268573915126,
    0.009755275316163535,
    0.008452406065746546,
    0.006869444870499221,
    0.00874110307727393,
    -0.0027168811083041495,
    0.026492027340877928,
    -0.029288652492291928,
    0.03207412686712179,
  };

  private InverseTrigonometry() {}

  /// `x + x³ P(x²)` to 1/2, and `π/2 - 2 asin √((1 - x) / 2)` beyond. Worst error seen: 1.58 ulp.
  public static double asin(double x) {
    double size = abs(x);
    boolean small = size <= 0.5;
    double square = small ? x * x : fma(size, -0.5, 0.5);
    double root = small ? size : sqrt(square);
    double rest = root * square * polynomial(square, ASIN);
    double asin = small ? root + rest : HALF_PI - 2 * (root + (rest - 0.5 * HALF_PI_LOW));
    return copySign(asin, x);
  }

  /// `π/2 - asin x` to 1/2, `2 asin √((1 - x) / 2)` beyond, and `π` less that of `-x` below -1/2.
  /// Worst error seen: 1.09 ulp.
  public static double acos(double x) {
    double size = abs(x);
    boolean small = size <= 0.5;
    double square = small ? x * x : fma(size, -0.5, 0.5);
    double root = small ? x : sqrt(square);
    double rest = root * square * polynomial(square, ASIN);
    double middle = HALF_PI - (root + (rest - HALF_PI_LOW));
    double beyond = 2 * (root + rest);
    double below = PI - 2 * (root + (rest - 0.5 * PI_LOW));
    return small ? middle : x < 0 ? below : beyond;
  }

  /// The arc tangent. Worst error seen: 1.75 ulp.
  public static double atan(double x) {
    return copySign(angle(abs(x), false), x);
  }

  /// The angle of the point `(x, y)`, from `-π` to `π`, the signs of zeros and infinities counting.
  /// Worst error seen: 2.1 ulp.
  public static double atan2(double y, double x) {
    double height = abs(y);
    double width = abs(x);
    boolean alike = height == width && (width == 0 || width == Double.POSITIVE_INFINITY);
    double slope = alike ? (width == 0 ? 0 : 1) : height / width;
    return copySign(angle(slope, Double.doubleToRawLongBits(x) < 0), y);
  }

  /// `a + atan((t - tan a) / (1 + t tan a))` with `a` one of 0, `π/4`, `π/2`, whichever is nearest; on the
  /// left, `π` less that.
  private static double angle(double t, boolean left) {
    boolean middle = t > TAN_EIGHTH;
    boolean steep = t > TAN_THREE_EIGHTHS;
    double above = steep ? -1 : middle ? t - 1 : t;
    double below = steep ? t : middle ? t + 1 : 1;
    double quarters = steep ? 1 : middle ? 0.5 : 0;
    double a = left ? 2 - quarters : quarters;
    double z = (left ? -above : above) / below;
    double square = z * z;
    double rest = fma(z * square, polynomial(square, ATAN), a * HALF_PI_LOW);
    return fma(a, HALF_PI, z + rest);
  }
}
