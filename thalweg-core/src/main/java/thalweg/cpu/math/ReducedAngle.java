package thalweg.cpu.math;

import static java.lang.Math.abs;
import static java.lang.Math.fma;
import static java.lang.Math.unsignedMultiplyHigh;
import static thalweg.cpu.math.Polynomials.nearest;
import static thalweg.cpu.math.Trigonometry.CODY_WAITE;
import static thalweg.cpu.math.Trigonometry.ONE_OVER_PI;
import static thalweg.cpu.math.Trigonometry.PI;
import static thalweg.cpu.math.Trigonometry.PI_2;
import static thalweg.cpu.math.Trigonometry.PI_3;

/// An angle modulo a full turn: `x = (k - late) π + r + rLow` with `k` an integer and `|r| ≤ π/2`.
///
/// @param sign 1 where `k` is even, else -1
/// @param r    the rest
/// @param rLow what `r` lacks
record ReducedAngle(double sign, double r, double rLow) {
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

  /// Reduces any angle; `late` is 0 for the sine, 1/2 for the cosine.
  static ReducedAngle of(double x, double late) {
    if (abs(x) < CODY_WAITE) {
      return subtracting(x, late);
    }
    if (abs(x) < Double.POSITIVE_INFINITY) {
      ReducedAngle angle = multiplying(abs(x), late);
      return x < 0 && late == 0 ? new ReducedAngle(-angle.sign, angle.r, angle.rLow) : angle;
    }
    return new ReducedAngle(1, Double.NaN, 0);
  }

  /// Cody and Waite: the first step is exact for `|x| ≥ 1`, as `x` and the multiple of `PI` are multiples of
  /// 2^-52 and their difference is below two; the second keeps what it loses.
  private static ReducedAngle subtracting(double x, double late) {
    double k = nearest(fma(x, ONE_OVER_PI, late));
    double halves = k - late;
    double first = fma(halves, -PI, x);
    double step = halves * -PI_2;
    double stepLow = fma(halves, -PI_2, -step);
    double r = first + step;
    double added = r - first;
    double lost = (first - (r - added)) + (step - added);
    return new ReducedAngle(sign(k), r, fma(halves, -PI_3, lost + stepLow));
  }

  /// `(-1)^k`.
  private static double sign(double k) {
    return fma(abs(fma(nearest(k * 0.5), -2, k)), -2, 1);
  }

  /// Payne and Hanek: of `2/π`, the bits that `x` takes to whole turns are left out, and the next 192 give
  /// the parity of `k` and the rest, to 2^-137.
  private static ReducedAngle multiplying(double x, double late) {
    long bits = Double.doubleToRawLongBits(x);
    long m = (bits & Logarithms.FRACTION) | (Logarithms.FRACTION + 1);
    int start = (int) (bits >>> 52) - 1075 + 62;
    long low = m * word(start + 128);
    long middle = m * word(start + 64);
    long carried = middle + unsignedMultiplyHigh(m, word(start + 128));
    long carry = Long.compareUnsigned(carried, middle) < 0 ? 1 : 0;
    long lateBits = (long) (late * 0x1p63);
    long high = m * word(start) + unsignedMultiplyHigh(m, word(start + 64)) + carry + lateBits;
    long fraction = (high << 1) | (carried >>> 63);
    long fractionLow = (carried << 1) | (low >>> 63);
    return halfTurns((high >>> 63) + (fraction >>> 63), fraction, fractionLow);
  }

  /// `k + f` half turns, where `f` is a signed binary fraction of 128 bits in two words.
  private static ReducedAngle halfTurns(long k, long fraction, long fractionLow) {
    double first = (fraction >> 32) * 0x1p-32;
    double second = (fraction & 0xffffffffL) * 0x1p-64;
    double third = (fractionLow >>> 11) * 0x1p-117;
    double sum = first + second;
    double rest = ((first - sum) + second) + third;
    double f = sum + rest;
    double fLow = (sum - f) + rest;
    double r = f * PI;
    return new ReducedAngle(sign(k), r, fma(f, PI, -r) + fma(f, PI_2, fLow * PI));
  }

  /// The 64 bits of `2/π` from the given one on.
  private static long word(int bit) {
    int shift = bit & 63;
    long first = TWO_OVER_PI[bit >> 6] << shift;
    return shift == 0 ? first : first | (TWO_OVER_PI[(bit >> 6) + 1] >>> (64 - shift));
  }
}
