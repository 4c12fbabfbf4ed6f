package thalweg.lab.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.text.Catalog;
import thalweg.figures.text.Language;
import thalweg.figures.training.Word;

/// The catalogue is complete: the same messages with the same places in every language, each of them used.
class MessagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/thalweg/lab/text");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Catalog CATALOG = new Catalog(Messages.class::getResourceAsStream);
  private static final Pattern PLACE = Pattern.compile("‹([A-Za-z][A-Za-z0-9]*)[?›]");
  private static final Pattern FORMULA = Pattern.compile("\\$[^$]*\\$|`[^`]*`|‹[^›]*›");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

  static List<String> topics() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("ko"))) {
      return files.map(file -> file.getFileName().toString().replace(".md", "")).sorted().toList();
    }
  }

  static List<String> topicsInEnglish() throws IOException {
    return topics().stream().filter(topic -> !topic.equals("figures")).toList(); // the figures know English
  }

  @ParameterizedTest
  @MethodSource("topicsInEnglish")
  void everyLanguageHasTheSameMessagesWithTheSamePlaces(String topic) {
    var english = CATALOG.messages(topic, Language.EN);
    for (Language language : Language.values()) {
      var messages = CATALOG.messages(topic, language);
      assertThat(messages.keySet()).as("%s in %s", topic, language).containsExactlyElementsOf(english.keySet());
      messages.forEach((key, text) -> {
        assertThat(text).as("%s.%s in %s", topic, key, language).isNotBlank();
        assertThat(places(text)).as("%s.%s in %s", topic, key, language).isEqualTo(places(english.get(key)));
      });
    }
  }

  @Test
  void figuresHaveTheirWords() {
    Set<String> words = Stream.of(Word.values()).map(word -> word.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
    for (Language language : List.of(Language.KO, Language.ZH)) {
      var messages = CATALOG.messages("figures", language);
      assertThat(messages.keySet()).as("%s", language).containsExactlyInAnyOrderElementsOf(words);
      for (Word word : Word.values()) {
        assertThat(braces(Wording.say(word, language))).as("%s in %s", word, language).isEqualTo(braces(word.english()));
      }
    }
  }

  /// A sentence in another language has a word of that language, unless it is but formulas, code and names.
  @ParameterizedTest
  @MethodSource("topicsInEnglish")
  void nothingIsLeftInEnglish(String topic) {
    var english = CATALOG.messages(topic, Language.EN);
    for (Language language : List.of(Language.KO, Language.ZH)) {
      CATALOG.messages(topic, language).forEach((key, text) -> {
        if (text.equals(english.get(key))) {
          long words = WORD.matcher(FORMULA.matcher(text).replaceAll("")).results().count();
          assertThat(words).as("%s.%s in %s is the English: %s", topic, key, language, text).isLessThan(3);
        }
      });
    }
  }

  /// Each key stands in a source, whole or, for families such as `line.try.1`, but for its last part.
  @ParameterizedTest
  @MethodSource("topicsInEnglish")
  void everyMessageIsUsed(String topic) throws IOException {
    String sources = sources();
    Set<String> unused = new TreeSet<>();
    for (String key : CATALOG.messages(topic, Language.EN).keySet()) {
      String whole = topic + "." + key;
      String family = whole.substring(0, whole.lastIndexOf('.') + 1);
      boolean ofLesson = key.matches("title|summary|(try|question|answer)\\.\\d+");
      if (!sources.contains("\"" + whole + "\"") && !sources.contains("\"" + family + "\"") && !ofLesson) {
        unused.add(whole);
      }
    }
    assertThat(unused).isEmpty();
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).map(MessagesTest::read)
          .collect(Collectors.joining());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> braces(String text) {
    return Pattern.compile("\\{(\\w\\w+)}").matcher(text).results().map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
