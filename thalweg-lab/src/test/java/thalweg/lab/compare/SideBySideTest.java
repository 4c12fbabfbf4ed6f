package thalweg.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.lesson.Training;
import thalweg.trace.Trace;

class SideBySideTest {
  private static SideBySide compared(Lesson lesson, String... values) {
    return SideBySide.of(
        lesson,
        Alternatives.parse(lesson, List.of(values)),
        own -> new LessonContext(lesson, own, Optional.empty(), Language.EN, _ -> {}));
  }

  @Test
  void combinationsChangeTheLastParameterFastest() {
    var alternatives = Alternatives.parse(Lessons.named("line"), List.of("alpha=1,2", "start=-5,10;0,0"));
    assertThat(alternatives.combinations())
        .containsExactly(
            Map.of("alpha", "1", "start", "-5,10"),
            Map.of("alpha", "1", "start", "0,0"),
            Map.of("alpha", "2", "start", "-5,10"),
            Map.of("alpha", "2", "start", "0,0"));
  }

  @Test
  void theDefaultIsTheLessonsOwnRun() {
    Lesson line = Lessons.named("line");
    Trace compared = compared(line, "alpha=0.001,0.01").traces().getFirst();
    LessonResult run = line.run(LessonContext.quiet(line));
    Trace main =
        run.runs().stream().filter(trace -> trace.name().equals("sse alpha=0.001")).findFirst().orElseThrow();
    assertThat(compared.steps()).isEqualTo(main.steps());
  }

  @Test
  void theShallowNetAndTheBatchesTakeEveryOptimizerToo() {
    for (String lesson : List.of("shallow", "seeds")) {
      SideBySide comparison =
          compared(Lessons.named(lesson), "optimizer=by-hand,sgd,momentum,nesterov,adam");
      assertThat(comparison.trainings()).hasSize(5);
      for (Trace trace : comparison.traces()) {
        assertThat(trace.losses().getLast()).as(trace.name()).isLessThan(trace.losses().getFirst());
      }
    }
  }

  @Test
  void everyOptimizerTrains() {
    for (String lesson : List.of("line", "shapes")) {
      SideBySide comparison =
          compared(Lessons.named(lesson), "optimizer=by-hand,sgd,momentum,nesterov,adam", "loss=sum,mean");
      assertThat(comparison.trainings()).hasSize(10);
      for (Trace trace : comparison.traces()) {
        assertThat(trace.epochs()).isEqualTo(30);
        assertThat(trace.losses().getLast()).as(trace.name()).isLessThan(trace.losses().getFirst());
      }
      // SGD is the loop by hand
      assertThat(comparison.trainings().get(0).verdict().line().in(Language.EN))
          .isEqualTo(comparison.trainings().get(2).verdict().line().in(Language.EN));
    }
  }

  @Test
  void theChosenRunComesInAddition() {
    Lesson line = Lessons.named("line");
    List<Trace> plain = line.run(LessonContext.quiet(line)).runs();
    List<Trace> chosen =
        line.run(
                new LessonContext(
                    line, Map.of("loss", "mean", "optimizer", "adam"), Optional.empty(), Language.EN, _ -> {}))
            .runs();
    assertThat(chosen).startsWith(plain.toArray(Trace[]::new)).hasSize(plain.size() + 1);
    assertThat(chosen.getLast().name()).isEqualTo("mean adam lr=0.1");
  }

  @Test
  void thePageHasCurvesOfEachWeight() {
    SideBySide comparison = compared(Lessons.named("line"), "alpha=0.0001,0.001");
    String html = new ComparisonPage(comparison).page(Language.EN).html();
    assertThat(html).contains("alpha=0.0001", "still falling", "The losses", "The weights");
  }
}
