package thalweg.kernel;

import jdk.incubator.vector.DoubleVector;

/// [Powers] on lanes, as far as one vector of arguments goes.
final class PowerLanes {
  private PowerLanes() {}

  static DoubleVector sqrt(DoubleVector x) {
    return x.sqrt();
  }

  static DoubleVector rsqrt(DoubleVector x) {
    return Lanes.ONE.div(x.sqrt());
  }
}
