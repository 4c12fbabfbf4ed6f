package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.LessonContext;

/// Note 1's loop prints under its own labels.
class NoteLabelsTest {
  @Test
  void inKoreanTheLoopPrintsWhatTheNotePrints() {
    var lines = new ArrayList<String>();
    var lesson = new LineLesson();
    lesson.run(new LessonContext(lesson, Map.of(), Optional.empty(), Language.KO, lines::add));
    assertThat(lines)
        .contains("시작값 = tensor([-5., 10.])")
        .contains(
            "loss = 8587.69 \t 업데이트폭 = tensor([ 1.3423, -1.1889]) \t 업데이트결과: tensor([-3.6577,  8.8111])");
    assertThat(lines.stream().filter(line -> line.contains("업데이트폭 = ")).count()).isEqualTo(30);
  }
}
