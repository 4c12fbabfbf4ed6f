package thalweg.cpu.math;

import static thalweg.cpu.math.Lanes.HALF;
import static thalweg.cpu.math.Lanes.ONE;
import static thalweg.cpu.math.Lanes.ZERO;
import static thalweg.cpu.math.Lanes.all;
import static thalweg.cpu.math.Lanes.polynomial;
import static thalweg.cpu.math.Lanes.powerOfTwo;
import static thalweg.cpu.math.Lanes.unlessTiny;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/// [Logarithms] on lanes.
public final class LogarithmLanes {
  private static final DoubleVector LN2_HIGH = all(Exponentials.LN2_HIGH);
  private static final DoubleVector LN2_LOW = all(Exponentials.LN2_LOW);
  private static final DoubleVector LOG2_E = all(Exponentials.LOG2_E);
  private static final DoubleVector LOG2_E_LOW = all(Logarithms.LOG2_E_LOW);
  private static final DoubleVector LOG10_E = all(Logarithms.LOG10_E);
  private static final DoubleVector LOG10_E_LOW = all(Logarithms.LOG10_E_LOW);
  private static final DoubleVector LOG10_2_HIGH = all(Logarithms.LOG10_2_HIGH);
  private static final DoubleVector LOG10_2_LOW = all(Logarithms.LOG10_2_LOW);
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector ONE_LOST = all(Logarithms.ONE_LOST);

  private static final DoubleVector LEAST_NORMAL = all(Double.MIN_NORMAL);
  private static final DoubleVector TO_NORMAL = all(0x1p54);
  private static final DoubleVector NORMAL_EXPONENT = all(54);
  private static final DoubleVector EXPONENT_BIAS = all(Logarithms.EXPONENT_BIAS);
  private static final LongVector INTEGER_BITS = longs(Logarithms.INTEGER_BITS);
  private static final LongVector SQRT_HALF = longs(Logarithms.SQRT_HALF);
  private static final LongVector SQRT_HALF_TO_ONE = longs(Logarithms.SQRT_HALF_TO_ONE);
  private static final LongVector FRACTION = longs(Logarithms.FRACTION);

  private static final DoubleVector INFINITY = all(Double.POSITIVE_INFINITY);
  private static final DoubleVector MINUS_INFINITY = all(Double.NEGATIVE_INFINITY);
  private static final DoubleVector NAN = all(Double.NaN);

  private LogarithmLanes() {}

  public static DoubleVector log(DoubleVector x) {
    LongVector bits = bits(normal(x));
    return ordinary(x, natural(exponent(x, bits), fraction(bits).sub(ONE)));
  }

  static DoubleVector log1p(DoubleVector x) {
    DoubleVector u = x.add(ONE);
    DoubleVector lostOfOne = ONE.sub(u.sub(x));
    DoubleVector lost = lostOfOne.blend(x.sub(u.sub(ONE)), x.compare(VectorOperators.LT, ONE));
    LongVector bits = bits(u);
    DoubleVector k = exponent(u, bits);
    DoubleVector scale = powerOfTwo(k.blend(ONE_LOST, k.compare(VectorOperators.GT, ONE_LOST)).neg());
    return unlessTiny(x, ordinary(u, natural(k, lost.fma(scale, fraction(bits).sub(ONE)))));
  }

  public static DoubleVector log2(DoubleVector x) {
    return toBase(x, ONE, ZERO, LOG2_E, LOG2_E_LOW);
  }

  public static DoubleVector log10(DoubleVector x) {
    return toBase(x, LOG10_2_HIGH, LOG10_2_LOW, LOG10_E, LOG10_E_LOW);
  }

  private static DoubleVector toBase(
      DoubleVector x, DoubleVector two, DoubleVector twoLow, DoubleVector e, DoubleVector eLow) {
    LongVector bits = bits(normal(x));
    DoubleVector k = exponent(x, bits);
    DoubleVector f = fraction(bits).sub(ONE);
    DoubleVector d = deficit(f, ZERO);
    DoubleVector lead = f.sub(d);
    DoubleVector leadLow = f.sub(lead).sub(d);
    DoubleVector product = lead.mul(e);
    DoubleVector low = lead.fma(e, product.neg()).add(leadLow.fma(e, lead.fma(eLow, k.mul(twoLow))));
    DoubleVector whole = k.mul(two);
    DoubleVector sum = whole.add(product);
    return ordinary(x, sum.add(whole.sub(sum).add(product).add(low)));
  }

  private static DoubleVector natural(DoubleVector k, DoubleVector f) {
    return k.fma(LN2_HIGH, f.sub(deficit(f, k.mul(LN2_LOW))));
  }

  private static DoubleVector deficit(DoubleVector f, DoubleVector low) {
    DoubleVector s = f.div(f.add(TWO));
    DoubleVector z = s.mul(s);
    DoubleVector halfSquare = f.mul(HALF).mul(f);
    return halfSquare.sub(s.fma(z.fma(polynomial(z, Logarithms.LOG), halfSquare), low));
  }

  static DoubleVector normal(DoubleVector x) {
    return x.blend(x.mul(TO_NORMAL), x.compare(VectorOperators.LT, LEAST_NORMAL));
  }

  /// The bits of `y`, its exponent that of `2^k` rather than of the power of two below.
  static LongVector bits(DoubleVector y) {
    return y.reinterpretAsLongs().add(SQRT_HALF_TO_ONE);
  }

  static DoubleVector exponent(DoubleVector x, LongVector bits) {
    LongVector biased = bits.lanewise(VectorOperators.LSHR, 52);
    DoubleVector k = biased.or(INTEGER_BITS).reinterpretAsDoubles().sub(EXPONENT_BIAS);
    return k.blend(k.sub(NORMAL_EXPONENT), x.compare(VectorOperators.LT, LEAST_NORMAL));
  }

  static DoubleVector fraction(LongVector bits) {
    return bits.and(FRACTION).add(SQRT_HALF).reinterpretAsDoubles();
  }

  private static DoubleVector ordinary(DoubleVector x, DoubleVector value) {
    DoubleVector finite = x.blend(value, x.compare(VectorOperators.LT, INFINITY));
    DoubleVector outside = NAN.blend(MINUS_INFINITY, x.compare(VectorOperators.EQ, ZERO));
    return outside.blend(finite, x.compare(VectorOperators.GT, ZERO));
  }

  private static LongVector longs(long value) {
    return LongVector.broadcast(Lanes.LONGS, value);
  }
}
