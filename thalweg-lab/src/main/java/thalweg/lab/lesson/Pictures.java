package thalweg.lab.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import thalweg.figures.Graphic;
import thalweg.figures.text.Language;

/// What the figures of a lesson are called, and how each is made from what the lesson found: the one place that
/// names them.
///
/// @param <F> what is found
public final class Pictures<F> {
  /// What makes a figure in a language.
  private interface Makers<F> extends Function<F, Map<String, Function<Language, Graphic>>> {}

  private record Entry<F>(String name, Makers<F> makers) {
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
  public Pictures<F> with(String name, BiFunction<F, Language, ? extends Graphic> maker) {
    return and(name, found -> Map.of("", language -> maker.apply(found, language)));
  }

  /// Several figures of one name, or none; their files are called by the name and what distinguishes them.
  public Pictures<F> each(
      String name, Function<F, ? extends Map<String, ? extends Function<Language, ? extends Graphic>>> makers) {
    return and(name, found -> {
      var figures = new LinkedHashMap<String, Function<Language, Graphic>>();
      makers.apply(found).forEach((key, maker) -> figures.put(key, maker::apply));
      return figures;
    });
  }

  private Pictures<F> and(String name, Makers<F> makers) {
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
