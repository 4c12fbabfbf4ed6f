package thalweg.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The runner on cases made by hand.
class ConformanceTest {
  private static final String CASE =
      """
      {"kind":"op","name":"case","op":"%s","args":%s,\
      "inputs":[{"dtype":"float32","shape":[2],"data":[1.0,-2.0],"requires_grad":true}],\
      "outputs":[{"dtype":"%s","shape":%s,"data":%s}]%s}
      """;

  private static List<CaseResult> run(String text) {
    var results = new ArrayList<CaseResult>();
    try {
      Conformance.run("hand.jsonl", new StringReader(text), results::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return results;
  }

  private static String failure(String text) {
    return run(text).getFirst().failure().orElse("");
  }

  private static String abs(String dtype, String shape, String data, String rest) {
    return CASE.formatted("abs", "{}", dtype, shape, data, rest);
  }

  @Test
  void passesWhatIsRight() {
    String grads =
        """
        ,"grad_outputs":[{"dtype":"float32","shape":[2],"data":[1.0,1.0]}],\
        "grads":[{"dtype":"float32","shape":[2],"data":[1.0,-1.0]}]""";
    List<CaseResult> results = run("\n" + abs("float32", "[2]", "[1.0,2.0]", grads));
    assertThat(results).singleElement().matches(CaseResult::passed);
    assertThat(results.getFirst().line()).isEqualTo(2);
    assertThat(results.getFirst().subject()).isEqualTo("abs");
  }

  @Test
  void saysWhichElementIsFurthestOff() {
    assertThat(failure(abs("float32", "[2]", "[1.5,2.0625]", "")))
        .isEqualTo("outputs[0] at (0): expected 1.5, got 1.0, largest error 0.50");
  }

  @Test
  void comparesTypeAndShapeExactly() {
    assertThat(failure(abs("float64", "[2]", "[1.0,2.0]", "")))
        .isEqualTo("outputs[0]: expected float64(2), got float32(2)");
    assertThat(failure(abs("float32", "[2,1]", "[1.0,2.0]", "")))
        .isEqualTo("outputs[0]: expected float32(2, 1), got float32(2)");
  }

  @Test
  void noticesAGradientThatIsWrongOrShouldNotBe() {
    String wrong =
        """
        ,"grad_outputs":[{"dtype":"float32","shape":[2],"data":[1.0,1.0]}],"grads":[%s]""";
    String reverse = "{\"dtype\":\"float32\",\"shape\":[2],\"data\":[1.0,1.0]}";
    assertThat(failure(abs("float32", "[2]", "[1.0,2.0]", wrong.formatted(reverse))))
        .startsWith("grads[0] at (1): expected 1.0, got -1.0");
    assertThat(failure(abs("float32", "[2]", "[1.0,2.0]", wrong.formatted("null"))))
        .isEqualTo("grads[0]: expected none, got float32(2)");
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertThat(failure(CASE.formatted("frobnicate", "{}", "float32", "[2]", "[1.0,2.0]", "")))
        .isEqualTo("unknown op frobnicate");
    assertThat(failure(CASE.formatted("elu", "{\"alfa\":1.0}", "float32", "[2]", "[1.0,2.0]", "")))
        .isEqualTo("unknown argument 'alfa'; did you mean alpha?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                              | line 1: not JSON",
        "{\"kind\":\"op\"} extra                        | line 1: not JSON",
        "[1]                                            | line 1: a case is a JSON object",
        "{\"name\":\"x\"}                               | line 1: the field 'kind' is missing",
        "{\"kind\":\"zz\"}                              | line 1: unknown kind 'zz'",
        "{\"kind\":\"op\"}                              | line 1: the field 'op' is missing",
        "{\"kind\":\"repr\",\"text\":\"\",\"tensor\":1} | line 1: a case is a JSON object"
      })
  void refusesMalformedLines(String line, String message) {
    assertThatThrownBy(() -> run(line))
        .isInstanceOf(MalformedCaseException.class)
        .hasMessageContaining("hand.jsonl, " + message);
  }

  @Test
  void refusesDataThatDoesNotFillTheShape() {
    assertThatThrownBy(() -> run(abs("float32", "[3]", "[1.0,2.0]", "")))
        .hasMessageContaining("a tensor of shape (3) has 3 elements, but its data has 2");
  }

  @Test
  void shortensALineToItsWidth() {
    String line = run(CASE.formatted("x".repeat(200), "{}", "float32", "[2]", "[1.0,2.0]", ""))
        .getFirst()
        .text(100);
    assertThat(line).hasSize(100).startsWith("FAIL case  unknown op xxx").endsWith("…");
  }
}
