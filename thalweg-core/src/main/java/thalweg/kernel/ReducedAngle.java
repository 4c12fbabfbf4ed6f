package thalweg.kernel;

import static java.lang.Math.abs;
import static java.lang.Math.fma;
import static java.lang.Math.unsignedMultiplyHigh;
import static thalweg.kernel.Trigonometry.CODY_WAITE;
import static thalweg.kernel.Trigonometry.HALF_PI;
import static thalweg.kernel.Trigonometry.HALF_PI_2;
import static thalweg.kernel.Trigonometry.HALF_PI_3;

/// An angle modulo a full turn: `quadrant · π/2 + r + rLow` with `|r| ≤ π/4`.
///
/// @param quadrant how many quarter turns, modulo 4
/// @param r        the rest
/// @param rLow     what `r` lacks
record ReducedAngle(long quadrant, double r, double rLow) {
  /// The bits of `2/π` after the binary point, behind a word of zeros.
  private static final long[] TWO_OVER_PI = {
    0,
    0xa2f9836e4e441529L,
    0xfc2757d1f534ddc0L,
    0xdb6295993c439041L,
    0xfe5163abdebbc561L,
    0xb7246e3a424dd2e0L,
    0x06492eea09d1921cL,
    0xfe1deb1cb129a73eL,
    0xe88235f52ebb4484L,
    0xe99c7026b45f7e41L,
    0x3991d639835339f4L,
    0x9c845f8bbdf9283bL,
    0x1ff897ffde05980fL,
    0xef2f118b5a0a6d1fL,
    0x6d367ecf27cb09b7L,
    0x4f463f669e5fea2dL,
    0x7527bac7ebe5f17bL,
    0x3d0739f78a5292eaL,
    0x6bfb5fb11f8d5d08L,
    0x56033046fc7b6babL,
  };

  /// Reduces any angle.
  static ReducedAngle of(double x) {
    if (abs(x) < CODY_WAITE) {
      return subtracting(x);
    }
    return abs(x) < Double.POSITIVE_INFINITY ? multiplying(x) : new ReducedAngle(0, Double.NaN, 0);
  }

  /// Cody and Waite: the first step is exact, as `x` and `k HALF_PI` are multiples of 2^-53 and their
  /// difference is below one; the second keeps what it loses.
  private static ReducedAngle subtracting(double x) {
    double shifted = fma(x, Trigonometry.TWO_OVER_PI, Polynomials.ROUNDER);
    double k = shifted - Polynomials.ROUNDER;
    double first = fma(k, -HALF_PI, x);
    double step = k * -HALF_PI_2;
    double stepLow = fma(k, -HALF_PI_2, -step);
    double r = first + step;
    double added = r - first;
    double lost = (first - (r - added)) + (step - added);
    return new ReducedAngle(Double.doubleToRawLongBits(shifted), r, fma(k, -HALF_PI_3, lost + stepLow));
  }

  /// Payne and Hanek: of `2/π`, the bits that `x` takes to whole turns are left out, and the next 192 give
  /// the quadrant and its fraction to 2^-137.
  private static ReducedAngle multiplying(double x) {
    long bits = Double.doubleToRawLongBits(abs(x));
    long m = (bits & Logarithms.FRACTION) | (Logarithms.FRACTION + 1);
    int start = (int) (bits >>> 52) - 1075 + 62;
    long low = m * word(start + 128);
    long middle = m * word(start + 64);
    long carried = middle + unsignedMultiplyHigh(m, word(start + 128));
    long carry = Long.compareUnsigned(carried, middle) < 0 ? 1 : 0;
    long high = m * word(start) + unsignedMultiplyHigh(m, word(start + 64)) + carry;
    long fraction = (high << 2) | (carried >>> 62);
    long fractionLow = (carried << 2) | (low >>> 62);
    long quadrant = (high >>> 62) + (fraction >>> 63);
    ReducedAngle angle = quarters(quadrant, fraction, fractionLow);
    return x < 0 ? new ReducedAngle(-angle.quadrant, -angle.r, -angle.rLow) : angle;
  }

  /// `quadrant + f` quarter turns, where `f` is a signed binary fraction of 128 bits in two words.
  private static ReducedAngle quarters(long quadrant, long fraction, long fractionLow) {
    double first = (fraction >> 32) * 0x1p-32;
    double second = (fraction & 0xffffffffL) * 0x1p-64;
    double third = (fractionLow >>> 11) * 0x1p-117;
    double sum = first + second;
    double rest = ((first - sum) + second) + third;
    double f = sum + rest;
    double fLow = (sum - f) + rest;
    double r = f * HALF_PI;
    return new ReducedAngle(quadrant, r, fma(f, HALF_PI, -r) + fma(f, HALF_PI_2, fLow * HALF_PI));
  }

  /// The 64 bits of `2/π` from the given one on.
  private static long word(int bit) {
    int shift = bit & 63;
    long first = TWO_OVER_PI[bit >> 6] << shift;
    return shift == 0 ? first : first | (TWO_OVER_PI[(bit >> 6) + 1] >>> (64 - shift));
  }
}
