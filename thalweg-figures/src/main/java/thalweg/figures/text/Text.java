package thalweg.figures.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A text that can be shown in every language.
@FunctionalInterface
public interface Text {
  /// What it says in `language`.
  String in(Language language);

  // No constant here: an interface that has one to initialize keeps Java from linking its lambdas ahead of time,
  // and every message is one.

  /// No text.
  static Text none() {
    return of("");
  }

  /// The same in all languages: numbers, formulas, names, code.
  static Text of(String same) {
    return _ -> same;
  }

  /// Several texts, one after the other.
  static Text join(String between, List<? extends Text> texts) {
    var parts = List.<Text>copyOf(texts);
    return language -> parts.stream().map(text -> text.in(language)).collect(Collectors.joining(between));
  }

  /// This text and another after it, with nothing in between.
  default Text then(Text other) {
    return language -> in(language) + other.in(language);
  }

  /// This text and another after it, which is the same in all languages.
  default Text then(String other) {
    return then(of(other));
  }

  /// Each text in one language.
  static List<String> in(Language language, List<? extends Text> texts) {
    var said = new ArrayList<String>(texts.size());
    texts.forEach(text -> said.add(text.in(language)));
    return said;
  }
}
