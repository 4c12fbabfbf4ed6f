package thalweg.cpu.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Elementary functions to some fifty digits, by series, slowly: what the fast ones are measured against.
///
/// Inverse functions correct a first guess of `StrictMath` once: of its error, some 10^-16, the third power
/// is left.
final class Exact {
  static final MathContext DIGITS = new MathContext(60);

  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.TWO;
  private static final BigDecimal PI = pi(new MathContext(460));
  private static final BigDecimal LN2 = log(TWO);
  private static final BigDecimal LN10 = log(BigDecimal.TEN);

  private Exact() {}

  /// How far `value` is from `exact`, in ulps of the double nearest to `exact`.
  static double ulps(double value, BigDecimal exact) {
    double nearest = Math.clamp(exact.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE);
    if (!Double.isFinite(value)) {
      return Double.isInfinite(exact.doubleValue()) ? 0 : Double.POSITIVE_INFINITY;
    }
    BigDecimal error = new BigDecimal(value).subtract(exact, DIGITS).abs();
    return error.divide(new BigDecimal(Math.ulp(nearest)), DIGITS).doubleValue();
  }

  static BigDecimal exp(BigDecimal x) {
    int halvings = Math.max(0, x.precision() - x.scale() + 3) * 4;
    BigDecimal sum = expm1Series(x.divide(TWO.pow(halvings), DIGITS)).add(ONE);
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  static BigDecimal expm1(BigDecimal x) {
    return x.abs().compareTo(BigDecimal.valueOf(0.1)) < 0
        ? expm1Series(x)
        : exp(x).subtract(ONE, DIGITS);
  }

  private static BigDecimal expm1Series(BigDecimal x) {
    BigDecimal term = x.round(DIGITS);
    BigDecimal sum = term;
    for (int n = 2; significant(term, sum); n++) {
      term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  static BigDecimal sigmoid(BigDecimal x) {
    return ONE.divide(exp(x.negate()).add(ONE, DIGITS), DIGITS);
  }

  static BigDecimal sinh(BigDecimal x) {
    return expm1(x).subtract(expm1(x.negate()), DIGITS).divide(TWO, DIGITS);
  }

  static BigDecimal cosh(BigDecimal x) {
    BigDecimal e = exp(x);
    return e.add(ONE.divide(e, DIGITS), DIGITS).divide(TWO, DIGITS);
  }

  static BigDecimal tanh(BigDecimal x) {
    BigDecimal m = expm1(x.multiply(TWO));
    return m.divide(m.add(TWO, DIGITS), DIGITS);
  }

  /// `guess + 2 atanh((x - e^guess) / (x + e^guess))`.
  static BigDecimal log(BigDecimal x) {
    if (x.compareTo(BigDecimal.valueOf(0.9)) > 0 && x.compareTo(BigDecimal.valueOf(1.1)) < 0) {
      return log1p(x.subtract(ONE));
    }
    double guess = StrictMath.log(x.doubleValue());
    BigDecimal e = exp(new BigDecimal(guess));
    BigDecimal s = x.subtract(e, DIGITS).divide(x.add(e, DIGITS), DIGITS);
    return new BigDecimal(guess).add(oddSeries(s, 1).multiply(TWO), DIGITS);
  }

  static BigDecimal log1p(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.valueOf(0.1)) > 0) {
      return log(x.add(ONE));
    }
    return oddSeries(x.divide(x.add(TWO), DIGITS), 1).multiply(TWO, DIGITS);
  }

  static BigDecimal log2(BigDecimal x) {
    return log(x).divide(LN2, DIGITS);
  }

  static BigDecimal log10(BigDecimal x) {
    return log(x).divide(LN10, DIGITS);
  }

  static BigDecimal pow(BigDecimal x, BigDecimal y) {
    return exp(y.multiply(log(x), DIGITS));
  }

  static BigDecimal rsqrt(BigDecimal x) {
    return ONE.divide(x.sqrt(DIGITS), DIGITS);
  }

  static BigDecimal sin(BigDecimal x) {
    BigDecimal turns = x.divide(PI, 0, RoundingMode.HALF_EVEN);
    BigDecimal r = x.subtract(turns.multiply(PI)).round(DIGITS);
    BigDecimal square = r.multiply(r, DIGITS).negate();
    BigDecimal term = r;
    BigDecimal sum = r;
    for (int n = 2; significant(term, sum); n += 2) {
      term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(n * (n + 1L)), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return turns.toBigInteger().testBit(0) ? sum.negate() : sum;
  }

  static BigDecimal cos(BigDecimal x) {
    return sin(x.add(PI.divide(TWO)));
  }

  static BigDecimal tan(BigDecimal x) {
    return sin(x).divide(cos(x), DIGITS);
  }

  /// `guess + atan((x - tan guess) / (1 + x tan guess))`.
  static BigDecimal atan(BigDecimal x) {
    if (x.abs().compareTo(new BigDecimal("1e-30")) < 0) {
      return oddSeries(x, -1);
    }
    double guess = StrictMath.atan(x.doubleValue());
    BigDecimal t = tan(new BigDecimal(guess));
    BigDecimal rest = x.subtract(t, DIGITS).divide(x.multiply(t, DIGITS).add(ONE, DIGITS), DIGITS);
    return new BigDecimal(guess).add(oddSeries(rest, -1), DIGITS);
  }

  static BigDecimal asin(BigDecimal x) {
    if (x.abs().compareTo(ONE) == 0) {
      return PI.divide(TWO).multiply(x, DIGITS);
    }
    return atan(x.divide(ONE.subtract(x.multiply(x)).sqrt(DIGITS), DIGITS));
  }

  /// `2 asin √((1 - x) / 2)`.
  static BigDecimal acos(BigDecimal x) {
    return asin(ONE.subtract(x).divide(TWO).sqrt(DIGITS)).multiply(TWO, DIGITS);
  }

  /// `2/√π e^(-x²) (x + 2x³/3 + 4x⁵/(3·5) + …)`.
  static BigDecimal erf(BigDecimal x) {
    return erf(x, DIGITS);
  }

  /// By the same series, with as many digits more as `1 - erf` loses.
  static BigDecimal erfc(BigDecimal x) {
    int lost = Math.max(0, (int) (x.doubleValue() * x.doubleValue() / 2));
    return ONE.subtract(erf(x, new MathContext(DIGITS.getPrecision() + lost)));
  }

  private static BigDecimal erf(BigDecimal x, MathContext digits) {
    BigDecimal square = x.multiply(x, digits);
    BigDecimal term = x;
    BigDecimal sum = x;
    BigDecimal least = x.abs().movePointLeft(digits.getPrecision() + 5);
    for (int n = 3; term.abs().compareTo(least) > 0; n += 2) {
      term = term.multiply(square, digits).multiply(TWO).divide(BigDecimal.valueOf(n), digits);
      sum = sum.add(term, digits);
    }
    BigDecimal scaled = sum.multiply(TWO).divide(PI.sqrt(digits), digits);
    return scaled.divide(expOfPositive(square, digits), digits);
  }

  private static BigDecimal expOfPositive(BigDecimal x, MathContext digits) {
    BigDecimal term = ONE;
    BigDecimal sum = ONE;
    BigDecimal least = ONE.movePointLeft(digits.getPrecision() + 5);
    for (int n = 1; term.compareTo(least) > 0; n++) {
      term = term.multiply(x, digits).divide(BigDecimal.valueOf(n), digits);
      sum = sum.add(term, digits);
    }
    return sum;
  }

  /// `s + sign s³/3 + s⁵/5 + sign s⁷/7 + …`: atanh for sign 1, atan for -1.
  private static BigDecimal oddSeries(BigDecimal s, int sign) {
    BigDecimal square = s.multiply(s, DIGITS).multiply(BigDecimal.valueOf(sign));
    BigDecimal power = s.round(DIGITS);
    BigDecimal sum = power;
    for (int n = 3; significant(power, sum); n += 2) {
      power = power.multiply(square, DIGITS);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
    }
    return sum;
  }

  private static boolean significant(BigDecimal term, BigDecimal sum) {
    return term.signum() != 0
        && term.precision() - term.scale() > sum.precision() - sum.scale() - DIGITS.getPrecision();
  }

  /// Machin: `π = 16 atan(1/5) - 4 atan(1/239)`.
  private static BigDecimal pi(MathContext digits) {
    return atanOfInverse(5, digits)
        .multiply(BigDecimal.valueOf(16))
        .subtract(atanOfInverse(239, digits).multiply(BigDecimal.valueOf(4)), digits);
  }

  private static BigDecimal atanOfInverse(int n, MathContext digits) {
    BigDecimal power = ONE.divide(BigDecimal.valueOf(n), digits);
    BigDecimal sum = power;
    BigDecimal square = BigDecimal.valueOf(-(long) n * n);
    for (int i = 3; power.scale() - power.precision() < digits.getPrecision(); i += 2) {
      power = power.divide(square, digits);
      sum = sum.add(power.divide(BigDecimal.valueOf(i), digits), digits);
    }
    return sum;
  }
}
