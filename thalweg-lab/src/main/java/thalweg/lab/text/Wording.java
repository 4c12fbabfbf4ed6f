package thalweg.lab.text;

import static thalweg.lab.text.Messages.text;

import java.util.Locale;
import thalweg.figures.text.Language;
import thalweg.figures.training.Labels;
import thalweg.figures.training.Word;

/// The words of figures of trainings in a language: messages of `figures.md`, one for each [Word].
public final class Wording {
  private Wording() {}

  /// For the options of [thalweg.figures.training.TrainingFigures] and
  /// [thalweg.figures.training.FieldFigures].
  public static Labels.Option of(Language language) {
    return Labels.words(word -> say(word, language));
  }

  /// A word in a language. The figures know English by themselves.
  public static String say(Word word, Language language) {
    return language == Language.EN
        ? word.english()
        : text("figures." + word.name().toLowerCase(Locale.ROOT)).in(language);
  }
}
