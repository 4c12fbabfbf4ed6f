package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;

import thalweg.figures.text.Text;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Parameter;
import thalweg.random.Seeds;

/// The notes' `set_seed`, for a lesson, which says so where it prints.
final class Seeding {
  /// NumPy takes 32 bits.
  private static final long LARGEST = 4_294_967_295L;

  private Seeding() {}

  static Parameter parameter(Text description) {
    return Parameter.integer("seed", "2021", 0, LARGEST, description);
  }

  /// Seeds PyTorch's, NumPy's and CPython's streams by the lesson's parameter, and says so.
  static void set(LessonContext context) {
    long seed = context.seed("seed");
    quietly(seed);
    context.print(text("common.seeded", "seed", seed));
  }

  static void quietly(long seed) {
    Seeds.setSeed(seed);
  }
}
