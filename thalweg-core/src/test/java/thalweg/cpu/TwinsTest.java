package thalweg.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Kernels of `float32` and `float64` have one source, the former: the latter is what it becomes when words are exchanged.
/// With `-Dtwins.write=true` the twins are written anew.
///
/// Not among them are kernels whose types differ in more than words: sums of `float32` run in `double`, vectors of half
/// the width are packed otherwise.
class TwinsTest {
  private static final Path SOURCES = Path.of("src/main/java/thalweg/cpu");
  private static final String COMMAND = "mvn -pl thalweg-core test -Dtest=TwinsTest -Dtwins.write=true";

  private static final Map<String, String> WORDS =
      Map.of(
          "float", "double", "floats", "doubles", "Floats", "Doubles", "floatRows", "doubleRows",
          "float32", "float64", "single", "real");

  private static final Pattern WORD = Pattern.compile("\\b(" + String.join("|", WORDS.keySet()) + ")\\b");
  private static final Pattern BETWEEN_MEMBERS = Pattern.compile("\n\n(?=  [^ ])");

  /// @param count how many members of the file have a twin
  @ParameterizedTest
  @CsvSource({
    "loop/UnaryLoop, 4",
    "loop/BinaryLoop, 6",
    "loop/TernaryLoop, 4",
    "loop/UpdateLoop, 4",
    "matmul/ScalarTiles, 1",
    "matmul/Chains, 2",
    "matmul/Packing, 1"
  })
  void twinsDifferInWordsAlone(String file, int count) throws IOException {
    Path path = SOURCES.resolve(file + ".java");
    String source = Files.readString(path);
    List<String> originals =
        members(source).filter(TwinsTest::isOfFloats).filter(member -> hasTwin(source, member)).toList();
    assertThat(originals).as("members of %s with a twin", file).hasSize(count);
    String written = source;
    for (String original : originals) {
      String twin = twin(original);
      String present = member(written, firstLine(twin));
      if (Boolean.getBoolean("twins.write")) {
        written = written.replace(present, twin);
      } else {
        assertThat(present).as("%s differs from its twin; this writes it anew:%n%s", file, COMMAND).isEqualTo(twin);
      }
    }
    if (!written.equals(source)) {
      Files.writeString(path, written);
    }
  }

  private static Stream<String> members(String source) {
    return Arrays.stream(BETWEEN_MEMBERS.split(source.substring(0, source.lastIndexOf('}')).stripTrailing()));
  }

  /// Members that know both types choose between them; those that round compute in `double`.
  private static boolean isOfFloats(String member) {
    return member.matches("(?s).*\\bfloat\\b.*") && !member.matches("(?s).*(\\bdouble\\b|\\(float\\)).*");
  }

  private static boolean hasTwin(String source, String member) {
    String wanted = firstLine(twin(member));
    return !firstLine(member).equals(wanted) && members(source).anyMatch(other -> firstLine(other).equals(wanted));
  }

  private static String member(String source, String firstLine) {
    return members(source).filter(member -> firstLine(member).equals(firstLine)).findFirst().orElseThrow();
  }

  private static String firstLine(String member) {
    return member.lines().filter(line -> !line.strip().startsWith("//")).findFirst().orElseThrow();
  }

  private static String twin(String member) {
    return WORD.matcher(member).replaceAll(found -> Matcher.quoteReplacement(WORDS.get(found.group())));
  }
}
