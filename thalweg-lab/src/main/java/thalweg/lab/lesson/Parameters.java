package thalweg.lab.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns what a user typed into the values of a lesson's parameters.
public final class Parameters {
  private Parameters() {}

  /// The value of each parameter of `lesson`, in its order: as `given`, or else the default.
  ///
  /// @throws BadInputException for a parameter that the lesson does not have, naming the nearest, or
  ///     one that is out of range
  public static Map<String, Object> parse(Lesson lesson, Map<String, String> given) {
    List<String> known = lesson.parameters().stream().map(Parameter::name).toList();
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new BadInputException(
            "lesson %s has no parameter '%s'; %s"
                .formatted(lesson.name(), name, Nearest.suggest(name, known)));
      }
    }
    var values = new LinkedHashMap<String, Object>();
    for (Parameter parameter : lesson.parameters()) {
      String text = given.getOrDefault(parameter.name(), parameter.defaultValue());
      values.put(parameter.name(), parameter.parse(text));
    }
    return Collections.unmodifiableMap(values);
  }
}
