package thalweg.random;

/// An unevaluated sum `hi + lo` of two doubles, |lo| ≤ ½ ulp(hi): some 106 significant bits.
///
/// Source: T. J. Dekker, *A floating-point technique for extending the available precision*, Numer. Math.
/// 18 (1971); D. E. Knuth, TAOCP 2, 4.2.2. `Math.fma` is exact by definition and therefore the same
/// everywhere.
record DoubleDouble(double hi, double lo) {

  static final DoubleDouble ONE = new DoubleDouble(1, 0);

  /// a + b without error.
  static DoubleDouble sum(double a, double b) {
    double s = a + b;
    double bPart = s - a;
    return new DoubleDouble(s, (a - (s - bPart)) + (b - bPart));
  }

  /// a · b without error.
  static DoubleDouble product(double a, double b) {
    double p = a * b;
    return new DoubleDouble(p, Math.fma(a, b, -p));
  }

  /// a / b, to some 104 bits.
  static DoubleDouble ratio(double a, double b) {
    return new DoubleDouble(a, 0).over(new DoubleDouble(b, 0));
  }

  DoubleDouble plus(DoubleDouble b) {
    DoubleDouble s = sum(hi, b.hi);
    DoubleDouble t = sum(lo, b.lo);
    DoubleDouble u = sum(s.hi, s.lo + t.hi);
    return sum(u.hi, u.lo + t.lo);
  }

  DoubleDouble plus(double b) {
    DoubleDouble s = sum(hi, b);
    return sum(s.hi, s.lo + lo);
  }

  DoubleDouble minus(DoubleDouble b) {
    return plus(b.negate());
  }

  DoubleDouble negate() {
    return new DoubleDouble(-hi, -lo);
  }

  DoubleDouble times(DoubleDouble b) {
    DoubleDouble p = product(hi, b.hi);
    return sum(p.hi, p.lo + (hi * b.lo + lo * b.hi));
  }

  DoubleDouble times(double b) {
    DoubleDouble p = product(hi, b);
    return sum(p.hi, Math.fma(lo, b, p.lo));
  }

  DoubleDouble over(DoubleDouble b) {
    double first = hi / b.hi;
    DoubleDouble rest = minus(b.times(first));
    double second = rest.hi / b.hi;
    DoubleDouble rest2 = rest.minus(b.times(second));
    return sum(first, second).plus(rest2.hi / b.hi);
  }

  /// The nearest double.
  double rounded() {
    return hi + lo;
  }
}
