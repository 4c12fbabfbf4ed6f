package thalweg.random;

import java.math.BigInteger;

/// A non-negative integer as 32-bit words, lowest first: the form in which seeds of any length are hashed.
final class Words {

  private Words() {}

  /// At least one word, and none more than the number needs.
  static int[] littleEndian(BigInteger x) {
    int[] words = new int[Math.max(1, (x.bitLength() + 31) / 32)];
    for (int i = 0; i < words.length; i++) {
      words[i] = x.shiftRight(32 * i).intValue();
    }
    return words;
  }
}
