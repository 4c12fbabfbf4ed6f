package thalweg.random;

import java.util.Arrays;

/// The Mersenne Twister MT19937: 32-bit words of period 2¹⁹⁹³⁷ − 1.
///
/// Shared by PyTorch's CPU generator, NumPy's `RandomState` and CPython's `random`, which differ only in
/// how a seed becomes a state and in what they make of the words.
///
/// Source: M. Matsumoto and T. Nishimura, *Mersenne Twister*, ACM TOMACS 8 (1998), and their 2002
/// initialisation.
final class Mt19937 {

  static final int LENGTH = 624;
  private static final int SHIFT = 397;
  private static final int MATRIX = 0x9908b0df;
  private static final int UPPER_BIT = 0x80000000;
  private static final int LOWER_BITS = 0x7fffffff;

  private final int[] words = new int[LENGTH];

  /// The next word to hand out; at [#LENGTH] the whole block must be renewed first.
  private int position = LENGTH;

  /// Starts from one 32-bit seed: xᵢ = 1812433253·(xᵢ₋₁ ⊕ (xᵢ₋₁ ≫ 30)) + i. PyTorch and NumPy (a number) do
  /// so.
  void initGenrand(int seed) {
    words[0] = seed;
    for (int i = 1; i < LENGTH; i++) {
      int before = words[i - 1];
      words[i] = 1812433253 * (before ^ (before >>> 30)) + i;
    }
    position = LENGTH;
  }

  /// Starts from a key of any length above 0: every word of it reaches every word of the state.
  /// CPython and NumPy (an array) do so.
  void initByArray(int[] key) {
    initGenrand(19650218);
    int i = 1;
    for (int step = 0; step < Math.max(LENGTH, key.length); step++) {
      int k = step % key.length;
      words[i] = (words[i] ^ (scrambled(i) * 1664525)) + key[k] + k;
      i = following(i);
    }
    for (int step = 1; step < LENGTH; step++) {
      words[i] = (words[i] ^ (scrambled(i) * 1566083941)) - i;
      i = following(i);
    }
    words[0] = UPPER_BIT;
  }

  private int scrambled(int i) {
    int before = words[i - 1];
    return before ^ (before >>> 30);
  }

  /// Index 0 is never mixed itself: on wrapping round it takes over the last word.
  private int following(int i) {
    if (i + 1 < LENGTH) {
      return i + 1;
    }
    words[0] = words[LENGTH - 1];
    return 1;
  }

  /// The next 32 bits.
  int nextInt() {
    if (position == LENGTH) {
      renew();
    }
    int y = words[position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  /// The next 64 bits: two words, the first one is the upper half.
  long nextLong() {
    long high = nextInt();
    return (high << 32) | (nextInt() & 0xffffffffL);
  }

  /// A multiple of 2⁻⁵³ in [0, 1) from 27 bits of one word and 26 of the next: NumPy's and CPython's
  /// `double`.
  double nextDouble() {
    long high = nextInt() >>> 5;
    long low = nextInt() >>> 6;
    return ((high << 26) + low) * 0x1p-53;
  }

  private void renew() {
    // three stretches, so that no index needs a remainder
    for (int i = 0; i < LENGTH - SHIFT; i++) {
      words[i] = words[i + SHIFT] ^ twisted(words[i], words[i + 1]);
    }
    for (int i = LENGTH - SHIFT; i < LENGTH - 1; i++) {
      words[i] = words[i + SHIFT - LENGTH] ^ twisted(words[i], words[i + 1]);
    }
    words[LENGTH - 1] = words[SHIFT - 1] ^ twisted(words[LENGTH - 1], words[0]);
    position = 0;
  }

  private static int twisted(int word, int next) {
    int mixed = (word & UPPER_BIT) | (next & LOWER_BITS);
    // MATRIX if the lowest bit is set, else 0, without a branch the processor would guess wrong
    return (mixed >>> 1) ^ (-(mixed & 1) & MATRIX);
  }

  TwisterState state(long seed, boolean hasNormal, double normal) {
    return new TwisterState(words.clone(), position, seed, hasNormal, normal);
  }

  void restore(TwisterState state) {
    state.copyWords(words);
    position = state.position();
  }

  @Override
  public String toString() {
    return "Mt19937[position=" + position + ", words=#" + Arrays.hashCode(words) + "]";
  }
}
