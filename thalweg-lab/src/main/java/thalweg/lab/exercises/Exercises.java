package thalweg.lab.exercises;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;

/// The exercises there are, in the order of the lessons. A new one is a class beside these and a line here.
final class Exercises {
  private static final List<Exercise<?>> ALL =
      List.of(
          LineTraining.EXERCISE,
          BroadcastShapes.EXERCISE,
          LossGradient.EXERCISE,
          ShallowNarrow.EXERCISE,
          SeededBatches.EXERCISE);

  private Exercises() {}

  static List<Exercise<?>> all() {
    return ALL;
  }

  /// The exercise that `file` is a solution of, by its name.
  ///
  /// @throws BadInputException if there is no such file or no such exercise
  static Exercise<?> of(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new BadInputException("%s: there is no such file, or it cannot be read".formatted(file));
    }
    String name = file.getFileName().toString().replaceFirst("\\.java$", "");
    return ALL.stream()
        .filter(exercise -> file.getFileName().toString().equals(exercise.name() + ".java"))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "%s is not an exercise; %s"
                        .formatted(
                            file.getFileName(),
                            Nearest.suggest(name, ALL.stream().map(Exercise::name).toList()))));
  }

  /// The exercise called `name`, which exists.
  static Exercise<?> named(String name) {
    return ALL.stream().filter(exercise -> exercise.name().equals(name)).findFirst().orElseThrow();
  }
}
