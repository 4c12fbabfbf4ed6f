package thalweg.figures.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.figures.Saving;
import thalweg.figures.text.Language;

/// A [Page] in several languages, as one HTML file with a switch between them.
///
/// ```java
/// var loss = Map.of(Language.EN, "The loss", Language.KO, "손실", Language.ZH, "损失");
/// var page = Translations.of(Language.KO, language -> Page.titled(loss.get(language)).figure(figure, ""));
/// IO.println(page.html().contains("<title>손실</title>"));  // true
/// ```
///
/// It is shown in the language that its address names, `line.html#lang=zh` or `line.html?lang=zh`; else in the one
/// that the reader chose last; else in the first. What is the same in all languages is written once: a figure is drawn
/// from one set of data, whatever its texts say.
///
/// @param pages the page in each language; the first is the one to show unless the reader asks for another. All have
///              blocks of the same kinds in the same order.
public record Translations(SequencedMap<Language, Page> pages) {

  /// @throws IllegalArgumentException if there is no page, one is not in its language, or their blocks differ in kind
  public Translations {
    pages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(pages));
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("translations: expected at least one page, got none");
    }
    var first = pages.firstEntry().getValue();
    pages.forEach((language, page) -> {
      if (page.language() != language) {
        throw new IllegalArgumentException("translations: the page \"%s\" is in %s, not in %s"
            .formatted(page.title(), page.language().code(), language.code()));
      }
      var kinds = kinds(first);
      var others = kinds(page);
      if (!kinds.equals(others)) {
        int at = IntStream.range(0, Math.min(kinds.size(), others.size()))
            .filter(i -> !kinds.get(i).equals(others.get(i))).findFirst()
            .orElse(Math.min(kinds.size(), others.size()));
        throw new IllegalArgumentException("translations: block %d of \"%s\" is %s, but that of \"%s\" is %s".formatted(
            at, first.title(), kind(kinds, at), page.title(), kind(others, at)));
      }
    });
  }

  /// A page in every language.
  ///
  /// @param first the language to show it in unless the reader asks for another
  /// @param page  makes it in one language
  public static Translations of(Language first, Function<Language, Page> page) {
    var pages = new LinkedHashMap<Language, Page>();
    Stream.concat(Stream.of(first), Stream.of(Language.values()))
        .forEach(language -> pages.computeIfAbsent(language, each -> page.apply(each).language(each)));
    return new Translations(pages);
  }

  private static List<String> kinds(Page page) {
    return page.blocks().stream().map(block -> block.getClass().getSimpleName()).toList();
  }

  private static String kind(List<String> kinds, int at) {
    return at < kinds.size() ? "a " + kinds.get(at) : "missing";
  }

  /// The page as one string.
  public String html() {
    return new PageHtml(new Said<>(pages)).html();
  }

  /// Writes the page, whole or not at all, and the directories it lies in.
  public void write(Path file) {
    try {
      Saving.whole(file, to -> to.write(html().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
