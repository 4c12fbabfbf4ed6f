package thalweg.lab.verdict;

import static thalweg.lab.text.Messages.text;

import java.util.Locale;
import thalweg.figures.text.Text;

/// What became of a training, in a word and a sentence.
///
/// @param kind what
/// @param why  why, with the numbers it was found by
public record Verdict(Kind kind, Text why) {
  /// What can become of a training.
  public enum Kind {
    /// Loss and weights are within stated distances of the best; where no best is known, at a minimum.
    CONVERGED,
    /// On its way down.
    FALLING,
    /// It goes back and forth, or has been lower than it is.
    OSCILLATING,
    /// It goes up, or will.
    DIVERGING,
    /// It has stopped where it should not.
    RESTING,
    /// Nothing was done.
    NOTHING;

    /// The word for it.
    public Text word() {
      return text("verdict.word." + name().toLowerCase(Locale.ROOT));
    }
  }

  /// Its word.
  public Text word() {
    return kind.word();
  }

  /// Word and reason in one line.
  public Text line() {
    return word().then(": ").then(why);
  }
}
