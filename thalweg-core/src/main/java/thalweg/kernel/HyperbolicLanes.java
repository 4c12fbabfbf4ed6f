package thalweg.kernel;

import static thalweg.kernel.ExponentialLanes.OVERFLOW;
import static thalweg.kernel.ExponentialLanes.quarterExpm1;
import static thalweg.kernel.Lanes.HALF;
import static thalweg.kernel.Lanes.ZERO;
import static thalweg.kernel.Lanes.all;
import static thalweg.kernel.Lanes.unlessTiny;
import static thalweg.kernel.Lanes.withSign;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// [Hyperbolics] on lanes.
final class HyperbolicLanes {
  private static final DoubleVector QUARTER = all(0.25);

  private HyperbolicLanes() {}

  static DoubleVector sinh(DoubleVector x) {
    DoubleVector q = quarterExpm1(x.abs());
    DoubleVector twice = q.add(q);
    return unlessTiny(x, withSign(twice.add(q.div(twice.add(HALF))), x));
  }

  static DoubleVector cosh(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector bounded = size.blend(OVERFLOW, size.compare(VectorOperators.GT, OVERFLOW));
    DoubleVector h = ExponentialLanes.exp(bounded, ZERO, HALF);
    return h.add(QUARTER.div(h));
  }

  static DoubleVector tanh(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector q = quarterExpm1(size.add(size));
    return unlessTiny(x, withSign(q.div(q.add(HALF)), x));
  }
}
