package thalweg.lab.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.lab.lesson.LessonResult;
import thalweg.trace.Trace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultJsonTest {
  private static final LessonResult RESULT =
      LessonResult.of(
          List.of(
              new Trace(
                  "run",
                  Map.of("alpha", 0.5),
                  List.of(new Trace.Step(List.of(1.0, 2.0), 3.0, List.of(4.0, Double.NaN), 0.5)),
                  List.of(-1.0, 0.0))),
          Map.of("answer", 42, "list", List.of("a", 1.5)));

  private final JsonMapper json = new JsonMapper();

  @Test
  void writesOneRowOfWeightsMoreThanLosses() {
    JsonNode tree = json.readTree(ResultJson.one("line", RESULT));
    assertThat(tree.propertyNames()).containsExactly("lesson", "runs", "values");
    JsonNode run = tree.get("runs").get(0);
    assertThat(run.propertyNames())
        .containsExactly("name", "parameters", "weights", "loss", "grad");
    assertThat(run.get("weights")).hasToString("[[1.0,2.0],[-1.0,0.0]]");
    assertThat(run.get("loss")).hasToString("[3.0]");
    assertThat(run.get("grad")).hasToString("[[4.0,\"NaN\"]]");
    assertThat(tree.get("values").get("answer").intValue()).isEqualTo(42);
  }

  @Test
  void writesSeveralAsAnArray() {
    JsonNode tree = json.readTree(ResultJson.all(Map.of("line", RESULT)));
    assertThat(tree.isArray()).isTrue();
    assertThat(tree.get(0).get("lesson").asString()).isEqualTo("line");
  }
}
