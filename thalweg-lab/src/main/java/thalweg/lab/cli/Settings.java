package thalweg.lab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Nearest;
import thalweg.lab.lesson.Parameter;

/// What stands after `--set`.
final class Settings {
  static final Option<List<String>> SET =
      Option.several("--set", "NAME=VALUE", "Change parameters of the lesson.");

  private Settings() {}

  /// Its `name=value` pairs as a map; each name once.
  static Map<String, String> given(Arguments arguments) {
    var given = new LinkedHashMap<String, String>();
    for (String setting : arguments.get(SET)) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new BadInputException(
            "--set takes name=value, for instance --set alpha=0.01, not '%s'".formatted(setting));
      }
      String name = setting.substring(0, equals).strip();
      if (given.put(name, setting.substring(equals + 1)) != null) {
        throw new BadInputException("parameter %s is set twice".formatted(name));
      }
    }
    return given;
  }

  /// Those of `given` that `lesson` has, when several lessons run together.
  ///
  /// @throws BadInputException for one that none of the lessons has
  static Map<String, String> of(Lesson lesson, Map<String, String> given, List<Lesson> lessons) {
    List<String> known =
        lessons.stream().flatMap(l -> names(l).stream()).distinct().toList();
    var own = new LinkedHashMap<String, String>();
    given.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            throw new BadInputException(
                "no lesson has a parameter '%s'; %s".formatted(name, Nearest.suggest(name, known)));
          }
          if (names(lesson).contains(name)) {
            own.put(name, value);
          }
        });
    return own;
  }

  private static List<String> names(Lesson lesson) {
    return lesson.parameters().stream().map(Parameter::name).toList();
  }
}
