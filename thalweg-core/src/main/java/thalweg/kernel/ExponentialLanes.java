package thalweg.kernel;

import static thalweg.kernel.Exponentials.LN2_HIGH;
import static thalweg.kernel.Exponentials.LN2_LOW;
import static thalweg.kernel.Exponentials.LOG2_E;
import static thalweg.kernel.Exponentials.MINUS_ONE;
import static thalweg.kernel.Exponentials.OVERFLOW;
import static thalweg.kernel.Exponentials.UNDERFLOW;
import static thalweg.kernel.Lanes.all;
import static thalweg.kernel.Lanes.bounded;
import static thalweg.kernel.Lanes.nearest;
import static thalweg.kernel.Lanes.polynomial;
import static thalweg.kernel.Lanes.powerOfTwo;
import static thalweg.kernel.Lanes.unlessTiny;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// [Exponentials] on lanes.
final class ExponentialLanes {
  private ExponentialLanes() {}

  static DoubleVector exp(DoubleVector x) {
    return exp(x, all(0), all(1));
  }

  static DoubleVector exp(DoubleVector x, DoubleVector low, DoubleVector factor) {
    DoubleVector bounded = bounded(x, UNDERFLOW, OVERFLOW);
    DoubleVector k = nearest(bounded.mul(LOG2_E));
    DoubleVector half = nearest(k.mul(0.5));
    DoubleVector mantissa = factor.fma(reducedExpm1(bounded, low, k), factor);
    return mantissa.mul(powerOfTwo(half)).mul(powerOfTwo(k.sub(half)));
  }

  static DoubleVector expm1(DoubleVector x) {
    return unlessTiny(x, quarterExpm1(x).mul(4));
  }

  static DoubleVector sigmoid(DoubleVector x) {
    DoubleVector z = exp(x.abs().neg());
    return all(1).blend(z, x.compare(VectorOperators.LT, 0)).div(z.add(1));
  }

  static DoubleVector quarterExpm1(DoubleVector x) {
    DoubleVector bounded = bounded(x, MINUS_ONE, OVERFLOW);
    DoubleVector k = nearest(bounded.mul(LOG2_E));
    DoubleVector scale = powerOfTwo(k.sub(2));
    return scale.fma(reducedExpm1(bounded, all(0), k), scale.sub(0.25));
  }

  private static DoubleVector reducedExpm1(DoubleVector x, DoubleVector low, DoubleVector k) {
    DoubleVector high = k.fma(all(-LN2_HIGH), x);
    DoubleVector step = k.fma(all(-LN2_LOW), low);
    DoubleVector r = high.add(step);
    DoubleVector rest = high.sub(r).add(step);
    return r.add(r.mul(r).fma(polynomial(r, Exponentials.EXP), rest));
  }
}
