package thalweg.random;

/// The Box–Muller transform on blocks of sixteen, as PyTorch fills a contiguous tensor of 16 or more
/// normals.
///
/// Eight uniforms u and the eight v after them become r·cos θ and r·sin θ, in place, with
/// r = √(−2 log(1 − u)) and θ = 2πv. PyTorch's AVX2 kernel computes float32 blocks with single-precision
/// polynomials; the same operations in the same order, fused where its compiler fuses them, give the same
/// bits here.
///
/// Source: G. E. P. Box and M. E. Muller, *A note on the generation of random normal deviates* (1958); the
/// polynomials are S. L. Moshier's, from Cephes `logf`, `sinf` and `cosf`.
final class BoxMuller {

  static final int BLOCK = 16;
  private static final int HALF = BLOCK / 2;

  private static final float SQRT_HALF = 0.70710678f;
  private static final float LN_2_HIGH = 0.693359375f;
  private static final float LN_2_LOW = -2.12194440e-4f;
  private static final float[] LOG = {
    7.0376836292e-2f, -1.1514610310e-1f, 1.1676998740e-1f, -1.2420140846e-1f, 1.4249322787e-1f,
    -1.6668057665e-1f, 2.0000714765e-1f, -2.4999993993e-1f, 3.3333331174e-1f
  };

  private static final float TWO_PI = (float) (2 * Math.PI);
  private static final float FOUR_OVER_PI = 1.27323954473516f;
  private static final float[] QUARTER_PI = {0.78515625f, 2.4187564849853515625e-4f, 3.77489497744594108e-8f};
  private static final float[] SINE = {-1.9515295891e-4f, 8.3321608736e-3f, -1.6666654611e-1f};
  private static final float[] COSINE = {
    2.443315711809948e-5f, -1.388731625493765e-3f, 4.166664568298827e-2f
  };

  private BoxMuller() {}

  /// Turns sixteen uniforms of `data` from `at` on into normals, in single precision.
  static void block(float[] data, int at, float mean, float std) {
    for (int i = at; i < at + HALF; i++) {
      float radius = (float) Math.sqrt(-2f * log(1 - data[i]));
      float theta = TWO_PI * data[i + HALF];
      // (θ·4/π rounded up to an even octant) says which polynomial serves and with which sign
      int octant = ((int) (theta * FOUR_OVER_PI) + 1) & ~1;
      float r = reduced(theta, octant);
      float sine = sinePolynomial(r);
      float cosine = cosinePolynomial(r);
      boolean swapped = (octant & 2) != 0;
      float sinTheta = negateIf((octant & 4) != 0, swapped ? cosine : sine);
      float cosTheta = negateIf(((octant + 2) & 4) != 0, swapped ? sine : cosine);
      data[i] = Math.fma(radius * cosTheta, std, mean);
      data[i + HALF] = Math.fma(radius * sinTheta, std, mean);
    }
  }

  /// Turns sixteen uniforms of `data` from `at` on into normals, in double precision.
  static void block(double[] data, int at, double mean, double std) {
    for (int i = at; i < at + HALF; i++) {
      double radius = Math.sqrt(-2 * Elementary.log(1 - data[i]));
      double theta = 2 * Math.PI * data[i + HALF];
      data[i] = Math.fma(radius * Elementary.cos(theta), std, mean);
      data[i + HALF] = Math.fma(radius * Elementary.sin(theta), std, mean);
    }
  }

  private static float negateIf(boolean negative, float x) {
    return negative ? -x : x;
  }

  /// log x for a normal positive float: log(2ᵉ·m) with m − 1 between √½ − 1 and √2 − 1.
  private static float log(float x) {
    int bits = Float.floatToRawIntBits(x);
    float exponent = (bits >>> 23) - 126;
    float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f000000);
    float f = m - 1;
    if (m < SQRT_HALF) {
      exponent -= 1;
      f += m;
    }
    float z = f * f;
    float p = LOG[0];
    for (int i = 1; i < LOG.length; i++) {
      p = Math.fma(p, f, LOG[i]);
    }
    float y = Math.fma(p * f, z, exponent * LN_2_LOW);
    y = Math.fma(z, -0.5f, y);
    return Math.fma(exponent, LN_2_HIGH, f + y);
  }

  /// θ − octant·π/4, with π/4 in three parts.
  private static float reduced(float theta, int octant) {
    float r = theta;
    for (float part : QUARTER_PI) {
      r = Math.fma((float) octant, -part, r);
    }
    return r;
  }

  private static float sinePolynomial(float r) {
    float z = r * r;
    float p = Math.fma(Math.fma(SINE[0], z, SINE[1]), z, SINE[2]);
    return Math.fma(p * z, r, r);
  }

  private static float cosinePolynomial(float r) {
    float z = r * r;
    float p = Math.fma(Math.fma(COSINE[0], z, COSINE[1]), z, COSINE[2]);
    return Math.fma(p * z, z, z * -0.5f) + 1;
  }
}
