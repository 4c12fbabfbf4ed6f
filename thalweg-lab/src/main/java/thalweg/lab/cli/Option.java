package thalweg.lab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// An argument known by its name, which begins with two minuses.
///
/// @param label   what its value is called in the help
/// @param takes   how many values may follow it
/// @param meaning what the command gets, of no values if it was not given
record Option<T>(
    String name, String label, Takes takes, Function<List<String>, T> meaning, String description)
    implements Argument<T> {
  /// What may follow an option.
  enum Takes {
    NOTHING,
    ONE,
    /// One value, and the option may be given again.
    ONE_EACH_TIME,
    /// Values up to the next option, and the option may be given again.
    SEVERAL
  }

  /// Given or not.
  static Option<Boolean> flag(String name, String description) {
    return new Option<>(name, "", Takes.NOTHING, typed -> !typed.isEmpty(), description);
  }

  /// One value, or none.
  static <T> Option<Optional<T>> of(String name, String label, Type<T> type, String description) {
    return new Option<>(
        name, label, Takes.ONE, typed -> typed.stream().map(text -> type.read(name, text)).findFirst(), description);
  }

  /// One value, or else `usual`.
  static <T> Option<T> of(String name, String label, Type<T> type, T usual, String description) {
    Option<Optional<T>> option = of(name, label, type, "%s; default: %s.".formatted(description, usual));
    return new Option<>(
        name, label, Takes.ONE, typed -> option.value(typed).orElse(usual), option.description());
  }

  /// Texts, each after the option's name.
  static Option<List<String>> each(String name, String label, String description) {
    return new Option<>(name, label, Takes.ONE_EACH_TIME, typed -> typed, description);
  }

  /// Texts divided by commas.
  static Option<List<String>> list(String name, String label, String description) {
    return new Option<>(
        name,
        label + "," + label + "...",
        Takes.ONE_EACH_TIME,
        typed -> typed.stream().flatMap(text -> Stream.of(text.split(","))).toList(),
        description);
  }

  /// Texts one after the other.
  static Option<List<String>> several(String name, String label, String description) {
    return new Option<>(name, label + "...", Takes.SEVERAL, typed -> typed, description);
  }

  /// Two groups of options in one list.
  static List<Option<?>> join(List<Option<?>> some, List<Option<?>> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  boolean mayRepeat() {
    return takes == Takes.ONE_EACH_TIME || takes == Takes.SEVERAL;
  }

  @Override
  public T value(List<String> typed) {
    return meaning.apply(typed);
  }

  /// The option with its value, as the help shows it.
  String usage() {
    return takes == Takes.NOTHING ? name : name + "=" + label;
  }
}
