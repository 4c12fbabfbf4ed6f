package thalweg.figures.text;

/// Which form of a Korean particle goes with a word: 을 after a final consonant, 를 after a vowel.
final class Particle {
  private static final int FIRST = '가';
  private static final int LAST = '힣';
  private static final int FINALS = 28;

  /// Digits read in Sino-Korean: 영, 일, 삼, 육, 칠, 팔 end in a consonant.
  private static final String CONSONANT_DIGITS = "013678";

  /// Latin letters whose names end in a consonant: 엘, 엠, 엔, 알.
  private static final String CONSONANT_LETTERS = "lmnrLMNR";

  private Particle() {}

  /// True if the last letter or digit of `text` ends in a consonant when it is read.
  static boolean fits(CharSequence text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c >= FIRST && c <= LAST) {
        return (c - FIRST) % FINALS != 0;
      }
      if (Character.isLetterOrDigit(c)) {
        return CONSONANT_DIGITS.indexOf(c) >= 0 || CONSONANT_LETTERS.indexOf(c) >= 0;
      }
    }
    return false;
  }
}
