package thalweg.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The public conformance files, as they are.
class PublicCasesTest {
  /// What Thalweg does not have yet. A row leaves this list when it arrives, and then its cases must pass.
  private static final Set<String> MISSING =
      Set.of(
          // optimisers
          "Adadelta",
          "Adagrad",
          "AdamW",
          "Adamax",
          "LBFGS",
          "NAdam",
          "RAdam",
          "RMSprop",
          "Rprop",
          // schedulers
          "ConstantLR",
          "CosineAnnealingLR",
          "CosineAnnealingWarmRestarts",
          "CyclicLR",
          "ExponentialLR",
          "LinearLR",
          "MultiStepLR",
          "OneCycleLR",
          "PolynomialLR",
          "ReduceLROnPlateau",
          "StepLR");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "autograd",
        "ops_creation",
        "ops_elementwise",
        "ops_reduction",
        "ops_shape",
        "printing",
        "random_numpy",
        "random_python",
        "random_torch"
      })
  void allCasesPass(String file) throws IOException {
    assertThat(results(file)).isNotEmpty().allMatch(CaseResult::passed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"errors", "nn_functional", "ops_edge", "ops_linalg", "optim"})
  void casesOfWhatIsThereDoPass(String file) throws IOException {
    List<CaseResult> results = results(file);
    assertThat(results)
        .filteredOn(r -> !MISSING.contains(r.subject()))
        .isNotEmpty()
        .allMatch(CaseResult::passed);
    assertThat(results)
        .filteredOn(r -> MISSING.contains(r.subject()))
        .allMatch(r -> r.failure().orElse("").startsWith("unknown "));
  }

  @Test
  void whatIsThereIsNotListedAsMissing() {
    assertThat(Operations.names()).doesNotContainAnyElementsOf(MISSING);
    assertThat(Optimizers.names()).doesNotContainAnyElementsOf(MISSING);
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
