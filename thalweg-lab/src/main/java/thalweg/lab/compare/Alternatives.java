package thalweg.lab.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Nearest;
import thalweg.lab.lesson.Parameter;

/// The values that parameters of a lesson are compared at: `alpha=0.001,0.01`, or for a list `start=-5,10;0,0`.
///
/// @param values for each parameter its values as typed, in the order given
public record Alternatives(SequencedMap<String, List<String>> values) {
  /// More trainings than these are no comparison any more.
  static final int MOST = 24;

  /// Reads what a user typed.
  ///
  /// @throws BadInputException for unknown parameters, values out of range, or too few or too many combinations
  public static Alternatives parse(Lesson lesson, List<String> typed) {
    var values = new LinkedHashMap<String, List<String>>();
    for (String each : typed) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        throw new BadInputException(
            "compare takes name=value,value,…, for instance alpha=0.001,0.01, not '%s'".formatted(each));
      }
      Parameter parameter = parameter(lesson, each.substring(0, equals).strip());
      if (values.put(parameter.name(), split(parameter, each.substring(equals + 1))) != null) {
        throw new BadInputException("parameter %s is given twice".formatted(parameter.name()));
      }
    }
    long combinations = values.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, 1_000_000));
    if (combinations < 2) {
      throw new BadInputException("that is only one run; give a parameter two or more values, as in alpha=0.001,0.01");
    }
    if (combinations > MOST) {
      throw new BadInputException(
          "that is %d runs; compare at most %d".formatted(combinations, MOST));
    }
    return new Alternatives(values);
  }

  private static Parameter parameter(Lesson lesson, String name) {
    List<String> known = lesson.parameters().stream().map(Parameter::name).toList();
    return lesson.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "lesson %s has no parameter '%s'; %s"
                        .formatted(lesson.name(), name, Nearest.suggest(name, known))));
  }

  /// A list has commas of its own, so its alternatives are separated by semicolons.
  private static List<String> split(Parameter parameter, String text) {
    boolean list = parameter.kind() instanceof Parameter.Kind.Reals;
    var values = new ArrayList<String>();
    for (String value : text.split(list ? ";" : ",", -1)) {
      parameter.parse(value);
      if (values.contains(value.strip())) {
        throw new BadInputException(
            "parameter %s: %s is given twice".formatted(parameter.name(), value.strip()));
      }
      values.add(value.strip());
    }
    return values;
  }

  /// Every combination, the last parameter changing fastest.
  public List<Map<String, String>> combinations() {
    List<Map<String, String>> all = List.of(Map.of());
    for (var parameter : values.sequencedEntrySet()) {
      var longer = new ArrayList<Map<String, String>>();
      for (Map<String, String> shorter : all) {
        for (String value : parameter.getValue()) {
          var combination = new LinkedHashMap<>(shorter);
          combination.put(parameter.getKey(), value);
          longer.add(combination);
        }
      }
      all = longer;
    }
    return all;
  }
}
