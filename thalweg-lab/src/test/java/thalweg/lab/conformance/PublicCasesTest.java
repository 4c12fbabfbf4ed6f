package thalweg.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The public conformance files, as they are, and further cases of the same form made with PyTorch 1.13.
class PublicCasesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "autograd",
        "errors",
        "further_ops",
        "nn_edge",
        "nn_functional",
        "ops_creation",
        "ops_edge",
        "ops_elementwise",
        "ops_linalg",
        "ops_reduction",
        "ops_shape",
        "optim",
        "printing",
        "random_numpy",
        "random_python",
        "random_torch"
      })
  void allCasesPass(String file) throws IOException {
    assertThat(results(file)).isNotEmpty().allMatch(CaseResult::passed);
  }

  private static List<CaseResult> results(String file) throws IOException {
    String resource = "/conformance/" + file + ".jsonl";
    var results = new ArrayList<CaseResult>();
    try (Reader reader =
        new InputStreamReader(
            PublicCasesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      Conformance.run(file, reader, results::add);
    }
    return results;
  }
}
