package thalweg.lab.lesson;

import java.util.List;
import thalweg.lab.lessons.DescentLesson;
import thalweg.lab.lessons.LineLesson;
import thalweg.lab.lessons.SeedsLesson;
import thalweg.lab.lessons.ShallowLesson;
import thalweg.lab.lessons.ShapesLesson;

/// The lessons there are, in the order in which one should take them.
public final class Lessons {
  private static final List<Lesson> ALL =
      List.of(
          new LineLesson(),
          new ShapesLesson(),
          new DescentLesson(),
          new ShallowLesson(),
          new SeedsLesson());

  private Lessons() {}

  /// All of them.
  public static List<Lesson> all() {
    return ALL;
  }

  /// The lesson called `name`.
  ///
  /// @throws BadInputException naming the nearest ones
  public static Lesson named(String name) {
    return named(name, ALL);
  }

  /// The lesson of `lessons` called `name`.
  ///
  /// @throws BadInputException naming the nearest ones
  public static Lesson named(String name, List<Lesson> lessons) {
    for (Lesson lesson : lessons) {
      if (lesson.name().equals(name)) {
        return lesson;
      }
    }
    List<String> names = lessons.stream().map(Lesson::name).toList();
    throw new BadInputException("there is no lesson '%s'; %s".formatted(name, Nearest.suggest(name, names)));
  }
}
