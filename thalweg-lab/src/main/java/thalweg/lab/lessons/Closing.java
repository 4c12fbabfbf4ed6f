package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;

import java.util.List;
import java.util.stream.IntStream;
import thalweg.figures.html.Block;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.Lesson;

/// How every page of a lesson ends: commands to try, questions to ask oneself, the lesson's source.
final class Closing {
  private Closing() {}

  /// Adds the ending.
  ///
  /// @param tries     command lines; why to try the first is the message `try.1` of the lesson, and so on
  /// @param questions how many there are: the messages `question.1` and `answer.1` of the lesson, and so on
  static Page of(Page page, Lesson lesson, Language language, List<String> tries, int questions) {
    Page more =
        page.heading(text("common.tries").in(language))
            .tries(
                IntStream.range(0, tries.size())
                    .mapToObj(i -> new Block.Try(tries.get(i), say(lesson, "try", i + 1, language)))
                    .toArray(Block.Try[]::new))
            .heading(text("common.questions").in(language));
    Page asked =
        more.questions(
            IntStream.rangeClosed(1, questions)
                .mapToObj(i -> new Block.Question(
                    say(lesson, "question", i, language), say(lesson, "answer", i, language)))
                .toArray(Block.Question[]::new));
    String file = lesson.getClass().getSimpleName() + ".java";
    return LessonSource.of(lesson.getClass())
        .map(source -> asked.listing(text("common.listing", "file", file).in(language), source))
        .orElse(asked);
  }

  private static String say(Lesson lesson, String what, int number, Language language) {
    return text("%s.%s.%d".formatted(lesson.name(), what, number)).in(language);
  }
}
