package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.verdict.Verdict;
import thalweg.trace.Trace;
import tools.jackson.databind.JsonNode;

/// Against what NumPy computes for notes 3 and 3b. Sums are in its order, so nearly all is equal to the bit.
class ShallowLessonTest {
  private static final double TOLERANCE = 1e-12;

  private final ShallowLesson lesson = new ShallowLesson();

  private static void assertClose(String what, Object actual, JsonNode expected) {
    if (actual instanceof List<?> list) {
      assertThat(list).as(what).hasSize(expected.size());
      for (int i = 0; i < list.size(); i++) {
        assertClose(what + "[" + i + "]", list.get(i), expected.get(i));
      }
      return;
    }
    double a = ((Number) actual).doubleValue();
    double b = expected.asDouble();
    assertThat(Math.abs(a - b))
        .as("%s: %s, NumPy has %s", what, a, b)
        .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(b)));
  }

  @Test
  void anotherLossOrOptimizerIsOneMoreRun() {
    var run = Reference.run(lesson, Map.of("loss", "sum", "optimizer", "adam"));
    Trace chosen = run.trace("sum adam alpha=0.02");
    assertThat(run.result().runs().getLast()).isSameAs(chosen);
    assertThat(chosen.weights()).hasSize(212).first().isEqualTo(List.of(1.4, -1.6));
    // Adam's first step is alpha against the sign of the gradient: down from 1.4, up from -1.6
    assertThat(chosen.weights().get(1).get(0)).isCloseTo(1.38, Offset.offset(1e-6));
    assertThat(chosen.weights().get(1).get(1)).isCloseTo(-1.58, Offset.offset(1e-6));
    double mean = run.trace("shallow alpha=0.02").losses().getFirst();
    assertThat(chosen.losses().getFirst()).isCloseTo(73 * mean, Offset.offset(1e-9));
    assertThat(run.printed()).contains("sum adam alpha=0.02  last loss = ");
    assertThat(run.result().page().orElseThrow().apply(Language.EN).html())
        .contains("The loss and the optimiser you chose")
        .contains("sum adam alpha=0.02");
    assertThat(Reference.run(lesson, Map.of()).printed()).doesNotContain("you chose");
  }

  @Test
  void sgdOnTheMeanWalksAsByHand() {
    var run = Reference.run(lesson, Map.of("optimizer", "sgd"));
    Trace byHand = run.trace("shallow alpha=0.02");
    Trace sgd = run.trace("mean sgd alpha=0.02");
    for (int i = 0; i < 2; i++) {
      assertThat(sgd.result().get(i)).isCloseTo(byHand.result().get(i), Offset.offset(1e-9));
    }
  }

  @Test
  void aRunOfOnesChoiceThatBlowsUpStillHasItsPage() {
    LessonResult wild = Reference.run(lesson, Map.of("loss", "sum", "alpha", "5")).result();
    assertThat(wild.page().orElseThrow().apply(Language.EN).html()).contains("diverging");
  }

  @Test
  void comparedItTrainsWhatIsChosen() {
    var settings = Map.of("start", "0.5,-0.5", "loss", "sum", "alpha", "0.002");
    var context = new LessonContext(lesson, settings, Optional.empty(), Language.EN, _ -> {});
    assertThat(lesson.train(context).trace().name()).isEqualTo("sum by-hand alpha=0.002");
    assertThat(lesson.train(context).verdict().kind()).isEqualTo(Verdict.Kind.RESTING);
    Trace main = Reference.run(lesson, Map.of()).trace("shallow alpha=0.02");
    assertThat(lesson.train(LessonContext.quiet(lesson)).trace()).isEqualTo(main);
  }

  @Test
  void everyNumberOfTheTrainingIsNumpys() {
    JsonNode reference = Reference.read("shallow_narrow");
    var run = Reference.run(lesson, Map.of());
    Trace trace = run.trace("shallow alpha=0.02");
    assertClose("loss", trace.losses(), reference.get("loss"));
    assertThat(trace.weights()).hasSize(212).first().isEqualTo(List.of(1.4, -1.6));
    assertClose("weights", trace.weights().subList(1, 212), reference.get("weights"));
    for (String key : List.of("x_train", "y_train", "y_eval")) {
      assertClose(key, run.result().values().get(key), reference.get(key));
    }
    assertThat(run.lines().getFirst()).isEqualTo("Random seed 2021 has been set.");
  }

  @Test
  void everyNumberOfTheLandscapeIsNumpys() {
    JsonNode reference = Reference.read("landscape_field");
    LessonResult result = Reference.run(lesson, Map.of()).result();
    for (String key : List.of("grid", "loss", "lr", "epochs")) {
      assertClose(key, result.values().get(key), reference.get(key));
    }
    assertThat(result.values().get("samples")).isEqualTo(Map.of("n", 10, "a", 1.0, "sigma", 0.0));
    var trajectories = (Map<?, ?>) result.values().get("trajectories");
    assertThat(trajectories).hasSize(reference.get("trajectories").size());
    reference
        .get("trajectories")
        .properties()
        .forEach(e -> assertClose(e.getKey(), trajectories.get(e.getKey()), e.getValue()));
  }

  @Test
  void theSaddleHoldsWhoStandsOnItAndWhoComesStraightToIt() {
    var run = Reference.run(lesson, Map.of());
    assertThat(run.trace("[0.0, 0.0]").weights()).containsOnly(List.of(0.0, 0.0));
    assertThat(run.trace("[0.0, 0.0]").gradients()).allMatch(g -> g.get(0) == 0 && g.get(1) == 0);
    var saddle = (Map<?, ?>) run.result().values().get("saddle");
    List<?> eigenvalues = (List<?>) saddle.get("eigenvalues");
    assertThat((Double) eigenvalues.get(0)).isCloseTo(-19.0 / 27, Offset.offset(1e-12));
    assertThat((Double) eigenvalues.get(1)).isCloseTo(19.0 / 27, Offset.offset(1e-12));
    assertThat(run.printed())
        .containsPattern("\\[0.5, -0.5\\] .*\n  at rest elsewhere: a saddle")
        .containsPattern("\\[0.55, -0.45\\] .*\n  still falling: after 40 updates .*; 9 more updates to go")
        .contains("eigenvalues -0.7037 and 0.7037");
  }

  @Test
  void theGradientByHandIsAutograds() {
    LessonResult result = Reference.run(lesson, Map.of()).result();
    assertThat((Double) result.values().get("difference_to_autograd")).isLessThan(1e-14);
    assertThat(result.failures()).isEmpty();
  }

  @Test
  void anotherRateIsTaken() {
    assertThat(Reference.run(lesson, Map.of("alpha", "0.05", "epochs", "3")).trace("shallow alpha=0.05").losses())
        .hasSize(3);
    LessonResult wild = Reference.run(lesson, Map.of("alpha", "50")).result();
    assertThat(wild.failures()).isEmpty();
    assertThat(wild.page().orElseThrow().apply(Language.EN).html()).contains("saddle");
  }
}
