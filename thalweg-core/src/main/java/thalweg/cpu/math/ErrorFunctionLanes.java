package thalweg.cpu.math;

import static thalweg.cpu.math.ErrorFunctions.ERF;
import static thalweg.cpu.math.ErrorFunctions.ERFC;
import static thalweg.cpu.math.Lanes.ONE;
import static thalweg.cpu.math.Lanes.ZERO;
import static thalweg.cpu.math.Lanes.all;
import static thalweg.cpu.math.Lanes.polynomial;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// [ErrorFunctions] on lanes.
final class ErrorFunctionLanes {
  private static final DoubleVector NEAR = all(ErrorFunctions.NEAR);
  private static final DoubleVector FAR = all(ErrorFunctions.FAR);
  private static final DoubleVector SHIFT = all(ErrorFunctions.SHIFT);
  private static final DoubleVector CENTRE = all(ErrorFunctions.CENTRE);
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector FOUR = all(4);

  private ErrorFunctionLanes() {}

  static DoubleVector erf(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector far = ONE.sub(tail(size));
    DoubleVector signed = far.blend(far.neg(), x.compare(VectorOperators.LT, ZERO));
    DoubleVector near = x.fma(polynomial(x.mul(x), ERF), x);
    return near.blend(signed, size.compare(VectorOperators.GT, NEAR));
  }

  static DoubleVector erfc(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector tail = tail(size);
    DoubleVector far = tail.blend(TWO.sub(tail), x.compare(VectorOperators.LT, ZERO));
    DoubleVector near = ONE.sub(x.fma(polynomial(x.mul(x), ERF), x));
    return near.blend(far, size.compare(VectorOperators.GT, NEAR));
  }

  private static DoubleVector tail(DoubleVector x) {
    DoubleVector bounded = x.blend(FAR, x.compare(VectorOperators.GT, FAR));
    DoubleVector shifted = bounded.add(SHIFT);
    DoubleVector w = ONE.div(shifted);
    DoubleVector lost =
        w.neg().fma(shifted, ONE).sub(w.mul(bounded.sub(shifted.sub(SHIFT))));
    DoubleVector square = bounded.mul(bounded);
    DoubleVector low = lost.fma(w.fma(FOUR, ONE), bounded.neg().fma(bounded, square));
    DoubleVector u = w.sub(CENTRE);
    return ExponentialLanes.exp(square.neg(), low, w.fma(u.mul(polynomial(u, ERFC)), w));
  }
}
