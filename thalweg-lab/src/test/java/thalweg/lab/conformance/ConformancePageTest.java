package thalweg.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/conformance.md` says what the cases say. With `-Dconformance.write=true` it is written anew.
class ConformancePageTest {
  private static final Path PAGE = Path.of("../docs/conformance.md");
  private static final String COMMAND =
      "mvn -pl thalweg-lab -am test -Dtest=ConformancePageTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dconformance.write=true";

  @Test
  void isUpToDate() throws IOException {
    String text = ConformancePage.text();
    if (Boolean.getBoolean("conformance.write")) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/conformance.md is out of date; this writes it anew:%n%s", COMMAND)
        .isEqualTo(text);
  }

  @Test
  void nothingThatIsHereIsListedAsMissing() throws IOException {
    var names = PyTorchNames.read(Path.of("src/test/resources/conformance/pytorch_names.txt"));
    assertThat(names.isHere("masked_fill")).isTrue();
    assertThat(names.isHere("Linear")).isTrue();
    assertThat(names.isHere("SGD")).isTrue();
    assertThat(names.isHere("StepLR")).isTrue();
    assertThat(names.isHere("T")).isTrue();
    assertThat(names.isHere("complex")).isFalse();
    assertThat(names.isHere("Transformer")).isFalse();
    for (String namespace : names.namespaces()) {
      assertThat(names.missing(namespace, PyTorchNames.OPEN)).doesNotContainAnyElementsOf(Operations.names());
    }
  }
}
