package thalweg.kernel;

import static java.lang.Math.abs;
import static java.lang.Math.copySign;
import static java.lang.Math.fma;
import static thalweg.kernel.Polynomials.polynomial;

/// `erf` and `erfc`.
public final class ErrorFunctions {
  /// Up to here `erf` has its own polynomial; from here `erfc` loses nothing to `1 - erf`.
  static final double NEAR = 0.75;

  /// From here `erfc` is zero.
  static final double FAR = 28;

  static final double SHIFT = 2.5;

  /// The middle of the interval of `w`.
  static final double CENTRE = 0.171875;

  /// `erf(x) / x - 1` in `x²`; relative error of the function 2^-59.
  static final double[] ERF = {
    0.1283791670955126,
    -0.37612638903183754,
    0.11283791670955087,
    -0.026866170645118446,
    0.005223977625222192,
    -0.0008548327001135946,
    0.00012055331545294116,
    -1.4925589383821143e-05,
    1.646038320985815e-06,
    -1.63332293434337e-07,
    1.4413879289095029e-08,
    -9.502840894774706e-10,
  };

  /// `e^(x²) erfc(x) / w` in `w - CENTRE`, `w = 1 / (x + SHIFT)`; relative error 2^-55.
  static final double[] ERFC = {
    0.9493892633544866,
    3.4340894564767575,
    9.63093717451796,
    19.238731668118334,
    20.506382183784407,
    -13.298403851552006,
    -75.90661801565189,
    -27.62562424073072,
    262.21214685234753,
    212.0458066470461,
    -1121.702239874051,
    -894.0541422138537,
    5878.141928516234,
    1780.0067037803467,
    -33812.25886529662,
    18524.38312411312,
    186074.04079753754,
    -323719.0229452767,
    -821226.9193282443,
    2917869.3207681184,
    2046818.6663330789,
    -13854096.813075518,
  };

  private ErrorFunctions() {}

  /// `2/√π ∫ e^(-t²) dt` from 0 to `x`: `x + x P(x²)` near zero, `1 - erfc` further out.
  public static double erf(double x) {
    double size = abs(x);
    double near = fma(size, polynomial(x * x, ERF), size);
    return copySign(size > NEAR ? 1 - tail(size) : near, x);
  }

  /// `1 - erf x`.
  public static double erfc(double x) {
    double size = abs(x);
    double near = 1 - fma(x, polynomial(x * x, ERF), x);
    double tail = tail(size);
    return size > NEAR ? (x < 0 ? 2 - tail : tail) : near;
  }

  /// `erfc x` for `x` above [#NEAR]: `e^(-x²) w Q(w)`, `x²` in two doubles.
  private static double tail(double x) {
    double bounded = x > FAR ? FAR : x;
    double w = 1 / (bounded + SHIFT);
    double square = bounded * bounded;
    double squareLow = fma(bounded, bounded, -square);
    return Exponentials.exp(-square, -squareLow, w * polynomial(w - CENTRE, ERFC));
  }
}
