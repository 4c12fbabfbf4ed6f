package thalweg.lab.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import thalweg.lab.lesson.Lesson;

/// The source of a lesson, which is packed beside its class.
final class LessonSource {
  private LessonSource() {}

  /// Its text; empty where the classes were built without it, as some editors do.
  static Optional<String> of(Class<? extends Lesson> lesson) {
    try (var in = lesson.getResourceAsStream(lesson.getSimpleName() + ".java")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
