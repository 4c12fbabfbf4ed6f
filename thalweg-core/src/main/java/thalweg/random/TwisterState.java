package thalweg.random;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;

/// A point in the stream of a generator built on the Mersenne Twister, as an immutable value.
///
/// Two equal states give the same numbers for ever. [#words()], [#position()] and [#cachedNormal()] are
/// what NumPy's `get_state()` shows.
public final class TwisterState {

  private final int[] words;
  private final int position;
  private final long initialSeed;
  private final boolean hasNormal;
  private final double normal;

  /// Takes over `words`: the caller must hold no other reference to it.
  TwisterState(int[] words, int position, long initialSeed, boolean hasNormal, double normal) {
    this.words = words;
    this.position = position;
    this.initialSeed = initialSeed;
    this.hasNormal = hasNormal;
    this.normal = hasNormal ? normal : 0;
  }

  /// The 624 words of the twister, as a copy.
  public int[] words() {
    return words.clone();
  }

  /// How many words of this block have been handed out: 0 … 624.
  public int position() {
    return position;
  }

  /// The seed the stream was started from.
  public long initialSeed() {
    return initialSeed;
  }

  /// The second normal value of a pair whose first has been handed out.
  public OptionalDouble cachedNormal() {
    return hasNormal ? OptionalDouble.of(normal) : OptionalDouble.empty();
  }

  void copyWords(int[] target) {
    System.arraycopy(words, 0, target, 0, words.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TwisterState that
        && position == that.position
        && initialSeed == that.initialSeed
        && cachedNormal().equals(that.cachedNormal())
        && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(words), position, initialSeed, hasNormal, normal);
  }

  @Override
  public String toString() {
    return "TwisterState[seed=" + Long.toUnsignedString(initialSeed) + ", position=" + position
        + (hasNormal ? ", cachedNormal=" + normal : "") + "]";
  }
}
