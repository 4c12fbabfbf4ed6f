package thalweg.random;

import java.math.BigInteger;

/// Spreads a seed of any length over as much state as a generator needs, so that near seeds give far
/// streams.
///
/// Source: M. O'Neill's `seed_seq` alternative, as NumPy's `SeedSequence` runs it with a pool of four
/// words.
final class SeedSequence {

  private static final int POOL = 4;
  private static final int ENTRY_FACTOR = 0x931e8875;
  private static final int EXIT_FACTOR = 0x58f38ded;

  private final int[] pool = new int[POOL];

  /// The running multiplier of the hash; each word hashed moves it on.
  private int hash = 0x43b0d7e5;

  SeedSequence(BigInteger entropy) {
    int[] words = Words.littleEndian(entropy);
    for (int i = 0; i < POOL; i++) {
      pool[i] = hashed(i < words.length ? words[i] : 0);
    }
    for (int from = 0; from < POOL; from++) {
      for (int to = 0; to < POOL; to++) {
        if (from != to) {
          pool[to] = mixed(pool[to], hashed(pool[from]));
        }
      }
    }
    for (int i = POOL; i < words.length; i++) {
      for (int to = 0; to < POOL; to++) {
        pool[to] = mixed(pool[to], hashed(words[i]));
      }
    }
  }

  private int hashed(int value) {
    int x = value ^ hash;
    hash *= ENTRY_FACTOR;
    x *= hash;
    return x ^ (x >>> 16);
  }

  private static int mixed(int x, int y) {
    int z = 0xca01f9dd * x - 0x4973f715 * y;
    return z ^ (z >>> 16);
  }

  /// `n` words of 64 bits, the lower half of each first drawn.
  long[] generate(int n) {
    long[] out = new long[n];
    int factor = 0x8b51f9dd;
    for (int i = 0; i < 2 * n; i++) {
      int x = pool[i % POOL] ^ factor;
      factor *= EXIT_FACTOR;
      x *= factor;
      x ^= x >>> 16;
      out[i / 2] |= Integer.toUnsignedLong(x) << (i % 2 * 32);
    }
    return out;
  }
}
