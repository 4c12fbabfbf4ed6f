package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.LessonContext;
import thalweg.trace.Trace;
import tools.jackson.databind.JsonNode;

/// Against PyTorch 1.13, NumPy and CPython: `seeds.json` holds what their loaders, workers and streams give.
class SeedsLessonTest {
  private final SeedsLesson lesson = new SeedsLesson();

  static Stream<JsonNode> cases() {
    return Reference.read("seeds").values().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void streamsOrdersAndWorkersAreTheirs(JsonNode expected) {
    var run = Reference.run(lesson, Reference.settings(lesson, expected.get("settings")));
    Map<String, Object> values = run.result().values();
    assertThat(values.keySet()).containsAll(expected.get("values").propertyNames());
    expected
        .get("values")
        .properties()
        .forEach(entry -> assertSame(entry.getKey(), values.get(entry.getKey()), entry.getValue()));
    assertThat(run.result().failures()).isEmpty();
    Trace first = run.trace("first");
    Reference.assertClose(first, expected.get("run"));
    assertThat(first.steps()).isEqualTo(run.trace("second").steps());
  }

  /// Draws and orders are exact but for normals in double, which may be an ulp away.
  private static void assertSame(String what, Object actual, JsonNode expected) {
    switch (actual) {
      case List<?> list -> {
        assertThat(list).as(what).hasSize(expected.size());
        for (int i = 0; i < list.size(); i++) {
          assertSame(what + "[" + i + "]", list.get(i), expected.get(i));
        }
      }
      case Long number -> assertThat(number).as(what).isEqualTo(expected.asLong());
      case Object number -> {
        double b = expected.asDouble();
        double allowed = what.startsWith("numpy_randn") ? 2 * Math.ulp(b) : 0;
        assertThat(Math.abs((Double) number - b)).as(what).isLessThanOrEqualTo(allowed);
      }
    }
  }

  @Test
  void bothTrainingsTakeTheLossAndTheOptimizerThatIsChosen() {
    var run = Reference.run(lesson, Map.of("loss", "sum", "optimizer", "adam"));
    Trace first = run.trace("first");
    assertThat(run.result().failures()).isEmpty();
    assertThat(first.steps()).isEqualTo(run.trace("second").steps());
    assertThat(run.printed()).contains("loss = sum, optimizer = adam");
    // the same first batch of four: four times its mean, then a step of Adam
    Trace usual = Reference.run(lesson, Map.of()).trace("first");
    assertThat(first.losses().getFirst())
        .isCloseTo(4 * usual.losses().getFirst(), Offset.offset(1e-4));
    assertThat(Math.abs(first.weights().get(1).get(0) - first.weights().get(0).get(0)))
        .isCloseTo(0.1, Offset.offset(1e-5));
    assertThat(run.result().page().orElseThrow().apply(Language.EN).html()).contains("sum of squares");
    assertThat(lesson.train(LessonContext.quiet(lesson)).trace().steps()).isEqualTo(usual.steps());
  }

  @Test
  void thePageShowsTheOrdersTheDrawsAndTheDevices() {
    var run = Reference.run(lesson, Map.of());
    assertThat(run.printed())
        .contains("[6,5,1,7][4,3,0,9][2,8]")
        .contains("[9,0,3,7][8,2,1,4][6,5]")
        .contains("item  0   0.253457181  0.059670236  0.885037482")
        .contains("device mps is not available");
    assertThat(run.result().page().orElseThrow().apply(Language.EN).html())
        .contains("[6,5,1,7][4,3,0,9][2,8]")
        .contains("device mps is not available");
  }
}
