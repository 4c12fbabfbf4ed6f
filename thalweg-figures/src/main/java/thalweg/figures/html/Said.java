package thalweg.figures.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.figures.text.Language;

/// One thing in each language of a page; in the first the page is shown at first.
record Said<T>(SequencedMap<Language, T> in) {

  static <T> Said<T> of(Language language, T thing) {
    var in = new LinkedHashMap<Language, T>();
    in.put(language, thing);
    return new Said<>(in);
  }

  T first() {
    return in.firstEntry().getValue();
  }

  /// Whether it is the same in all languages.
  boolean same() {
    return in.values().stream().allMatch(first()::equals);
  }

  <U> Said<U> map(Function<? super T, ? extends U> change) {
    return each((_, thing) -> change.apply(thing));
  }

  <U> Said<U> each(BiFunction<Language, ? super T, ? extends U> change) {
    var changed = new LinkedHashMap<Language, U>();
    in.forEach((language, thing) -> changed.put(language, change.apply(language, thing)));
    return new Said<>(changed);
  }

  <U extends T> Said<U> as(Class<U> type) {
    return map(type::cast);
  }

  /// A word of the page in the same languages.
  Said<String> word(String key) {
    return each((language, _) -> Words.text(key).in(language));
  }

  /// Its parts, each in all languages; none where it has not as many in each.
  <U> Optional<List<Said<U>>> parts(Function<? super T, ? extends List<? extends U>> parts) {
    Said<List<? extends U>> lists = map(parts);
    return !lists.map(List::size).same() ? Optional.empty()
        : Optional.of(IntStream.range(0, lists.first().size())
            .mapToObj(i -> lists.<U>map(list -> list.get(i))).toList());
  }

  /// A text as HTML within a line, written once if it is the same in all languages.
  String inline(Function<? super T, String> html) {
    return written("span", map(html));
  }

  /// The same for what stands in lines of its own.
  String apart(Function<? super T, String> html) {
    return written("div", map(html));
  }

  private static String written(String element, Said<String> html) {
    return html.same() ? html.first() : html.in.entrySet().stream()
        .map(said -> "<%1$s lang=\"%2$s\">%3$s</%1$s>".formatted(element, said.getKey().code(), said.getValue()))
        .collect(Collectors.joining());
  }
}
