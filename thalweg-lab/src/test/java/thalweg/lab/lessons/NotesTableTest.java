package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.text.Messages;

/// The table of the notes' rows names only what there is.
class NotesTableTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Set<String> TOPICS = Set.of("line", "shapes", "descent", "shallow", "seeds", "common");

  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/notes.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| row"))
        .map(line -> line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .toList();
  }

  private static Set<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 12)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  @Test
  void everyRowNamesWhatThereIs() throws IOException {
    Set<String> classes = classes();
    List<String[]> rows = rows();
    assertThat(rows).hasSizeGreaterThan(55);
    for (String[] row : rows) {
      String what = Arrays.toString(row);
      assertThat(row).as(what).hasSize(4);
      List<String> places = codes(row[2]);
      assertThat(places).as(what).isNotEmpty();
      places.forEach(place -> assertThat(exists(place, classes)).as("%s of %s", place, what).isTrue());
      codes(row[3]).forEach(test -> assertThat(classes).as(what).contains(test));
    }
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  private static boolean exists(String place, Set<String> classes) {
    String topic = place.replaceAll("[. ].*", "");
    if (place.startsWith("--") || place.startsWith("thalweg ")) {
      return true; // a command or an option of one
    }
    if (place.contains(" --only ")) {
      return Lessons.named(topic).figures().contains(place.substring(place.lastIndexOf(' ') + 1));
    }
    if (TOPICS.contains(topic)) {
      return Stream.of(Language.values()).noneMatch(language -> pattern(place, language).isEmpty());
    }
    return classes.contains(place);
  }

  /// A message before anything is put into it.
  private static String pattern(String key, Language language) {
    String topic = key.substring(0, key.indexOf('.'));
    return new thalweg.figures.text.Catalog(Messages.class::getResourceAsStream)
        .messages(topic, language)
        .getOrDefault(key.substring(topic.length() + 1), "");
  }
}
