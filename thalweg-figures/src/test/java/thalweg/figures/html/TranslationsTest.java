package thalweg.figures.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.figures.Axes;
import thalweg.figures.Figure;
import thalweg.figures.Values;
import thalweg.figures.text.Catalog;
import thalweg.figures.text.Language;

class TranslationsTest {

  private static final Map<Language, String> LOSS = Map.of(Language.EN, "loss", Language.KO, "손실", Language.ZH, "损失");

  private static Page page(Language language) {
    var loss = LOSS.get(language);
    var many = Values.range(1000);
    var texts = IntStream.range(0, 1000).mapToObj(i -> loss + " " + i + ", w = (" + i / 7.0 + ")").toList();
    return Page.titled("The " + loss).home("index.html").heading(loss).paragraph("$L$ is the " + loss)
        .table(List.of(loss, "n"), List.of(List.of("1.5", "2")), "")
        .figure(Figure.of(Axes.plane().plot(many, many, label(loss), hover(texts)).xlabel(loss).legend()), loss)
        .paragraph("$L$");
  }

  @Test
  void whatDiffersIsSaidInEachLanguageAndTheRestOnce() {
    var html = Translations.of(Language.KO, TranslationsTest::page).html();
    assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"ko\">").contains("<title>The 손실</title>")
        .contains("<h2 id=\"section-1\"><span lang=\"ko\">손실</span><span lang=\"en\">loss</span>"
            + "<span lang=\"zh\">损失</span></h2>")
        .contains("<td>1.5</td><td>2</td>")
        .contains("<p><span class=\"formula\" data-tex=\"L\"><i>L</i></span></p>")
        .contains("\"words\":{\"en\":{").contains("\"손실 ‹›, w = (‹›)\":\"loss ‹0›, w = (‹1›)\"".replace(", w", "\\u003cbr\\u003ew"));
    assertThat(html.split("class=\"thalweg-figure", -1)).as("one figure").hasSize(2);
    assertThat(html).contains("aria-label=\"언어\"><button type=\"button\" class=\"as-it-is\" lang=\"en\" "
        + "aria-pressed=\"false\">English</button> <button type=\"button\" class=\"as-it-is\" lang=\"ko\" "
        + "aria-pressed=\"true\">한국어</button>");
    int one = page(Language.KO).language(Language.KO).html().length();
    assertThat(html.length() - one).as("what two more languages cost").isLessThan(5000);
  }

  @Test
  void aPageInOneLanguageHasNoSwitch() {
    var html = page(Language.ZH).language(Language.ZH).html();
    assertThat(html).contains("<html lang=\"zh\">").contains("全部课程").doesNotContain("class=\"languages\"")
        .doesNotContain("\"words\":");
  }

  @Test
  void figuresThatDifferInMoreThanTextsAreWrittenForEach() {
    var html = Translations.of(Language.EN, language -> Page.titled("t")
        .figure(Figure.of(Axes.plane().plot(new double[] {language.ordinal()}, new double[] {1})), "")
        .table(List.of("a"), IntStream.rangeClosed(0, language.ordinal()).mapToObj(i -> List.of("" + i)).toList(), ""))
        .html();
    assertThat(html.split("class=\"thalweg-figure", -1)).hasSize(4);
    assertThat(html.split("<table>", -1)).hasSize(4);
    assertThat(html).contains("<div lang=\"zh\"><figure><div class=\"scroll\"");
  }

  @Test
  void theBlocksMustBeOfTheSameKinds() {
    var pages = new LinkedHashMap<Language, Page>();
    pages.put(Language.EN, Page.titled("a").paragraph("b"));
    pages.put(Language.KO, Page.titled("c").heading("d").language(Language.KO));
    assertThatIllegalArgumentException().isThrownBy(() -> new Translations(pages))
        .withMessage("translations: block 0 of \"a\" is a Paragraph, but that of \"c\" is a Heading");
    pages.put(Language.KO, Page.titled("c").language(Language.KO));
    assertThatIllegalArgumentException().isThrownBy(() -> new Translations(pages))
        .withMessageEndingWith("but that of \"c\" is missing");
    pages.put(Language.KO, Page.titled("c"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Translations(pages))
        .withMessage("translations: the page \"c\" is in en, not in ko");
  }

  @Test
  void theWordsOfPagesAreThereInEveryLanguage() {
    var catalog = new Catalog(file -> getClass().getResourceAsStream("/thalweg/figures/text/" + file));
    var english = catalog.messages("page", Language.EN);
    for (var language : Language.values()) {
      var messages = catalog.messages("page", language);
      assertThat(messages.keySet()).as(language.code()).isEqualTo(english.keySet());
      messages.forEach((key, message) ->
          assertThat(gaps(message)).as(language.code() + " " + key).isEqualTo(gaps(english.get(key))));
    }
  }

  private static TreeSet<String> gaps(String message) {
    var gaps = new TreeSet<String>();
    Pattern.compile("‹(\\w+)›").matcher(message).results().forEach(gap -> gaps.add(gap.group(1)));
    return gaps;
  }
}
