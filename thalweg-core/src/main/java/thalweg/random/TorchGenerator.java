package thalweg.random;

import java.math.BigInteger;
import java.util.Arrays;

/// PyTorch's CPU generator (`torch.manual_seed`), as of PyTorch 1.13.
///
/// A *draw* is one 32-bit word of the twister. Every method says how many draws it takes, because the
/// numbers that come later depend on it. Two things surprise: normals of up to 15 values come in pairs
/// whose second half waits for the next such call, whatever happens between; and from 16 values on they
/// come by another method altogether.
///
/// The scalar Bernoulli and exponential fills follow PyTorch built without Intel's MKL, whose own streams
/// are not public.
///
/// Source: `CPUGeneratorImpl` and the CPU distribution kernels of PyTorch; the engine is [Mt19937].
public final class TorchGenerator implements Generator {

  /// The seed PyTorch starts with when nobody gives one.
  public static final long DEFAULT_SEED = 67280421310721L;

  private static final BigInteger LOWEST_SEED = BigInteger.ONE.shiftLeft(63).negate();
  private static final BigInteger SEED_END = BigInteger.ONE.shiftLeft(64);

  private final Mt19937 engine = new Mt19937();
  private long initialSeed;

  /// The sine half of the last scalar Box–Muller pair. PyTorch also has a place for a float one, which none
  /// of its CPU kernels writes: float32 normals are computed in double there.
  private boolean hasNormal;

  private double normal;

  /// A generator at PyTorch's default seed.
  public TorchGenerator() {
    this(DEFAULT_SEED);
  }

  /// A generator started from `seed`.
  public TorchGenerator(long seed) {
    manualSeed(seed);
  }

  /// Starts the stream of `seed`, any 64 bits; the stream depends on the lower 32 alone, as in PyTorch.
  /// Takes no draw.
  @Override
  public TorchGenerator manualSeed(long seed) {
    engine.initGenrand((int) seed);
    initialSeed = seed;
    hasNormal = false;
    return this;
  }

  /// As [#manualSeed(long)], for seeds as Python has them: −2⁶³ … 2⁶⁴ − 1, a negative one standing for
  /// itself plus 2⁶⁴.
  public TorchGenerator manualSeed(BigInteger seed) {
    if (seed.compareTo(LOWEST_SEED) < 0 || seed.compareTo(SEED_END) >= 0) {
      throw new IllegalArgumentException(
          "manualSeed: " + seed + " does not fit 64 bits; give a seed from -2^63 to 2^64 - 1");
    }
    return manualSeed(seed.longValue());
  }

  /// The seed as 64 bits; `Long.toUnsignedString` prints it as PyTorch does.
  @Override
  public long initialSeed() {
    return initialSeed;
  }

  @Override
  public long seed() {
    manualSeed(Require.freshSeed());
    return initialSeed;
  }

  /// The point in the stream, to come back to with [#setState].
  public TwisterState getState() {
    return engine.state(initialSeed, hasNormal, normal);
  }

  /// Returns to a point in the stream; the cached normal returns with it.
  public void setState(TwisterState state) {
    engine.restore(state);
    initialSeed = state.initialSeed();
    hasNormal = state.cachedNormal().isPresent();
    normal = state.cachedNormal().orElse(0);
  }

  /// The next 32 bits: 1 draw.
  public int random() {
    return engine.nextInt();
  }

  /// The next 64 bits, the first draw on top: 2 draws.
  public long random64() {
    return engine.nextLong();
  }

  /// The lower 24 bits of one draw, times 2⁻²⁴.
  public float nextFloat() {
    return (engine.nextInt() & 0xffffff) * 0x1p-24f;
  }

  /// The lower 53 bits of two draws, times 2⁻⁵³.
  @Override
  public double nextDouble() {
    return (engine.nextLong() & ((1L << 53) - 1)) * 0x1p-53;
  }

  /// r·cos θ with r = √(−2 log(1 − v)), θ = 2πu: 4 draws for u and v, and r·sin θ is kept; or the kept
  /// value, no draw.
  @Override
  public double nextGaussian() {
    if (hasNormal) {
      hasNormal = false;
      return normal;
    }
    double theta = 2 * Math.PI * nextDouble();
    double radius = Math.sqrt(-2 * Elementary.log(1 - nextDouble()));
    normal = radius * Elementary.sin(theta);
    hasNormal = true;
    return radius * Elementary.cos(theta);
  }

  /// u < `p` for a float u: 1 draw.
  public boolean nextBernoulli(float p) {
    Require.probability("bernoulli", p);
    return nextFloat() < p;
  }

  /// u < `p` for a double u: 2 draws.
  public boolean nextBernoulli(double p) {
    Require.probability("bernoulli", p);
    return nextDouble() < p;
  }

  /// `torch.rand`, `uniform_`: u·(to − from) + from, 1 draw a value.
  ///
  /// @throws IllegalArgumentException if `from > to` or the range is not finite in float
  public void fillUniform(float[] out, int offset, int n, double from, double to) {
    Require.span("fillUniform", out.length, offset, n);
    Require.ordered("fillUniform", from, to, Float.MAX_VALUE);
    float low = (float) from;
    float range = (float) to - low;
    for (int i = offset; i < offset + n; i++) {
      out[i] = Math.fma(nextFloat(), range, low);
    }
  }

  /// `torch.rand`, `uniform_` in float64: 2 draws a value.
  ///
  /// @throws IllegalArgumentException if `from > to` or the range is not finite
  @Override
  public void fillUniform(double[] out, int offset, int n, double from, double to) {
    Require.span("fillUniform", out.length, offset, n);
    Require.ordered("fillUniform", from, to, Double.MAX_VALUE);
    double range = to - from;
    for (int i = offset; i < offset + n; i++) {
      out[i] = Math.fma(nextDouble(), range, from);
    }
  }

  /// `torch.randn`, `normal_` into a contiguous float32 tensor of `n` values.
  ///
  /// Below 16 values each is [#nextGaussian()]·std + mean, rounded to float. From 16 on, `n` uniforms (1
  /// draw each) become normals in blocks of 16; if `n` is no multiple of 16, the *last 16* values are made
  /// again from 16 more draws.
  ///
  /// @throws IllegalArgumentException if `std < 0`
  public void fillNormal(float[] out, int offset, int n, double mean, double std) {
    Require.span("fillNormal", out.length, offset, n);
    Require.deviation("fillNormal", std);
    if (n < BoxMuller.BLOCK) {
      for (int i = offset; i < offset + n; i++) {
        out[i] = (float) Math.fma(nextGaussian(), std, mean);
      }
      return;
    }
    int end = offset + n;
    fillUniform(out, offset, n, 0, 1);
    for (int i = offset; i <= end - BoxMuller.BLOCK; i += BoxMuller.BLOCK) {
      BoxMuller.block(out, i, (float) mean, (float) std);
    }
    if (n % BoxMuller.BLOCK != 0) {
      fillUniform(out, end - BoxMuller.BLOCK, BoxMuller.BLOCK, 0, 1);
      BoxMuller.block(out, end - BoxMuller.BLOCK, (float) mean, (float) std);
    }
  }

  /// `torch.randn`, `normal_` into a contiguous float64 tensor: as for float32, at 2 draws a uniform.
  ///
  /// @throws IllegalArgumentException if `std < 0`
  @Override
  public void fillNormal(double[] out, int offset, int n, double mean, double std) {
    Require.span("fillNormal", out.length, offset, n);
    Require.deviation("fillNormal", std);
    if (n < BoxMuller.BLOCK) {
      for (int i = offset; i < offset + n; i++) {
        out[i] = Math.fma(nextGaussian(), std, mean);
      }
      return;
    }
    int end = offset + n;
    fillUniform(out, offset, n, 0, 1);
    for (int i = offset; i <= end - BoxMuller.BLOCK; i += BoxMuller.BLOCK) {
      BoxMuller.block(out, i, mean, std);
    }
    if (n % BoxMuller.BLOCK != 0) {
      fillUniform(out, end - BoxMuller.BLOCK, BoxMuller.BLOCK, 0, 1);
      BoxMuller.block(out, end - BoxMuller.BLOCK, mean, std);
    }
  }

  /// `torch.randint`: low + draw mod (high − low). One draw a value for ranges below 2³², else two.
  ///
  /// @throws IllegalArgumentException if `low >= high`
  public void fillRandint(long[] out, int offset, int n, long low, long high) {
    Require.span("randint", out.length, offset, n);
    Require.lowBelowHigh("randint", low, high);
    // high − low can pass 2⁶³, so it is read as unsigned from here on
    long range = high - low;
    boolean wide = range >>> 32 != 0;
    for (int i = offset; i < offset + n; i++) {
      long draw = wide ? engine.nextLong() : Integer.toUnsignedLong(engine.nextInt());
      out[i] = low + Long.remainderUnsigned(draw, range);
    }
  }

  /// `torch.randperm`: from the front, swaps place i with place i + draw mod (n − i). Takes n − 1 draws
  /// (none for 0).
  public long[] randperm(int n) {
    Require.size("randperm", n);
    long[] x = FisherYates.range(n);
    for (int i = 0; i < n - 1; i++) {
      int j = i + Integer.remainderUnsigned(engine.nextInt(), n - i);
      long swap = x[i];
      x[i] = x[j];
      x[j] = swap;
    }
    return x;
  }

  /// The same as [#randperm].
  @Override
  public long[] permutation(int n) {
    return randperm(n);
  }

  /// `torch.bernoulli(p)` for a float32 tensor p: 1 where u < pᵢ, else 0; 1 draw a value. `out` may be `p`
  /// itself.
  public void fillBernoulli(float[] out, int offset, int n, float[] p, int pOffset) {
    Require.span("bernoulli", out.length, offset, n);
    Require.span("bernoulli", p.length, pOffset, n);
    for (int i = 0; i < n; i++) {
      out[offset + i] = nextBernoulli(p[pOffset + i]) ? 1 : 0;
    }
  }

  /// `torch.bernoulli(p)` for a float64 tensor p: 2 draws a value. `out` may be `p` itself.
  public void fillBernoulli(double[] out, int offset, int n, double[] p, int pOffset) {
    Require.span("bernoulli", out.length, offset, n);
    Require.span("bernoulli", p.length, pOffset, n);
    for (int i = 0; i < n; i++) {
      out[offset + i] = nextBernoulli(p[pOffset + i]) ? 1 : 0;
    }
  }

  /// `bernoulli_(p)` for one number p: 2 draws a value, in float32 too, unlike `torch.bernoulli` of a
  /// float32 tensor.
  public void fillBernoulli(float[] out, int offset, int n, double p) {
    Require.span("bernoulli", out.length, offset, n);
    Require.probability("bernoulli", p);
    for (int i = offset; i < offset + n; i++) {
      out[i] = nextDouble() < p ? 1 : 0;
    }
  }

  /// `bernoulli_(p)` for one number p in float64: 2 draws a value.
  public void fillBernoulli(double[] out, int offset, int n, double p) {
    Require.span("bernoulli", out.length, offset, n);
    Require.probability("bernoulli", p);
    for (int i = offset; i < offset + n; i++) {
      out[i] = nextDouble() < p ? 1 : 0;
    }
  }

  /// What `dropout(x, p)` multiplies a float32 x by while training: 1/(1 − p) with probability 1 − p, else
  /// 0.
  ///
  /// 2 draws a value; none for p = 0 (all 1) and p = 1 (all 0).
  public void fillDropout(float[] out, int offset, int n, double p) {
    Require.probability("dropout", p);
    if (p == 0 || p == 1) {
      Require.span("dropout", out.length, offset, n);
      Arrays.fill(out, offset, offset + n, p == 0 ? 1f : 0f);
      return;
    }
    fillBernoulli(out, offset, n, 1 - p);
    for (int i = offset; i < offset + n; i++) {
      out[i] /= (float) (1 - p);
    }
  }

  /// As for float32: the same draws keep the same places.
  public void fillDropout(double[] out, int offset, int n, double p) {
    Require.probability("dropout", p);
    if (p == 0 || p == 1) {
      Require.span("dropout", out.length, offset, n);
      Arrays.fill(out, offset, offset + n, p == 0 ? 1.0 : 0.0);
      return;
    }
    fillBernoulli(out, offset, n, 1 - p);
    for (int i = offset; i < offset + n; i++) {
      out[i] /= 1 - p;
    }
  }

  /// `exponential_(lambda)` in float32: −1/λ · log(1 − u) in double, then rounded; 2 draws a value.
  ///
  /// @throws IllegalArgumentException if `lambda < 0`
  public void fillExponential(float[] out, int offset, int n, double lambda) {
    Require.span("exponential", out.length, offset, n);
    Require.rate("exponential", lambda);
    for (int i = offset; i < offset + n; i++) {
      out[i] = (float) exponential(lambda);
    }
  }

  /// `exponential_(lambda)` in float64: 2 draws a value.
  ///
  /// @throws IllegalArgumentException if `lambda < 0`
  public void fillExponential(double[] out, int offset, int n, double lambda) {
    Require.span("exponential", out.length, offset, n);
    Require.rate("exponential", lambda);
    for (int i = offset; i < offset + n; i++) {
      out[i] = exponential(lambda);
    }
  }

  private double exponential(double lambda) {
    return -1 / lambda * Elementary.log(1 - nextDouble());
  }
}
