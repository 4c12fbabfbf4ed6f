package thalweg.cpu.math;

import static java.lang.Math.abs;
import static java.lang.Math.copySign;
import static thalweg.cpu.math.Exponentials.OVERFLOW;
import static thalweg.cpu.math.Exponentials.quarterExpm1;
import static thalweg.cpu.math.Polynomials.unlessTiny;

/// `sinh`, `cosh` and `tanh` from `e^|x|` and `e^|x| - 1`, scaled so that nothing overflows too early.
public final class Hyperbolics {
  private Hyperbolics() {}

  /// `m + m / (2m + 1)` with `m = (e^|x| - 1) / 2`, in terms of `q = m / 2`. Worst error seen:
  /// 1.87 ulp.
  public static double sinh(double x) {
    double q = quarterExpm1(abs(x));
    return unlessTiny(x, copySign(2 * q + q / (2 * q + 0.5), x));
  }

  /// `h + 1 / (4h)` with `h = e^|x| / 2`. Worst error seen: 1.21 ulp.
  public static double cosh(double x) {
    double size = abs(x);
    double h = Exponentials.exp(size > OVERFLOW ? OVERFLOW : size, 0, 0.5);
    return h + 0.25 / h;
  }

  /// `m / (m + 1)` with `m = (e^2|x| - 1) / 2`, in terms of `q = m / 2`. Worst error seen: 2.23 ulp.
  public static double tanh(double x) {
    double q = quarterExpm1(2 * abs(x));
    return unlessTiny(x, copySign(q / (q + 0.5), x));
  }
}
