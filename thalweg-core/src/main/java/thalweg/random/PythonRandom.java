package thalweg.random;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// CPython's `random.Random`, as of 3.11.
///
/// A *draw* is one 32-bit word of the twister.
///
/// Source: CPython's `random` module; the engine is [Mt19937].
public final class PythonRandom implements Generator {

  private final Mt19937 engine = new Mt19937();
  private long initialSeed;
  private boolean hasNormal;
  private double normal;

  /// A stream from a fresh seed, another in each run, as `random.Random()`.
  public PythonRandom() {
    seed();
  }

  /// The stream of `random.seed(seed)`.
  public PythonRandom(long seed) {
    manualSeed(seed);
  }

  /// The stream of `random.seed(seed)` for a seed of any length.
  public PythonRandom(BigInteger seed) {
    manualSeed(seed);
  }

  /// Any seed; as in CPython, its sign does not matter.
  @Override
  public PythonRandom manualSeed(long seed) {
    return manualSeed(BigInteger.valueOf(seed));
  }

  /// Any seed; as in CPython, its sign does not matter.
  public PythonRandom manualSeed(BigInteger seed) {
    engine.initByArray(Words.littleEndian(seed.abs()));
    initialSeed = seed.longValue();
    hasNormal = false;
    return this;
  }

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

  /// `random()`: uniform in [0, 1); 2 draws.
  public double random() {
    return engine.nextDouble();
  }

  /// The same as [#random()].
  @Override
  public double nextDouble() {
    return random();
  }

  /// `getrandbits(bits)`: a number of 0 ≤ `bits` ≤ 64 random bits. One draw for each 32 begun, lowest
  /// first, of which the last gives its upper bits; none for 0.
  ///
  /// @throws IllegalArgumentException if `bits` is not in 0 … 64
  public long getrandbits(int bits) {
    if (bits < 0 || bits > 64) {
      throw new IllegalArgumentException("getrandbits: " + bits + " bits do not fit a long; ask for 0 to 64");
    }
    if (bits == 0) {
      return 0;
    }
    if (bits <= 32) {
      return Integer.toUnsignedLong(engine.nextInt()) >>> (32 - bits);
    }
    long low = Integer.toUnsignedLong(engine.nextInt());
    long high = Integer.toUnsignedLong(engine.nextInt()) >>> (64 - bits);
    return high << 32 | low;
  }

  /// `randrange(stop)`: uniform in 0 … `stop` − 1.
  ///
  /// As many bits as `stop` has, drawn again while too large: one draw a try for `stop` < 2³², else two.
  ///
  /// @throws IllegalArgumentException if `stop < 1`
  public long randrange(long stop) {
    return randrange(0, stop);
  }

  /// `randrange(start, stop)`: uniform in `start` … `stop` − 1, with the draws of [#randrange(long)].
  ///
  /// @throws IllegalArgumentException if `start >= stop`
  public long randrange(long start, long stop) {
    Require.lowBelowHigh("randrange", start, stop);
    return start + below(stop - start);
  }

  /// `randrange(start, stop, step)`: one of start, start + step, … before `stop`.
  ///
  /// @throws IllegalArgumentException if `step` is 0, or there is no such number
  public long randrange(long start, long stop, long step) {
    if (step == 0) {
      throw new IllegalArgumentException("randrange: a step of 0 leads nowhere; give another step");
    }
    BigInteger way = BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start));
    BigInteger stride = BigInteger.valueOf(step);
    BigInteger[] steps = way.divideAndRemainder(stride);
    BigInteger count = steps[1].signum() == 0 ? steps[0] : steps[0].add(BigInteger.ONE);
    if (way.signum() * stride.signum() <= 0) {
      throw new IllegalArgumentException(
          "randrange: from " + start + " to " + stop + " by " + step
              + " there is no number; change the sign of the step or the bounds");
    }
    return start + step * below(count.longValue());
  }

  /// `randint(low, high)`: uniform in `low` … `high`, *both included*, with the draws of
  /// [#randrange(long)].
  ///
  /// @throws IllegalArgumentException if `low > high`, or if all 2⁶⁴ numbers are asked for
  public long randint(long low, long high) {
    if (low > high) {
      throw new IllegalArgumentException(
          "randint: low " + low + " is greater than high " + high + "; swap the bounds");
    }
    if (high - low == -1) {
      throw new IllegalArgumentException(
          "randint: low " + low + " to high " + high + " is every long; use getrandbits(64)");
    }
    return low + below(high - low + 1);
  }

  /// Uniform in 0 … `count` − 1; `count` is not 0 and is read as unsigned.
  private long below(long count) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(count);
    long value;
    do {
      value = getrandbits(bits);
    } while (Long.compareUnsigned(value, count) >= 0);
    return value;
  }

  private int indexUpTo(int max) {
    return (int) below(max + 1L);
  }

  /// `uniform(low, high)`: low + (high − low)·u; 2 draws. As in CPython, `low` may be above `high`.
  public double uniform(double low, double high) {
    return low + (high - low) * random();
  }

  /// As [#uniform(double, double)] `n` times.
  @Override
  public void fillUniform(double[] out, int offset, int n, double low, double high) {
    Require.span("uniform", out.length, offset, n);
    for (int i = offset; i < offset + n; i++) {
      out[i] = uniform(low, high);
    }
  }

  /// `gauss(mu, sigma)`: mu + z·sigma, z from [#nextGaussian()].
  ///
  /// @throws IllegalArgumentException if `sigma < 0`, which CPython would let pass
  public double gauss(double mu, double sigma) {
    Require.deviation("gauss", sigma);
    return mu + nextGaussian() * sigma;
  }

  /// `gauss()`: r·cos θ with θ = 2πu, r = √(−2 log(1 − v)): 4 draws for u and v, and r·sin θ is kept; or
  /// the kept value, no draw.
  @Override
  public double nextGaussian() {
    if (hasNormal) {
      hasNormal = false;
      return normal;
    }
    double theta = random() * (2 * Math.PI);
    double radius = Math.sqrt(-2 * Elementary.log(1 - random()));
    normal = Elementary.sin(theta) * radius;
    hasNormal = true;
    return Elementary.cos(theta) * radius;
  }

  /// As [#gauss(double, double)] `n` times.
  @Override
  public void fillNormal(double[] out, int offset, int n, double mean, double std) {
    Require.span("gauss", out.length, offset, n);
    Require.deviation("gauss", std);
    for (int i = offset; i < offset + n; i++) {
      out[i] = gauss(mean, std);
    }
  }

  /// The list 0 … n − 1, shuffled.
  @Override
  public long[] permutation(int n) {
    long[] x = FisherYates.range(Require.size("permutation", n));
    shuffle(x);
    return x;
  }

  /// `shuffle(x)` in place: one [#randrange(long)] for each place but the first, from the back.
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

  /// `choice(x)`: one element, by one [#randrange(long)].
  ///
  /// @throws IllegalArgumentException if `x` is empty
  public <T> T choice(List<T> x) {
    if (x.isEmpty()) {
      throw new IllegalArgumentException("choice: the list is empty; give at least one element");
    }
    return x.get(indexUpTo(x.size() - 1));
  }

  /// `sample(range(n), k)`: `k` different numbers of 0 … n − 1.
  ///
  /// Takes one [#randrange(long)] a number; where `k` is small beside `n`, one more for each number met
  /// before.
  ///
  /// @throws IllegalArgumentException unless 0 ≤ k ≤ n
  public long[] sample(int n, int k) {
    Require.size("sample", k);
    Require.population("sample", n, k, false);
    return n <= setSize(k) ? sampleFromPool(n, k) : sampleBySet(n, k);
  }

  /// The population from which on CPython takes a set to be smaller than a list: 21, and for k > 5 in
  /// addition the least power of 4 that is at least 3k.
  private static long setSize(int k) {
    long power = 1;
    while (power < 3L * k) {
      power *= 4;
    }
    return k > 5 ? 21 + power : 21;
  }

  private long[] sampleFromPool(int n, int k) {
    long[] pool = FisherYates.range(n);
    long[] chosen = new long[k];
    for (int i = 0; i < k; i++) {
      int last = n - 1 - i;
      int j = indexUpTo(last);
      chosen[i] = pool[j];
      pool[j] = pool[last];
    }
    return chosen;
  }

  private long[] sampleBySet(int n, int k) {
    var seen = new HashSet<Integer>();
    long[] chosen = new long[k];
    Arrays.setAll(
        chosen,
        i -> {
          int j = indexUpTo(n - 1);
          while (!seen.add(j)) {
            j = indexUpTo(n - 1);
          }
          return j;
        });
    return chosen;
  }
}
