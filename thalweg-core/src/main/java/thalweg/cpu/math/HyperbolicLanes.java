package thalweg.cpu.math;

import static thalweg.cpu.math.ExponentialLanes.OVERFLOW;
import static thalweg.cpu.math.ExponentialLanes.quarterExpm1;
import static thalweg.cpu.math.Lanes.HALF;
import static thalweg.cpu.math.Lanes.ZERO;
import static thalweg.cpu.math.Lanes.all;
import static thalweg.cpu.math.Lanes.unlessTiny;
import static thalweg.cpu.math.Lanes.withSign;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// [Hyperbolics] on lanes.
public final class HyperbolicLanes {
  private static final DoubleVector QUARTER = all(0.25);

  private HyperbolicLanes() {}

  public static DoubleVector sinh(DoubleVector x) {
    DoubleVector q = quarterExpm1(x.abs());
    DoubleVector twice = q.add(q);
    return unlessTiny(x, withSign(twice.add(q.div(twice.add(HALF))), x));
  }

  public static DoubleVector cosh(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector bounded = size.blend(OVERFLOW, size.compare(VectorOperators.GT, OVERFLOW));
    DoubleVector h = ExponentialLanes.exp(bounded, ZERO, HALF);
    return h.add(QUARTER.div(h));
  }

  public static DoubleVector tanh(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector q = quarterExpm1(size.add(size));
    return unlessTiny(x, withSign(q.div(q.add(HALF)), x));
  }
}
