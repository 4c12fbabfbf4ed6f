package thalweg.cpu.math;

import static thalweg.cpu.math.Lanes.HALF;
import static thalweg.cpu.math.Lanes.ONE;
import static thalweg.cpu.math.Lanes.ZERO;
import static thalweg.cpu.math.Lanes.all;
import static thalweg.cpu.math.Lanes.bounded;
import static thalweg.cpu.math.Lanes.nearest;
import static thalweg.cpu.math.Lanes.polynomial;
import static thalweg.cpu.math.Lanes.powerOfTwo;
import static thalweg.cpu.math.Lanes.unlessTiny;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// [Exponentials] on lanes.
public final class ExponentialLanes {
  private static final DoubleVector LOG2_E = all(Exponentials.LOG2_E);
  private static final DoubleVector MINUS_LN2_HIGH = all(-Exponentials.LN2_HIGH);
  private static final DoubleVector MINUS_LN2_LOW = all(-Exponentials.LN2_LOW);
  static final DoubleVector OVERFLOW = all(Exponentials.OVERFLOW);
  static final DoubleVector UNDERFLOW = all(Exponentials.UNDERFLOW);
  private static final DoubleVector MINUS_ONE = all(Exponentials.MINUS_ONE);
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector FOUR = all(4);
  private static final DoubleVector QUARTER = all(0.25);
  private static final DoubleVector THREE_QUARTERS = all(0.75);
  private static final DoubleVector MINUS_TWO = all(-2);

  private ExponentialLanes() {}

  public static DoubleVector exp(DoubleVector x) {
    return exp(bounded(x, UNDERFLOW, OVERFLOW), ZERO, ONE);
  }

  /// For `x` within the bounds.
  public static DoubleVector exp(DoubleVector x, DoubleVector low, DoubleVector factor) {
    DoubleVector k = nearest(x.mul(LOG2_E));
    DoubleVector half = nearest(k.mul(HALF));
    DoubleVector mantissa = factor.fma(reducedExpm1(x, low, k), factor);
    DoubleVector scale = powerOfTwo(half);
    DoubleVector parity = half.fma(MINUS_TWO, k);
    DoubleVector twiceOrHalf = parity.fma(parity.fma(QUARTER, THREE_QUARTERS), ONE);
    return mantissa.mul(scale).mul(scale.mul(twiceOrHalf));
  }

  public static DoubleVector expm1(DoubleVector x) {
    return unlessTiny(x, quarterExpm1(x).mul(FOUR));
  }

  public static DoubleVector sigmoid(DoubleVector x) {
    DoubleVector z = exp(x.abs().neg());
    return ONE.blend(z, x.compare(VectorOperators.LT, ZERO)).div(z.add(ONE));
  }

  static DoubleVector quarterExpm1(DoubleVector x) {
    DoubleVector bounded = bounded(x, MINUS_ONE, OVERFLOW);
    DoubleVector k = nearest(bounded.mul(LOG2_E));
    DoubleVector scale = powerOfTwo(k.sub(TWO));
    return scale.fma(reducedExpm1(bounded, ZERO, k), scale.sub(QUARTER));
  }

  private static DoubleVector reducedExpm1(DoubleVector x, DoubleVector low, DoubleVector k) {
    DoubleVector high = k.fma(MINUS_LN2_HIGH, x);
    DoubleVector step = k.fma(MINUS_LN2_LOW, low);
    DoubleVector r = high.add(step);
    DoubleVector rest = high.sub(r).add(step);
    return r.add(r.mul(r).fma(polynomial(r, Exponentials.EXP), rest));
  }
}
