package thalweg.random;

import java.util.Arrays;
import java.util.List;

/// NumPy's legacy stream: `numpy.random.RandomState(seed)`, and `numpy.random.seed(seed)` with
/// `numpy.random.…`.
///
/// NumPy has frozen it: every version since 1.16 gives these numbers. A *draw* is one 32-bit word of the
/// twister.
///
/// Source: NumPy's `mtrand` and its legacy distributions; the engine is [Mt19937].
public final class NumpyRandomState implements NumpyGenerator {

  private static final long LARGEST_SEED = 0xffffffffL;

  private final Mt19937 engine = new Mt19937();
  private long initialSeed;
  private boolean hasNormal;
  private double normal;

  /// A stream from a fresh seed, another in each run, as `RandomState()`.
  public NumpyRandomState() {
    seed();
  }

  /// The stream of `RandomState(seed)`.
  ///
  /// @throws IllegalArgumentException unless 0 ≤ `seed` < 2³²
  public NumpyRandomState(long seed) {
    manualSeed(seed);
  }

  /// The stream of `RandomState([k0, k1, …])`; its [#initialSeed()] is the first number.
  ///
  /// @throws IllegalArgumentException if there is none, or one is not in 0 … 2³² − 1
  public NumpyRandomState(long[] seeds) {
    manualSeed(seeds);
  }

  /// @throws IllegalArgumentException unless 0 ≤ `seed` < 2³²
  @Override
  public NumpyRandomState manualSeed(long seed) {
    engine.initGenrand(word(seed));
    initialSeed = seed;
    hasNormal = false;
    return this;
  }

  /// @throws IllegalArgumentException if there is no number, or one is not in 0 … 2³² − 1
  public NumpyRandomState manualSeed(long[] seeds) {
    if (seeds.length == 0) {
      throw new IllegalArgumentException(
          "RandomState: the array of seeds is empty; give at least one number");
    }
    int[] key = new int[seeds.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = word(seeds[i]);
    }
    engine.initByArray(key);
    initialSeed = seeds[0];
    hasNormal = false;
    return this;
  }

  private static int word(long seed) {
    if (seed < 0 || seed > LARGEST_SEED) {
      throw new IllegalArgumentException(
          "RandomState: seed " + seed + " does not fit 32 bits; give a seed from 0 to 4294967295");
    }
    return (int) seed;
  }

  @Override
  public long initialSeed() {
    return initialSeed;
  }

  @Override
  public long seed() {
    manualSeed(Require.freshSeed() & LARGEST_SEED);
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

  /// `random_sample()`: uniform in [0, 1); 2 draws.
  @Override
  public double nextDouble() {
    return engine.nextDouble();
  }

  /// `standard_normal()`: Marsaglia's polar method. Pairs of uniforms (4 draws) until a point (x, y) falls
  /// inside the unit circle; then y·f is returned and x·f kept, f = √(−2 log(r²)/r²). Or the kept value, no
  /// draw.
  ///
  /// Source: G. Marsaglia and T. A. Bray, SIAM Review 6 (1964).
  @Override
  public double nextGaussian() {
    if (hasNormal) {
      hasNormal = false;
      return normal;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double f = Math.sqrt(-2 * Elementary.log(square) / square);
    normal = f * x;
    hasNormal = true;
    return f * y;
  }

  /// `rand(n)`, `random_sample(n)`: 2 draws a value.
  public double[] rand(int n) {
    double[] out = new double[Require.size("rand", n)];
    for (int i = 0; i < n; i++) {
      out[i] = nextDouble();
    }
    return out;
  }

  /// `randn(n)`, `standard_normal(n)`: [#nextGaussian()] n times.
  public double[] randn(int n) {
    double[] out = new double[Require.size("randn", n)];
    for (int i = 0; i < n; i++) {
      out[i] = nextGaussian();
    }
    return out;
  }

  /// `randint(low, high)`: uniform in `low` … `high` − 1.
  ///
  /// Draws are cut to as many low bits as the range needs and thrown away while too large: one draw a try
  /// for ranges up to 2³², else two; none for a range of 1.
  ///
  /// @throws IllegalArgumentException if `low >= high`
  public long randint(long low, long high) {
    Require.lowBelowHigh("randint", low, high);
    return low + upTo(high - 1 - low);
  }

  /// `randint(low, high, n)`.
  public long[] randint(long low, long high, int n) {
    long[] out = new long[Require.size("randint", n)];
    fillRandint(out, 0, n, low, high);
    return out;
  }

  /// As [#randint(long, long)] `n` times.
  public void fillRandint(long[] out, int offset, int n, long low, long high) {
    Require.span("randint", out.length, offset, n);
    Require.lowBelowHigh("randint", low, high);
    for (int i = offset; i < offset + n; i++) {
      out[i] = low + upTo(high - 1 - low);
    }
  }

  /// Uniform in 0 … `max`, read as unsigned, by masked rejection.
  private long upTo(long max) {
    if (max == 0) {
      return 0;
    }
    long mask = -1L >>> Long.numberOfLeadingZeros(max);
    long value;
    do {
      value = (max >>> 32 == 0 ? engine.nextInt() : engine.nextLong()) & mask;
    } while (Long.compareUnsigned(value, max) > 0);
    return value;
  }

  private int indexUpTo(int max) {
    return (int) upTo(max);
  }

  /// `shuffle(x)` in place: one masked draw for each place but the first, from the back.
  @Override
  public void shuffle(long[] x) {
    FisherYates.shuffle(x, 1, this::indexUpTo);
  }

  /// `shuffle(x)` in place, with the draws of [#shuffle(long\[\])].
  public void shuffle(double[] x) {
    FisherYates.shuffle(x, this::indexUpTo);
  }

  /// `shuffle(x)` in place, with the draws of [#shuffle(long\[\])].
  public void shuffle(List<?> x) {
    FisherYates.shuffle(x, this::indexUpTo);
  }

  /// `choice(n, size, replace)`: `size` numbers of 0 … n − 1.
  ///
  /// With replacement [#randint(long, long)] `size` times; without, the head of a whole [#permutation].
  ///
  /// @throws IllegalArgumentException if there are not enough numbers to choose from
  public long[] choice(long n, int size, boolean replace) {
    Require.size("choice", size);
    Require.population("choice", n, size, replace);
    if (replace) {
      return size == 0 ? new long[0] : randint(0, n, size);
    }
    return Arrays.copyOf(permutation(Require.size("choice", n)), size);
  }
}
