package thalweg.figures.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What makes the texts of a JSON tree those of another, where the trees differ in nothing but texts: a dictionary
/// of texts, which `language.js` looks up.
///
/// Texts that differ in their numbers share an entry. From `epoch 3, loss 80.5` and `손실 80.5, 에폭 3`, and others
/// of the kind, comes the entry `epoch ‹›, loss ‹›` → `손실 ‹1›, 에폭 ‹0›`.
final class Rewording {

  /// As in `language.js`.
  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+(?:[.,]\\d+)*(?:[eE][-+]?\\d+)?");

  private static final String GAP = "‹›";

  private final Map<String, String> pairs = new LinkedHashMap<>();

  private Rewording() {}

  /// The dictionary, or nothing if the trees differ in more than texts, or one text has become two.
  static Optional<Map<String, Object>> of(Object from, Object to) {
    var rewording = new Rewording();
    return rewording.pair(from, to) ? Optional.of(rewording.dictionary()) : Optional.empty();
  }

  private boolean pair(Object from, Object to) {
    return switch (from) {
      case null -> to == null;
      case String text -> to instanceof String other && other.equals(pairs.computeIfAbsent(text, _ -> other));
      case Map<?, ?> map -> to instanceof Map<?, ?> other
          && List.copyOf(map.keySet()).equals(List.copyOf(other.keySet()))
          && map.keySet().stream().allMatch(key -> pair(map.get(key), other.get(key)));
      case List<?> list -> to instanceof List<?> other && list.size() == other.size()
          && IntStream.range(0, list.size()).allMatch(i -> pair(list.get(i), other.get(i)));
      default -> from.equals(to);
    };
  }

  private Map<String, Object> dictionary() {
    var dictionary = new LinkedHashMap<String, Object>();
    if (pairs.entrySet().stream().anyMatch(pair -> hasGap(pair.getKey()) || hasGap(pair.getValue()))) {
      list(pairs.entrySet(), dictionary);
      return dictionary;
    }
    pairs.entrySet().stream()
        .collect(Collectors.groupingBy(pair -> words(pair.getKey()), LinkedHashMap::new, Collectors.toList()))
        .forEach((words, alike) -> {
          if (alike.stream().anyMatch(pair -> !pair.getKey().equals(pair.getValue()))) {
            pattern(alike).ifPresentOrElse(
                target -> dictionary.put(words, target), () -> list(alike, dictionary));
          }
        });
    return dictionary;
  }

  private static void list(Collection<Map.Entry<String, String>> pairs, Map<String, Object> dictionary) {
    pairs.stream().filter(pair -> !pair.getKey().equals(pair.getValue()))
        .forEach(pair -> dictionary.put(pair.getKey(), pair.getValue()));
  }

  private static String words(String text) {
    return NUMBER.matcher(text).replaceAll(GAP);
  }

  private static boolean hasGap(String text) {
    return text.indexOf('‹') >= 0 || text.indexOf('›') >= 0;
  }

  /// The target of texts with the same words: each of its gaps holds a number that in all of them stands at one place.
  private static Optional<String> pattern(List<Map.Entry<String, String>> alike) {
    var words = words(alike.getFirst().getValue());
    if (!alike.stream().allMatch(pair -> words(pair.getValue()).equals(words))) {
      return Optional.empty();
    }
    var numbers = alike.stream().map(pair -> numbers(pair.getKey())).toList();
    var targets = alike.stream().map(pair -> numbers(pair.getValue())).toList();
    var places = new ArrayList<Integer>();
    for (int gap = 0; gap < targets.getFirst().size(); gap++) {
      int of = gap;
      var place = IntStream.range(0, numbers.getFirst().size())
          .filter(from -> IntStream.range(0, alike.size())
              .allMatch(i -> numbers.get(i).get(from).equals(targets.get(i).get(of))))
          .findFirst();
      if (place.isEmpty()) {
        return Optional.empty();
      }
      places.add(place.getAsInt());
    }
    var next = places.iterator();
    return Optional.of(Pattern.compile(GAP).matcher(words).replaceAll(_ -> "‹" + next.next() + "›"));
  }

  private static List<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(found -> found.group()).toList();
  }
}
