package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Points;
import thalweg.trace.Trace;
import tools.jackson.databind.JsonNode;

class LineLessonTest {
  private final LineLesson lesson = new LineLesson();

  /// The reference calls every learning rate alpha, here that of the mean is lr.
  private static String name(String reference) {
    return reference.startsWith("sse") ? reference : reference.replace("alpha=", "lr=");
  }

  @Test
  void everyNumberOfTheNoteIsPyTorchs() {
    JsonNode reference = Reference.read("line_fit");
    var run = Reference.run(lesson, Map.of());
    Reference.assertClose("x", (List<?>) run.result().values().get("x"), reference.get("x"));
    Reference.assertClose("y", (List<?>) run.result().values().get("y"), reference.get("y"));
    reference.get("runs").properties()
        .forEach(entry -> Reference.assertClose(run.trace(name(entry.getKey())), entry.getValue()));
    assertThat(reference.get("runs").size()).isEqualTo(8);
  }

  @Test
  void theLoopPrintsWhatTheNotePrints() {
    List<String> expected =
        Reference.read("line_fit").get("printed").values().stream().map(JsonNode::asString).toList();
    var run = Reference.run(lesson, Map.of());
    assertThat(run.lines()).containsSubsequence(expected);
    assertThat(run.result().values().get("printed")).isEqualTo(expected);
  }

  @Test
  void theLossSurfaceIsPyTorchs() {
    JsonNode reference = Reference.read("loss_surface");
    Map<String, Object> values = Reference.run(lesson, Map.of()).result().values();
    for (String key : List.of("w0", "w1", "loss")) {
      Reference.assertClose(key, (List<?>) values.get(key), reference.get(key));
    }
  }

  static Stream<JsonNode> otherSettings() {
    return Reference.read("other_settings").get("line").values().stream();
  }

  @ParameterizedTest
  @MethodSource("otherSettings")
  void otherSeedsStartsAndSizesArePyTorchsToo(JsonNode reference) {
    var settings = Reference.settings(lesson, reference.get("settings"));
    var run = Reference.run(lesson, settings);
    reference.get("runs").properties()
        .forEach(entry -> Reference.assertClose(run.trace(name(entry.getKey())), entry.getValue()));
    assertThat(run.lines())
        .containsSubsequence(
            reference.get("printed").values().stream().map(JsonNode::asString).toList());
  }

  @Test
  void aRatePastTheStableStepDivergesEvenWhileTheLossStillFalls() {
    String printed = Reference.run(lesson, Map.of("epochs", "3")).printed();
    assertThat(printed)
        .contains("alpha = 0.0083  diverging: the rate is past 2/λmax = 0.008238; the loss still falls")
        .contains("alpha = 0.0001  still falling");
  }

  @Test
  void theSumNeedsAnotherRateForMorePointsAndTheMeanDoesNot() {
    String printed = Reference.run(lesson, Map.of()).printed();
    assertThat(printed)
        .containsPattern("sum +n = 1000 +alpha = 0.001 +diverging")
        .containsPattern("mean n = 1000 +lr += 0.1 +converged");
  }

  @Test
  void theFourPatternsEndInTheSameWeights() {
    LessonResult result = Reference.run(lesson, Map.of()).result();
    List<Trace> patterns =
        result.runs().stream().filter(t -> t.name().endsWith(" lr=0.1")).toList();
    assertThat(patterns).hasSize(4);
    for (Trace pattern : patterns) {
      assertThat(pattern.result().get(0)).isCloseTo(2.4290, Offset.offset(5e-5));
      assertThat(pattern.result().get(1)).isCloseTo(4.0144, Offset.offset(5e-5));
    }
  }

  @Test
  void ownPointsGetAStableStepThatIsStated() {
    var own =
        new Points(
            "own.csv", "x", "y", List.of(0.0, 10.0, 20.0, 30.0), List.of(1.0, 21.0, 41.0, 61.0));
    var lines = new ArrayList<String>();
    LessonResult result =
        lesson.run(new LessonContext(lesson, Map.of(), Optional.of(own), Language.EN, lines::add));
    Trace main = result.runs().stream().filter(t -> t.name().startsWith("sse")).toList().get(1);
    assertThat(main.losses()).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(String.join("\n", lines)).contains("half the largest stable rate for these points");
    assertThat(result.page().orElseThrow().apply(Language.EN).html()).contains("own.csv");
  }

  @Test
  void thePageEscapesWhatItShows() {
    var own = new Points("<b>.csv", "x", "y", List.of(0.0, 1.0), List.of(1.0, 2.0));
    LessonResult result =
        lesson.run(new LessonContext(lesson, Map.of(), Optional.of(own), Language.EN, _ -> {}));
    assertThat(result.page().orElseThrow().apply(Language.EN).html())
        .contains("&lt;b&gt;.csv")
        .doesNotContain("<b>.csv");
  }
}
