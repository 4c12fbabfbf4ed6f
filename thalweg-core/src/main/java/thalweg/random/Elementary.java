package thalweg.random;

/// Logarithm, sine and cosine for Box–Muller: to some 70 bits, then rounded once.
///
/// `Math.log`, `Math.sin`, `Math.cos` may differ by an ulp from one machine to the next, as each JVM puts
/// in what its processor does best; a random stream must not. `StrictMath` is the same everywhere, but up
/// to an ulp wrong. The C library behind PyTorch, NumPy and CPython errs by a little over half an ulp, so
/// the correctly rounded value is its value nearly always, and the normals agree bit for bit. Only exact
/// operations are used here (+, −, ·, /, fma).
final class Elementary {

  private static final DoubleDouble LN_2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
  private static final double SQRT_2 = 1.4142135623730951;

  /// π/2 as a sum of three doubles, so that multiples of it can be taken away without loss.
  private static final double HALF_PI_1 = 0x1.921fb54442d18p0;

  private static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  private static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;

  private static final Series ARTANH =
      new Series(DoubleDouble.ratio(1, 3), DoubleDouble.ratio(1, 5), DoubleDouble.ratio(1, 7), artanhTail());
  private static final Series SINE =
      new Series(
          DoubleDouble.ratio(-1, 6),
          DoubleDouble.ratio(1, 120),
          DoubleDouble.ratio(-1, 5040),
          factorialTail(9));
  private static final Series COSINE =
      new Series(
          DoubleDouble.ratio(-1, 2),
          DoubleDouble.ratio(1, 24),
          DoubleDouble.ratio(-1, 720),
          factorialTail(8));

  private Elementary() {}

  /// The natural logarithm of a positive, finite, normal `x`.
  ///
  /// With x = 2ᵉ·m, √½ ≤ m ≤ √2 and s = (m − 1)/(m + 1): log x = e·log 2 + 2s(1 + s²/3 + s⁴/5 + …).
  static double log(double x) {
    int exponent = Math.getExponent(x);
    double m = Math.scalb(x, -exponent);
    if (m > SQRT_2) {
      m *= 0.5;
      exponent++;
    }
    double f = m - 1;
    DoubleDouble s = new DoubleDouble(f, 0).over(DoubleDouble.sum(2, f));
    DoubleDouble series = ARTANH.at(s.times(s));
    return LN_2.times(exponent).plus(s.times(series).times(2)).rounded();
  }

  /// The sine of 0 ≤ `x` ≤ 7.
  static double sin(double x) {
    return quarter(x, 0);
  }

  /// The cosine of 0 ≤ `x` ≤ 7: the sine a quarter turn on.
  static double cos(double x) {
    return quarter(x, 1);
  }

  private static double quarter(double x, int turn) {
    double k = Math.rint(x * (2 / Math.PI));
    DoubleDouble r = reduced(x, k);
    int quadrant = ((int) k + turn) & 3;
    DoubleDouble z = r.times(r);
    double y = (quadrant & 1) == 0 ? r.times(SINE.at(z)).rounded() : COSINE.at(z).rounded();
    return quadrant < 2 ? y : -y;
  }

  /// x − k·π/2, precise even where x is the double next to a multiple of π/2.
  private static DoubleDouble reduced(double x, double k) {
    DoubleDouble first = DoubleDouble.product(k, HALF_PI_1);
    DoubleDouble second = DoubleDouble.product(k, HALF_PI_2);
    return DoubleDouble.sum(x - first.hi(), -first.lo()).minus(second).plus(-k * HALF_PI_3);
  }

  /// 1 + az + bz² + cz³ + z⁴·tail(z), where the tail is so small that plain doubles do for it.
  ///
  /// The terms are written out, not looped over: a loop that carries a pair of doubles along makes an
  /// object of it at every step, which costs three times the arithmetic.
  private record Series(DoubleDouble a, DoubleDouble b, DoubleDouble c, double[] tail) {

    DoubleDouble at(DoubleDouble z) {
      double t = 0;
      for (int i = tail.length - 1; i >= 0; i--) {
        t = Math.fma(t, z.hi(), tail[i]);
      }
      DoubleDouble sum = z.times(z.times(z.times(z.times(t).plus(c)).plus(b)).plus(a));
      return sum.plus(DoubleDouble.ONE);
    }
  }

  /// 1/9, 1/11, …, 1/31: s² < 0.03, so what follows is below 2⁻⁷⁵ of the whole.
  private static double[] artanhTail() {
    double[] tail = new double[12];
    for (int i = 0; i < tail.length; i++) {
      tail[i] = 1.0 / (9 + 2 * i);
    }
    return tail;
  }

  /// 1/first!, −1/(first + 2)!, 1/(first + 4)!, …: z < 0.62, so eight of them suffice.
  private static double[] factorialTail(int first) {
    double factorial = 1;
    for (int i = 2; i <= first; i++) {
      factorial *= i;
    }
    double[] tail = new double[8];
    for (int i = 0; i < tail.length; i++) {
      tail[i] = (i % 2 == 0 ? 1 : -1) / factorial;
      int next = first + 2 * i + 1;
      factorial *= (double) next * (next + 1);
    }
    return tail;
  }
}
