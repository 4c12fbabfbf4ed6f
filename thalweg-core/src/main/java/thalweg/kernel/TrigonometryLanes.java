package thalweg.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static thalweg.kernel.Lanes.HALF;
import static thalweg.kernel.Lanes.ONE;
import static thalweg.kernel.Lanes.SPECIES;
import static thalweg.kernel.Lanes.ZERO;
import static thalweg.kernel.Lanes.all;
import static thalweg.kernel.Lanes.nearest;
import static thalweg.kernel.Lanes.oneByOne;
import static thalweg.kernel.Lanes.polynomial;
import static thalweg.kernel.Lanes.quotient;
import static thalweg.kernel.Lanes.unlessTiny;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [Trigonometry] on lanes; vectors with an angle beyond the short reduction go one by one.
final class TrigonometryLanes {
  private static final DoubleVector CODY_WAITE = all(Trigonometry.CODY_WAITE);
  private static final DoubleVector ROUNDER = all(Polynomials.ROUNDER);
  private static final DoubleVector TWO_OVER_PI = all(Trigonometry.TWO_OVER_PI);
  private static final DoubleVector MINUS_HALF_PI = all(-Trigonometry.HALF_PI);
  private static final DoubleVector MINUS_HALF_PI_2 = all(-Trigonometry.HALF_PI_2);
  private static final DoubleVector MINUS_HALF_PI_3 = all(-Trigonometry.HALF_PI_3);
  private static final DoubleVector MINUS_HALF = all(-0.5);
  private static final DoubleVector MINUS_QUARTER = all(-0.25);
  private static final DoubleVector MINUS_TWO = all(-2);

  private TrigonometryLanes() {}

  static DoubleVector sin(DoubleVector x) {
    DoubleVector k = quarters(x);
    DoubleVector wave = wave(x, k, k);
    return near(x) ? unlessTiny(x, wave) : fromArray(SPECIES, oneByOne(x.toArray(), Trigonometry::sin), 0);
  }

  static DoubleVector cos(DoubleVector x) {
    DoubleVector k = quarters(x);
    DoubleVector wave = wave(x, k, k.add(ONE));
    return near(x) ? wave : fromArray(SPECIES, oneByOne(x.toArray(), Trigonometry::cos), 0);
  }

  static DoubleVector tan(DoubleVector x) {
    DoubleVector k = quarters(x);
    DoubleVector r = rest(x, k);
    DoubleVector rLow = restLow(x, k, r);
    DoubleVector sinRest = sinRest(r, rLow);
    DoubleVector sin = r.add(sinRest);
    DoubleVector sinLow = r.sub(sin).add(sinRest);
    DoubleVector cosLead = cosLead(r);
    DoubleVector cosRest = cosRest(r, rLow, cosLead);
    DoubleVector cos = cosLead.add(cosRest);
    DoubleVector cosLow = cosLead.sub(cos).add(cosRest);
    VectorMask<Double> odd = parity(k, floorOfHalf(k)).compare(VectorOperators.NE, ZERO);
    DoubleVector tan =
        quotient(
            sin.blend(cos.neg(), odd),
            sinLow.blend(cosLow.neg(), odd),
            cos.blend(sin, odd),
            cosLow.blend(sinLow, odd));
    return near(x) ? unlessTiny(x, tan) : fromArray(SPECIES, oneByOne(x.toArray(), Trigonometry::tan), 0);
  }

  private static DoubleVector wave(DoubleVector x, DoubleVector k, DoubleVector quadrant) {
    DoubleVector r = rest(x, k);
    DoubleVector rLow = restLow(x, k, r);
    DoubleVector sin = r.add(sinRest(r, rLow));
    DoubleVector cosLead = cosLead(r);
    DoubleVector cos = cosLead.add(cosRest(r, rLow, cosLead));
    DoubleVector half = floorOfHalf(quadrant);
    VectorMask<Double> odd = parity(quadrant, half).compare(VectorOperators.NE, ZERO);
    DoubleVector sign = parity(half, floorOfHalf(half)).fma(MINUS_TWO, ONE);
    return sin.blend(cos, odd).mul(sign);
  }

  private static DoubleVector sinRest(DoubleVector r, DoubleVector rLow) {
    DoubleVector z = r.mul(r);
    return r.mul(z).fma(polynomial(z, Trigonometry.SIN), rLow.mul(z.fma(MINUS_HALF, ONE)));
  }

  private static DoubleVector cosLead(DoubleVector r) {
    return r.fma(r.mul(MINUS_HALF), ONE);
  }

  private static DoubleVector cosRest(DoubleVector r, DoubleVector rLow, DoubleVector lead) {
    DoubleVector z = r.mul(r);
    DoubleVector squareRest = r.fma(r.mul(MINUS_HALF), ONE.sub(lead));
    return z.mul(z).fma(polynomial(z, Trigonometry.COS), r.neg().fma(rLow, squareRest));
  }

  private static DoubleVector rest(DoubleVector x, DoubleVector k) {
    return k.fma(MINUS_HALF_PI, x).add(k.mul(MINUS_HALF_PI_2));
  }

  private static DoubleVector restLow(DoubleVector x, DoubleVector k, DoubleVector r) {
    DoubleVector first = k.fma(MINUS_HALF_PI, x);
    DoubleVector step = k.mul(MINUS_HALF_PI_2);
    DoubleVector stepLow = k.fma(MINUS_HALF_PI_2, step.neg());
    DoubleVector added = r.sub(first);
    DoubleVector lost = first.sub(r.sub(added)).add(step.sub(added));
    return k.fma(MINUS_HALF_PI_3, lost.add(stepLow));
  }

  /// The quarter turns nearest to `x`, a whole number, as are the quadrants: their bits are told apart by
  /// arithmetic, for which vectors need not change their type.
  private static DoubleVector quarters(DoubleVector x) {
    return x.fma(TWO_OVER_PI, ROUNDER).sub(ROUNDER);
  }

  private static DoubleVector floorOfHalf(DoubleVector k) {
    return nearest(k.fma(HALF, MINUS_QUARTER));
  }

  private static DoubleVector parity(DoubleVector k, DoubleVector half) {
    return half.fma(MINUS_TWO, k);
  }

  private static boolean near(DoubleVector x) {
    return x.abs().compare(VectorOperators.LT, CODY_WAITE).allTrue();
  }
}
