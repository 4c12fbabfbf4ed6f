package thalweg.cpu.math;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static thalweg.cpu.math.Lanes.HALF;
import static thalweg.cpu.math.Lanes.ONE;
import static thalweg.cpu.math.Lanes.SPECIES;
import static thalweg.cpu.math.Lanes.ZERO;
import static thalweg.cpu.math.Lanes.all;
import static thalweg.cpu.math.Lanes.nearest;
import static thalweg.cpu.math.Lanes.oneByOne;
import static thalweg.cpu.math.Lanes.polynomial;
import static thalweg.cpu.math.Lanes.quotient;
import static thalweg.cpu.math.Lanes.unlessTiny;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// [Trigonometry] on lanes; vectors with an angle beyond the short reduction go one by one.
public final class TrigonometryLanes {
  private static final DoubleVector CODY_WAITE = all(Trigonometry.CODY_WAITE);
  private static final DoubleVector ONE_OVER_PI = all(Trigonometry.ONE_OVER_PI);
  private static final DoubleVector MINUS_PI = all(-Trigonometry.PI);
  private static final DoubleVector MINUS_PI_2 = all(-Trigonometry.PI_2);
  private static final DoubleVector MINUS_PI_3 = all(-Trigonometry.PI_3);
  private static final DoubleVector COSINE = all(Trigonometry.COSINE);
  private static final DoubleVector MINUS_HALF = all(-0.5);
  private static final DoubleVector MINUS_TWO = all(-2);

  private TrigonometryLanes() {}

  public static DoubleVector sin(DoubleVector x) {
    DoubleVector k = nearest(x.fma(ONE_OVER_PI, ZERO));
    DoubleVector r = reduced(x, k);
    DoubleVector sin = r.add(rest(r, reducedLow(x, k, r))).mul(sign(k));
    return near(x) ? unlessTiny(x, sin) : fromArray(SPECIES, oneByOne(x.toArray(), Trigonometry::sin), 0);
  }

  public static DoubleVector cos(DoubleVector x) {
    DoubleVector k = nearest(x.fma(ONE_OVER_PI, COSINE));
    DoubleVector halves = k.sub(COSINE);
    DoubleVector r = reduced(x, halves);
    DoubleVector cos = r.add(rest(r, reducedLow(x, halves, r))).mul(sign(k));
    return near(x) ? cos : fromArray(SPECIES, oneByOne(x.toArray(), Trigonometry::cos), 0);
  }

  static DoubleVector tan(DoubleVector x) {
    DoubleVector k = nearest(x.fma(ONE_OVER_PI, ZERO));
    DoubleVector r = reduced(x, k);
    DoubleVector rest = rest(r, reducedLow(x, k, r));
    DoubleVector sin = r.add(rest);
    DoubleVector late = nearest(x.fma(ONE_OVER_PI, COSINE));
    DoubleVector halves = late.sub(COSINE);
    DoubleVector lateR = reduced(x, halves);
    DoubleVector lateRest = rest(lateR, reducedLow(x, halves, lateR));
    DoubleVector cos = lateR.add(lateRest);
    DoubleVector size = quotient(sin, r.sub(sin).add(rest), cos, lateR.sub(cos).add(lateRest));
    DoubleVector tan = sign(k).mul(sign(late)).mul(size);
    return near(x) ? unlessTiny(x, tan) : fromArray(SPECIES, oneByOne(x.toArray(), Trigonometry::tan), 0);
  }

  private static DoubleVector rest(DoubleVector r, DoubleVector rLow) {
    DoubleVector z = r.mul(r);
    return r.mul(z).fma(polynomial(z, Trigonometry.SIN), rLow.mul(z.fma(MINUS_HALF, ONE)));
  }

  private static DoubleVector reduced(DoubleVector x, DoubleVector halves) {
    return halves.fma(MINUS_PI, x).add(halves.mul(MINUS_PI_2));
  }

  private static DoubleVector reducedLow(DoubleVector x, DoubleVector halves, DoubleVector r) {
    DoubleVector first = halves.fma(MINUS_PI, x);
    DoubleVector step = halves.mul(MINUS_PI_2);
    DoubleVector stepLow = halves.fma(MINUS_PI_2, step.neg());
    DoubleVector added = r.sub(first);
    DoubleVector lost = first.sub(r.sub(added)).add(step.sub(added));
    return halves.fma(MINUS_PI_3, lost.add(stepLow));
  }

  private static DoubleVector sign(DoubleVector k) {
    return nearest(k.mul(HALF)).fma(MINUS_TWO, k).abs().fma(MINUS_TWO, ONE);
  }

  private static boolean near(DoubleVector x) {
    return x.abs().compare(VectorOperators.LT, CODY_WAITE).allTrue();
  }
}
