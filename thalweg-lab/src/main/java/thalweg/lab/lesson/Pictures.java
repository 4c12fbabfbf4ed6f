package thalweg.lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import thalweg.figures.Graphic;

/// What the figures of a lesson are called, and how each is made from what the lesson found: the one place that
/// names them.
///
/// @param <F> what is found
public final class Pictures<F> {
  private record Entry<F>(String name, Function<F, ? extends Map<String, ? extends Supplier<? extends Graphic>>> makers) {
    Stream<LessonFigure> of(F found) {
      return makers.apply(found).entrySet().stream()
          .map(maker -> new LessonFigure(
              name, maker.getKey().isEmpty() ? name : name + "-" + maker.getKey(), maker.getValue()));
    }
  }

  private final List<Entry<F>> entries;

  private Pictures(List<Entry<F>> entries) {
    this.entries = List.copyOf(entries);
  }

  /// None yet.
  public static <F> Pictures<F> of() {
    return new Pictures<>(List.of());
  }

  /// One more figure.
  public Pictures<F> with(String name, Function<F, ? extends Graphic> maker) {
    return each(name, found -> Map.<String, Supplier<Graphic>>of("", () -> maker.apply(found)));
  }

  /// Several figures of one name, or none; their files are called by the name and what distinguishes them.
  public Pictures<F> each(
      String name, Function<F, ? extends Map<String, ? extends Supplier<? extends Graphic>>> makers) {
    var more = new ArrayList<>(entries);
    more.add(new Entry<>(name, makers));
    return new Pictures<>(more);
  }

  /// What they are called, in the order of the page.
  public List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  /// The figures of what was found; none is made yet.
  public List<LessonFigure> of(F found) {
    return entries.stream().flatMap(entry -> entry.of(found)).toList();
  }
}
