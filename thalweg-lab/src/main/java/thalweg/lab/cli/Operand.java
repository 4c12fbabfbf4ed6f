package thalweg.lab.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An argument known by its place.
///
/// @param name       its label in the help
/// @param least      how many there must be
/// @param most       how many there may be
/// @param takesMinus whether `-x` is one, and not an option that does not exist
record Operand<T>(
    String name, int least, int most, boolean takesMinus, Function<List<String>, T> meaning, String description)
    implements Argument<T> {
  static Operand<String> required(String label, String description) {
    return new Operand<>(label, 1, 1, false, List::getFirst, description);
  }

  static <T> Operand<Optional<T>> optional(String label, Type<T> type, String description) {
    return new Operand<>(
        label, 0, 1, false, typed -> typed.stream().map(text -> type.read(label, text)).findFirst(), description);
  }

  static <T> Operand<List<T>> several(String label, Type<T> type, String description) {
    return new Operand<>(
        label,
        1,
        Integer.MAX_VALUE,
        false,
        typed -> typed.stream().map(text -> type.read(label, text)).toList(),
        description);
  }

  /// The same for formulas, which may begin with a minus.
  Operand<T> withMinus() {
    return new Operand<>(name, least, most, true, meaning, description);
  }

  @Override
  public T value(List<String> typed) {
    return meaning.apply(typed);
  }

  /// As it stands in the usage: `[FILE]` can be left out, `FILE...` repeated.
  String usage() {
    String label = most > 1 ? name + "..." : name;
    return least == 0 ? "[" + label + "]" : label;
  }
}
