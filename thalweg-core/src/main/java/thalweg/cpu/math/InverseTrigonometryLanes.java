package thalweg.cpu.math;

import static thalweg.cpu.math.InverseTrigonometry.ASIN;
import static thalweg.cpu.math.Lanes.HALF;
import static thalweg.cpu.math.Lanes.ONE;
import static thalweg.cpu.math.Lanes.ZERO;
import static thalweg.cpu.math.Lanes.all;
import static thalweg.cpu.math.Lanes.polynomial;
import static thalweg.cpu.math.Lanes.withSign;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [InverseTrigonometry] on lanes.
public final class InverseTrigonometryLanes {
  private static final DoubleVector HALF_PI = all(InverseTrigonometry.HALF_PI);
  private static final DoubleVector HALF_PI_LOW = all(InverseTrigonometry.HALF_PI_LOW);
  private static final DoubleVector PI = all(InverseTrigonometry.PI);
  private static final DoubleVector TAN_EIGHTH = all(InverseTrigonometry.TAN_EIGHTH);
  private static final DoubleVector TAN_THREE_EIGHTHS = all(InverseTrigonometry.TAN_THREE_EIGHTHS);
  private static final DoubleVector MINUS_HALF = all(-0.5);
  private static final DoubleVector MINUS_ONE = all(-1);

  private InverseTrigonometryLanes() {}

  static DoubleVector asin(DoubleVector x) {
    DoubleVector size = x.abs();
    VectorMask<Double> small = size.compare(VectorOperators.LE, HALF);
    DoubleVector square = size.fma(MINUS_HALF, HALF).blend(x.mul(x), small);
    DoubleVector root = square.sqrt().blend(size, small);
    DoubleVector rest = root.mul(square).mul(polynomial(square, ASIN));
    DoubleVector half = root.add(rest.sub(HALF_PI_LOW.mul(HALF)));
    DoubleVector asin = HALF_PI.sub(half.add(half)).blend(root.add(rest), small);
    return withSign(asin, x);
  }

  static DoubleVector acos(DoubleVector x) {
    DoubleVector size = x.abs();
    VectorMask<Double> small = size.compare(VectorOperators.LE, HALF);
    DoubleVector square = size.fma(MINUS_HALF, HALF).blend(x.mul(x), small);
    DoubleVector root = square.sqrt().blend(x, small);
    DoubleVector rest = root.mul(square).mul(polynomial(square, ASIN));
    DoubleVector middle = HALF_PI.sub(root.add(rest.sub(HALF_PI_LOW)));
    DoubleVector half = root.add(rest);
    DoubleVector complement = root.add(rest.sub(HALF_PI_LOW));
    DoubleVector below = PI.sub(complement.add(complement));
    DoubleVector outer = half.add(half).blend(below, x.compare(VectorOperators.LT, ZERO));
    return outer.blend(middle, small);
  }

  public static DoubleVector atan(DoubleVector x) {
    DoubleVector t = x.abs();
    VectorMask<Double> middle = t.compare(VectorOperators.GT, TAN_EIGHTH);
    VectorMask<Double> steep = t.compare(VectorOperators.GT, TAN_THREE_EIGHTHS);
    DoubleVector above = t.blend(t.sub(ONE), middle).blend(MINUS_ONE, steep);
    DoubleVector below = ONE.blend(t.add(ONE), middle).blend(t, steep);
    DoubleVector quarters = ZERO.blend(HALF, middle).blend(ONE, steep);
    DoubleVector z = above.div(below);
    DoubleVector square = z.mul(z);
    DoubleVector series = polynomial(square, InverseTrigonometry.ATAN);
    DoubleVector rest = z.mul(square).fma(series, quarters.mul(HALF_PI_LOW));
    return withSign(quarters.fma(HALF_PI, z.add(rest)), x);
  }
}
