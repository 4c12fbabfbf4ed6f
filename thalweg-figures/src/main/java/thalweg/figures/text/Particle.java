package thalweg.figures.text;

/// Which form of a Korean particle goes with a word: 을 after a final consonant, 를 after a vowel.
final class Particle {
  private static final int FIRST = '가';
  private static final int LAST = '힣';
  private static final int FINALS = 28;
  private static final int RIEUL = 8;

  /// Digits read in Sino-Korean: 영, 삼, 육 end in a consonant; 일, 칠, 팔 in ㄹ.
  private static final String CONSONANT = "036mnMN";

  /// Digits, and Latin letters by their names: 엘, 알.
  private static final String RIEUL_ENDS = "178lrLR";

  /// What a word ends in when it is read.
  private enum End {
    VOWEL,
    RIEUL,
    CONSONANT
  }

  private Particle() {}

  /// One of two forms.
  ///
  /// @param closed after a consonant; 으로 gives way to 로 after ㄹ as well
  /// @param open   after a vowel
  /// @param before what stands before it
  static String choose(String closed, String open, CharSequence before) {
    return switch (end(before)) {
      case VOWEL -> open;
      case RIEUL -> closed.equals("으로") ? open : closed;
      case CONSONANT -> closed;
    };
  }

  /// By the last letter or digit.
  private static End end(CharSequence text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c >= FIRST && c <= LAST) {
        int consonant = (c - FIRST) % FINALS;
        return consonant == 0 ? End.VOWEL : consonant == RIEUL ? End.RIEUL : End.CONSONANT;
      }
      if (Character.isLetterOrDigit(c)) {
        return CONSONANT.indexOf(c) >= 0 ? End.CONSONANT : RIEUL_ENDS.indexOf(c) >= 0 ? End.RIEUL : End.VOWEL;
      }
    }
    return End.VOWEL;
  }
}
