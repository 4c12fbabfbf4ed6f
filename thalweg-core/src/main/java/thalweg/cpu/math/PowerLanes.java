package thalweg.cpu.math;

import static thalweg.cpu.math.Lanes.HALF;
import static thalweg.cpu.math.Lanes.ONE;
import static thalweg.cpu.math.Lanes.SPECIES;
import static thalweg.cpu.math.Lanes.ZERO;
import static thalweg.cpu.math.Lanes.all;
import static thalweg.cpu.math.Lanes.polynomial;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [Powers] on lanes. A power is too long for one loop, whose vectors would not stay in registers: first come the
/// logarithms of a stretch, then their multiples' exponentials.
public final class PowerLanes {
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector THIRD = all(Powers.THIRD);
  private static final DoubleVector THIRD_LOW = all(Powers.THIRD_LOW);
  private static final DoubleVector LN2_HIGH = all(Exponentials.LN2_HIGH);
  private static final DoubleVector LN2_LOW = all(Exponentials.LN2_LOW);
  private static final DoubleVector LARGEST = all(Powers.LARGEST_EXPONENT);
  private static final DoubleVector SMALLEST = all(-Powers.LARGEST_EXPONENT);

  private PowerLanes() {}

  static DoubleVector sqrt(DoubleVector x) {
    return x.sqrt();
  }

  static DoubleVector rsqrt(DoubleVector x) {
    return ONE.div(x.sqrt());
  }

  /// Writes `|x|^y` of whole vectors to `out`, where `0 < |x| < ∞` and `y` is finite, by way of `log` and `low`.
  public static void powers(double[] x, double[] y, double[] log, double[] low, double[] out, int n) {
    for (int i = 0; i < n; i += SPECIES.length()) {
      logarithm(DoubleVector.fromArray(SPECIES, x, i).abs(), log, low, i);
    }
    for (int i = 0; i < n; i += SPECIES.length()) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, log, i);
      DoubleVector rest = DoubleVector.fromArray(SPECIES, low, i);
      power(sum, rest, DoubleVector.fromArray(SPECIES, y, i)).intoArray(out, i);
    }
  }

  /// The logarithm in two doubles; see [Powers].
  private static void logarithm(DoubleVector x, double[] out, double[] outLow, int to) {
    LongVector bits = LogarithmLanes.bits(LogarithmLanes.normal(x));
    DoubleVector k = LogarithmLanes.exponent(x, bits);
    DoubleVector f = LogarithmLanes.fraction(bits).sub(ONE);
    DoubleVector d = TWO.add(f);
    DoubleVector s = f.div(d);
    DoubleVector sLow = s.neg().fma(d, f).sub(s.mul(TWO.sub(d).add(f))).div(d);
    DoubleVector z = s.mul(s);
    DoubleVector series = polynomial(z, Powers.ATANH);
    DoubleVector zLow = s.fma(s, z.neg()).add(TWO.mul(s).mul(sLow));
    DoubleVector third = z.mul(THIRD);
    DoubleVector thirdLow = z.fma(THIRD, third.neg()).add(z.fma(THIRD_LOW, zLow.mul(THIRD)));
    DoubleVector rest = z.mul(z).fma(series, thirdLow);
    DoubleVector tail = third.add(rest);
    DoubleVector tailLow = third.sub(tail).add(rest);
    DoubleVector product = s.mul(tail);
    DoubleVector productLow = s.fma(tail, product.neg()).add(s.fma(tailLow, sLow.mul(tail)));
    DoubleVector log = TWO.mul(s.add(product));
    DoubleVector logLow = TWO.mul(s.sub(log.mul(HALF)).add(product).add(sLow.add(productLow)));
    DoubleVector whole = k.mul(LN2_HIGH);
    DoubleVector sum = whole.add(log);
    DoubleVector sumLow = whole.sub(sum).add(log).add(k.fma(LN2_LOW, logLow));
    DoubleVector both = sum.add(sumLow);
    both.intoArray(out, to);
    sum.sub(both).add(sumLow).intoArray(outLow, to);
  }

  private static DoubleVector power(DoubleVector log, DoubleVector logLow, DoubleVector y) {
    DoubleVector bounded = Lanes.bounded(y, SMALLEST, LARGEST);
    DoubleVector product = log.mul(bounded);
    DoubleVector low = log.fma(bounded, product.neg()).add(logLow.mul(bounded));
    VectorMask<Double> ordinary =
        product.compare(VectorOperators.GT, ExponentialLanes.UNDERFLOW)
            .and(product.compare(VectorOperators.LT, ExponentialLanes.OVERFLOW));
    DoubleVector within = Lanes.bounded(product, ExponentialLanes.UNDERFLOW, ExponentialLanes.OVERFLOW);
    return ExponentialLanes.exp(within, ZERO.blend(low, ordinary), ONE);
  }
}
