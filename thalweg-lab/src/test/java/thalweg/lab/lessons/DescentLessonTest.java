package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.figures.text.Language;
import tools.jackson.databind.JsonNode;

class DescentLessonTest {
  private final DescentLesson lesson = new DescentLesson();
  private final Reference.Run run = Reference.run(lesson, Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"inputs", "forward", "local", "gradient"})
  void theGraphIsTheNotes(String part) {
    JsonNode expected = Reference.read("computational_graph");
    assertThat(run.result().values().get("expr")).isEqualTo(expected.get("expr").asString());
    Map<?, ?> actual = (Map<?, ?>) run.result().values().get(part);
    assertThat(actual.keySet()).isEqualTo(Set.copyOf(expected.get(part).propertyNames()));
    expected
        .get(part)
        .properties()
        .forEach(
            entry ->
                assertThat((Double) actual.get(entry.getKey()))
                    .as(entry.getKey())
                    .isCloseTo(entry.getValue().asDouble(), within(1e-12)));
  }

  @Test
  void thirtyStepsBeatTheGrid() {
    assertThat(run.printed())
        .contains("grid search:      1,156 evaluations, best (2.5, 4.0), loss 26.649")
        .contains("gradient descent: 30 steps, the last from loss 26.414");
    var steps = run.trace("descent eta=0.001");
    JsonNode byHand = Reference.read("line_fit").get("runs").get("sse alpha=0.001");
    Reference.assertClose("weights", steps.weights(), byHand.get("weights"));
  }

  @Test
  void theGradientIsTheSteepestWay() {
    var changes =
        run.lines().stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("along") || line.startsWith("turned"))
            .map(line -> Double.parseDouble(line.substring(20).strip().split(" ")[0]))
            .toList();
    assertThat(changes).hasSize(8);
    assertThat(changes.getFirst()).isEqualTo(changes.stream().max(Double::compare).orElseThrow());
    assertThat(changes.get(4)).isEqualTo(changes.stream().min(Double::compare).orElseThrow());
  }

  @Test
  void thePageHasTheDrawing() {
    assertThat(run.result().page().orElseThrow().apply(Language.EN).html()).contains("<svg xmlns", "∂c/∂b = −a/b²", "Cauchy");
  }

  @Test
  void anyPointWillDo() {
    var odd = Reference.run(lesson, Map.of("at", "1,0,1", "point", "0,0", "steps", "1", "alpha", "1"));
    assertThat(odd.printed()).contains("Note: c = a/b is inf at a = 2, b = 0.");
    assertThat(odd.result().page().orElseThrow().apply(Language.EN).html()).contains("c = a/b is inf");
  }
}
