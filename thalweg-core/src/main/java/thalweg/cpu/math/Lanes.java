package thalweg.cpu.math;

import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The steps of [Polynomials] on vectors of doubles, operation for operation.
///
/// The `…Lanes` classes transcribe the scalar classes of the same name and have their bits in every lane
/// (of a NaN only that it is one). What is said there of methods and errors holds here and is not repeated.
/// They need the module `jdk.incubator.vector`. Constants are vectors in static fields: to broadcast one
/// takes the compiler so many nodes that it gives up inlining, and boxes, in the longer functions.
public final class Lanes {
  public static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SPECIES.vectorShape());

  static final DoubleVector ZERO = all(0);
  static final DoubleVector HALF = all(0.5);
  static final DoubleVector ONE = all(1);

  private static final DoubleVector ROUNDER = all(Polynomials.ROUNDER);
  private static final DoubleVector EXPONENT_ROUNDER = all(Polynomials.EXPONENT_ROUNDER);
  private static final DoubleVector TINY = all(Polynomials.TINY);
  private static final LongVector SIGN = LongVector.broadcast(LONGS, Long.MIN_VALUE);

  private Lanes() {}

  /// The same value in all lanes.
  static DoubleVector all(double value) {
    return DoubleVector.broadcast(SPECIES, value);
  }

  static DoubleVector polynomial(DoubleVector x, double[] c) {
    DoubleVector square = x.mul(x);
    DoubleVector fourth = square.mul(square);
    // Not the last cubic, which compiled in twice would use up the nodes; and not ZERO, which is an object: so would be
    // each sum then.
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = c.length - 4; i >= 0; i -= 4) {
      sum = fourth.fma(sum, cubic(x, square, c, i));
    }
    return sum;
  }

  private static DoubleVector cubic(DoubleVector x, DoubleVector square, double[] c, int i) {
    return square.fma(x.fma(all(c[i + 3]), all(c[i + 2])), x.fma(all(c[i + 1]), all(c[i])));
  }

  static DoubleVector nearest(DoubleVector x) {
    return x.add(ROUNDER).sub(ROUNDER);
  }

  static DoubleVector powerOfTwo(DoubleVector k) {
    return k.add(EXPONENT_ROUNDER)
        .reinterpretAsLongs()
        .lanewise(VectorOperators.LSHL, 52)
        .reinterpretAsDoubles();
  }

  static DoubleVector quotient(DoubleVector n, DoubleVector nLow, DoubleVector d, DoubleVector dLow) {
    DoubleVector q = n.div(d);
    DoubleVector negative = q.neg();
    DoubleVector rest = negative.fma(d, n).add(negative.fma(dLow, nLow));
    return q.add(rest.div(d));
  }

  static DoubleVector unlessTiny(DoubleVector x, DoubleVector value) {
    return value.blend(x, x.abs().compare(VectorOperators.LT, TINY));
  }

  /// `x` within bounds; a NaN stays one.
  static DoubleVector bounded(DoubleVector x, DoubleVector least, DoubleVector most) {
    DoubleVector below = x.blend(most, x.compare(VectorOperators.GT, most));
    return below.blend(least, x.compare(VectorOperators.LT, least));
  }

  /// `size`, which has no sign, with the sign of `x`.
  static DoubleVector withSign(DoubleVector size, DoubleVector x) {
    return size.reinterpretAsLongs()
        .lanewise(VectorOperators.OR, x.reinterpretAsLongs().lanewise(VectorOperators.AND, SIGN))
        .reinterpretAsDoubles();
  }

  /// Applies the scalar function lane by lane, for lanes too rare to have a vector formula.
  ///
  /// Arrays go in and out: a vector passed to a method that is not inlined would be boxed.
  static double[] oneByOne(double[] lanes, DoubleUnaryOperator function) {
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = function.applyAsDouble(lanes[i]);
    }
    return lanes;
  }
}
