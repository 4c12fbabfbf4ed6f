package thalweg.random;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// NumPy's present stream: `numpy.random.default_rng(seed)`, a 128-bit congruential generator with permuted
/// output.
///
/// A *draw* is one word of 64 bits. Where 32 bits suffice, half a draw is taken: the lower half first, the
/// upper half waits for the next call that needs 32 bits, whatever happens between.
///
/// Source: M. E. O'Neill, *PCG: A family of simple fast space-efficient statistically good algorithms*
/// (2014), variant XSL-RR 128/64; NumPy's `PCG64` and `Generator`.
public final class Pcg64 implements NumpyGenerator {

  /// A point in the stream: the 128-bit state and increment, and the waiting half draw (none if negative).
  public record State(
      long stateHigh, long stateLow, long incrementHigh, long incrementLow, long waiting, long initialSeed) {}

  private static final long FACTOR_HIGH = 0x2360ed051fc65da4L;
  private static final long FACTOR_LOW = 0x4385df649fccf645L;

  private static final long WORD = 0xffffffffL;
  private static final long NONE = -1;

  private long stateHigh;
  private long stateLow;
  private long incrementHigh;
  private long incrementLow;
  private long waiting = NONE;
  private long initialSeed;

  /// A stream from a fresh seed, another in each run, as `default_rng()`.
  public Pcg64() {
    seed();
  }

  /// The stream of `default_rng(seed)`.
  ///
  /// @throws IllegalArgumentException if `seed < 0`
  public Pcg64(long seed) {
    manualSeed(seed);
  }

  /// The stream of `default_rng(seed)` for a seed of any length.
  ///
  /// @throws IllegalArgumentException if `seed < 0`
  public Pcg64(BigInteger seed) {
    manualSeed(seed);
  }

  /// @throws IllegalArgumentException if `seed < 0`
  @Override
  public Pcg64 manualSeed(long seed) {
    return manualSeed(BigInteger.valueOf(seed));
  }

  /// @throws IllegalArgumentException if `seed < 0`
  public Pcg64 manualSeed(BigInteger seed) {
    if (seed.signum() < 0) {
      throw new IllegalArgumentException("default_rng: seed " + seed + " is negative; give 0 or more");
    }
    long[] words = new SeedSequence(seed).generate(4);
    incrementHigh = words[2] << 1 | words[3] >>> 63;
    incrementLow = words[3] << 1 | 1;
    stateHigh = 0;
    stateLow = 0;
    step();
    add(words[0], words[1]);
    step();
    waiting = NONE;
    initialSeed = seed.longValue();
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
  public State getState() {
    return new State(stateHigh, stateLow, incrementHigh, incrementLow, waiting, initialSeed);
  }

  /// Returns to a point in the stream.
  public void setState(State state) {
    stateHigh = state.stateHigh;
    stateLow = state.stateLow;
    incrementHigh = state.incrementHigh;
    incrementLow = state.incrementLow;
    waiting = state.waiting;
    initialSeed = state.initialSeed;
  }

  /// state ← state·factor + increment (mod 2¹²⁸)
  private void step() {
    long high =
        Math.unsignedMultiplyHigh(stateLow, FACTOR_LOW) + stateHigh * FACTOR_LOW + stateLow * FACTOR_HIGH;
    stateLow *= FACTOR_LOW;
    stateHigh = high;
    add(incrementHigh, incrementLow);
  }

  private void add(long high, long low) {
    stateLow += low;
    stateHigh += high + (Long.compareUnsigned(stateLow, low) < 0 ? 1 : 0);
  }

  /// The next 64 bits: 1 draw.
  public long nextLong() {
    step();
    return Long.rotateRight(stateHigh ^ stateLow, (int) (stateHigh >>> 58));
  }

  /// The next 32 bits, as 0 … 2³² − 1: half a draw.
  private long nextWord() {
    if (waiting != NONE) {
      long word = waiting;
      waiting = NONE;
      return word;
    }
    long draw = nextLong();
    waiting = draw >>> 32;
    return draw & WORD;
  }

  /// `random()`: the upper 53 bits of 1 draw, times 2⁻⁵³.
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /// `standard_normal()`: the ziggurat; mostly 1 draw, see [Ziggurat].
  @Override
  public double nextGaussian() {
    return Ziggurat.next(this);
  }

  /// `random(n)`: 1 draw a value.
  public double[] random(int n) {
    double[] out = new double[Require.size("random", n)];
    for (int i = 0; i < n; i++) {
      out[i] = nextDouble();
    }
    return out;
  }

  /// `standard_normal(n)`.
  public double[] standardNormal(int n) {
    double[] out = new double[Require.size("standardNormal", n)];
    for (int i = 0; i < n; i++) {
      out[i] = nextGaussian();
    }
    return out;
  }

  /// `integers(low, high)`: uniform in `low` … `high` − 1 by Lemire's multiplication.
  ///
  /// Half a draw a try for ranges up to 2³², else one; none for a range of 1.
  ///
  /// @throws IllegalArgumentException if `low >= high`
  public long integers(long low, long high) {
    Require.lowBelowHigh("integers", low, high);
    return low + upTo(high - 1 - low);
  }

  /// `integers(low, high, n)`.
  public long[] integers(long low, long high, int n) {
    long[] out = new long[Require.size("integers", n)];
    fillIntegers(out, 0, n, low, high);
    return out;
  }

  /// As [#integers(long, long)] `n` times.
  public void fillIntegers(long[] out, int offset, int n, long low, long high) {
    Require.span("integers", out.length, offset, n);
    Require.lowBelowHigh("integers", low, high);
    for (int i = offset; i < offset + n; i++) {
      out[i] = low + upTo(high - 1 - low);
    }
  }

  /// Uniform in 0 … `max`, read as unsigned: the upper half of draw·(max + 1), rejecting the lower halves
  /// that would favour some values. Source: D. Lemire, ACM TOMACS 29 (2019).
  private long upTo(long max) {
    if (max == 0) {
      return 0;
    }
    long count = max + 1;
    if (max >>> 32 == 0) {
      return max == WORD ? nextWord() : wordBelow(count);
    }
    if (max == -1) {
      return nextLong();
    }
    long draw = nextLong();
    if (Long.compareUnsigned(draw * count, count) < 0) {
      long threshold = Long.remainderUnsigned(-count, count);
      while (Long.compareUnsigned(draw * count, threshold) < 0) {
        draw = nextLong();
      }
    }
    return Math.unsignedMultiplyHigh(draw, count);
  }

  private long wordBelow(long count) {
    long product = nextWord() * count;
    if ((product & WORD) < count) {
      long threshold = (WORD + 1 - count) % count;
      while ((product & WORD) < threshold) {
        product = nextWord() * count;
      }
    }
    return product >>> 32;
  }

  /// Uniform in 0 … `max` by masked rejection: `shuffle` of NumPy still draws its places so.
  private int maskedUpTo(int max) {
    long mask = -1L >>> Long.numberOfLeadingZeros(max);
    long value;
    do {
      value = nextWord() & mask;
    } while (value > max);
    return (int) value;
  }

  /// `shuffle(x)` in place: one masked half draw for each place but the first, from the back.
  @Override
  public void shuffle(long[] x) {
    FisherYates.shuffle(x, 1, this::maskedUpTo);
  }

  /// `shuffle(x)` in place, with the draws of [#shuffle(long\[\])].
  public void shuffle(double[] x) {
    FisherYates.shuffle(x, this::maskedUpTo);
  }

  /// `shuffle(x)` in place, with the draws of [#shuffle(long\[\])].
  public void shuffle(List<?> x) {
    FisherYates.shuffle(x, this::maskedUpTo);
  }

  /// `choice(n, size, replace)`: `size` numbers of 0 … n − 1.
  ///
  /// With replacement [#integers(long, long)] `size` times. Without, Floyd's algorithm and a shuffle; or,
  /// for more than a fiftieth of over 10000 numbers, the tail of a shuffle that stops after it.
  ///
  /// @throws IllegalArgumentException if there are not enough numbers to choose from
  public long[] choice(long n, int size, boolean replace) {
    Require.size("choice", size);
    Require.population("choice", n, size, replace);
    if (replace) {
      return size == 0 ? new long[0] : integers(0, n, size);
    }
    if (n > 10000 && size > n / 50) {
      long[] x = FisherYates.range(Require.size("choice", n));
      FisherYates.shuffle(x, Math.max(x.length - size, 1), max -> (int) upTo(max));
      return Arrays.copyOfRange(x, x.length - size, x.length);
    }
    long[] chosen = floyd(n, size);
    FisherYates.shuffle(chosen, 1, max -> (int) upTo(max));
    return chosen;
  }

  /// For j = n − size … n − 1: a number of 0 … j, or j itself if that one was chosen before.
  /// Source: R. W. Floyd in J. Bentley, *More programming pearls* (1988).
  private long[] floyd(long n, int size) {
    long[] chosen = new long[size];
    var seen = new HashSet<Long>(2 * size);
    for (int i = 0; i < size; i++) {
      long j = n - size + i;
      long value = upTo(j);
      chosen[i] = seen.add(value) ? value : j;
      seen.add(chosen[i]);
    }
    return chosen;
  }
}
