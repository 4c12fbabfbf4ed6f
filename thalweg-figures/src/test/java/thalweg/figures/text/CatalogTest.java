package thalweg.figures.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Map<String, String> FILES =
      Map.of(
          "en/run.md", "# done\nafter ‹n› ‹n?epoch|epochs›: ‹what›\n\n# two.lines\nfirst\nsecond\n",
          "ko/run.md", "# done\n‹n›에폭 뒤: ‹what›\n# two.lines\n하나\n둘\n# object\n‹x›‹을/를› 본다\n# way\n‹x›‹으로/로› 간다",
          "en/twice.md", "# a\nx\n# a\ny");

  private final Catalog catalog = new Catalog(CatalogTest::open);

  private static InputStream open(String file) {
    String text = FILES.get(file);
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void putsValuesAndTextsIntoMessages() {
    Text inner = language -> language == Language.KO ? "좋다" : "good";
    assertThat(catalog.text("run.done", "n", 1, "what", inner).in(Language.EN)).isEqualTo("after 1 epoch: good");
    assertThat(catalog.text("run.done", "n", 30, "what", inner).in(Language.EN)).isEqualTo("after 30 epochs: good");
    assertThat(catalog.text("run.done", "n", 1, "what", inner).in(Language.KO)).isEqualTo("1에폭 뒤: 좋다");
    assertThat(catalog.text("run.two.lines").in(Language.EN)).isEqualTo("first\nsecond");
  }

  @Test
  void choosesParticlesByTheSoundBefore() {
    Map.of("손실", "손실을 본다", "기울기", "기울기를 본다", "10", "10을 본다", "4.5", "4.5를 본다", "`n`", "`n`을 본다", "$w_2$", "$w_2$를 본다")
        .forEach((word, sentence) ->
            assertThat(catalog.text("run.object", "x", word).in(Language.KO)).isEqualTo(sentence));
  }

  @Test
  void takesTheShortFormAfterRieul() {
    Map.of("7", "7로 간다", "3", "3으로 간다", "4", "4로 간다", "값", "값으로 간다", "골", "골로 간다")
        .forEach((word, sentence) -> assertThat(catalog.text("run.way", "x", word).in(Language.KO)).isEqualTo(sentence));
  }

  @Test
  void saysWhatIsMissing() {
    assertThatIllegalArgumentException().isThrownBy(() -> catalog.text("run.object", "x", "y").in(Language.EN))
        .withMessage("there is no message run.object in en");
    assertThatIllegalArgumentException().isThrownBy(() -> catalog.text("run.done", "n", 1).in(Language.EN))
        .withMessage("message run.done: no value for ‹what›");
    assertThatIllegalArgumentException().isThrownBy(() -> catalog.text("walk.done").in(Language.EN))
        .withMessage("there is no file of messages en/walk.md");
    assertThatIllegalArgumentException().isThrownBy(() -> catalog.text("twice.a").in(Language.EN))
        .withMessageContaining("twice");
    assertThatIllegalArgumentException().isThrownBy(() -> catalog.text("run.done", "n"));
  }

  @Test
  void knowsLanguagesByTheirCodes() {
    assertThat(Language.of("ko_KR.UTF-8")).contains(Language.KO);
    assertThat(Language.of("ZH-Hans")).contains(Language.ZH);
    assertThat(Language.of("fr")).isEmpty();
    assertThat(Language.codes()).containsExactly("en", "ko", "zh");
  }
}
