package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Points;
import tools.jackson.databind.JsonNode;

class ShapesLessonTest {
  private final ShapesLesson lesson = new ShapesLesson();

  /// The output blocks of note 4 that the reference file does not hold.
  private static final List<String> BLOCKS =
      List.of(
          "tensor([[-0.1629,  0.6929]])",
          "tensor([[-5., 10.]])",
          "tensor([[-0.9442]])",
          """
          (Parameter containing:
           tensor([[10.]], requires_grad=True),
           Parameter containing:
           tensor([-5.], requires_grad=True))""",
          "tensor(109.8145, grad_fn=<MeanBackward0>)",
          "tensor(187.0950, grad_fn=<MeanBackward0>)",
          "torch.Size([100, 100])",
          "torch.Size([100])",
          "torch.Size([100, 1])",
          "tensor(109.8145, grad_fn=<MseLossBackward0>)",
          "tensor([[0.1152, 0.4159, 0.3233]])",
          "tensor([[ 2.5000,  5.0000, -2.0000]])",
          "tensor(24.9339, grad_fn=<MseLossBackward0>)",
          "tensor(14.1640, grad_fn=<MseLossBackward0>)",
          "tensor(1.0897, grad_fn=<MseLossBackward0>)");

  @Test
  void everyOutputBlockOfTheNoteIsPrinted() {
    JsonNode reference = Reference.read("linear_and_losses");
    String printed = Reference.run(lesson, Map.of()).printed();
    assertThat(printed).contains(BLOCKS);
    for (String key : List.of("yhat1_repr", "yhat2_repr", "three_feature_yhat_repr")) {
      assertThat(printed).contains("\n" + reference.get(key).asString() + "\n");
    }
    assertThat(printed)
        .contains(reference.get("yhat2_repr").asString().replace("MmBackward0", "AddmmBackward0"));
  }

  @Test
  void everyNumberOfTheNoteIsPyTorchs() {
    assertValues(Reference.read("linear_and_losses"), Reference.run(lesson, Map.of()));
  }

  static Stream<JsonNode> otherSettings() {
    return Reference.read("other_settings").get("shapes").values().stream();
  }

  @ParameterizedTest
  @MethodSource("otherSettings")
  void otherSeedsStartsAndSizesArePyTorchsToo(JsonNode reference) {
    var settings = Reference.settings(lesson, reference.get("settings"));
    assertValues(reference.get("values"), Reference.run(lesson, settings));
  }

  private static void assertValues(JsonNode expected, Reference.Run run) {
    Map<String, Object> values = run.result().values();
    assertThat(values.keySet()).containsAll(expected.propertyNames());
    expected.properties()
        .forEach(
            entry -> {
              switch (values.get(entry.getKey())) {
                case List<?> list -> Reference.assertClose(entry.getKey(), list, entry.getValue());
                case String text -> assertThat(text).isEqualTo(entry.getValue().asString());
                case Object number ->
                    Reference.assertClose(entry.getKey(), (Double) number, entry.getValue());
              }
            });
  }

  @Test
  void theLoopRecordsFromTheStartToTheResult() {
    var trace = Reference.run(lesson, Map.of("epochs", "5")).trace("sse alpha=0.001");
    assertThat(trace.weights()).hasSize(6).first().isEqualTo(List.of(-5.0, 10.0));
    assertThat(trace.losses()).hasSize(5);
  }

  @Test
  void morePointsThanTheTrapCanHoldAreRefused() {
    List<Double> many = Collections.nCopies(2001, 1.0);
    var points = new Points("big.csv", "x", "y", many, many);
    var context = new LessonContext(lesson, Map.of(), Optional.of(points), Language.EN, _ -> {});
    assertThatThrownBy(() -> lesson.run(context))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("big.csv")
        .hasMessageContaining("2001")
        .hasMessageContaining("2000");
  }
}
