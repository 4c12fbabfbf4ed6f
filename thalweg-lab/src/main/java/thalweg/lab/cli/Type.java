package thalweg.lab.cli;

import java.nio.file.Path;
import java.util.function.Function;
import thalweg.lab.lesson.BadInputException;

/// What a value is, and how it is read.
///
/// @param is     for instance "a number"
/// @param reader throws an `IllegalArgumentException` for what is none
record Type<T>(String is, Function<String, T> reader) {
  static final Type<String> TEXT = new Type<>("text", text -> text);
  static final Type<Path> PATH = new Type<>("a path", Path::of);
  static final Type<Double> NUMBER = new Type<>("a number", Double::valueOf);
  static final Type<Integer> INTEGER = new Type<>("a 32-bit integer", Integer::valueOf);
  static final Type<Long> LONG = new Type<>("a 64-bit integer", Long::valueOf);

  /// @param argument what the value belongs to
  T read(String argument, String text) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("%s: '%s' is not %s".formatted(argument, text, is));
    }
  }
}
