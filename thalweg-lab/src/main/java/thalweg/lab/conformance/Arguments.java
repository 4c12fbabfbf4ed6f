package thalweg.lab.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import thalweg.lab.lesson.Nearest;
import thalweg.tensor.DType;
import tools.jackson.databind.JsonNode;

/// The keyword arguments of a call, by PyTorch's names. Remembers which were asked for, so that one that
/// nobody reads is noticed instead of ignored.
final class Arguments {
  private final JsonNode object;
  private final Set<String> asked = new TreeSet<>();

  Arguments(Fields arguments) {
    this.object = arguments.object();
  }

  /// True if it is given; null, PyTorch's None, counts as left out.
  boolean has(String name) {
    asked.add(name);
    return object.hasNonNull(name);
  }

  private JsonNode node(String name) {
    if (!has(name)) {
      throw new Mismatch("the argument '" + name + "' is missing");
    }
    return object.get(name);
  }

  /// An argument of a wrong type fails its case, not the whole file.
  private <T> T read(String name, Function<JsonNode, T> reader) {
    JsonNode node = node(name);
    try {
      return reader.apply(node);
    } catch (MalformedCaseException e) {
      throw new Mismatch("the argument '%s': %s".formatted(name, e.getMessage()));
    }
  }

  double real(String name) {
    return read(name, TensorJson::real);
  }

  double real(String name, double otherwise) {
    return has(name) ? real(name) : otherwise;
  }

  int integer(String name) {
    int[] values = ints(name);
    if (values.length != 1) {
      throw new Mismatch("the argument '" + name + "' is not a single integer");
    }
    return values[0];
  }

  int integer(String name, int otherwise) {
    return has(name) ? integer(name) : otherwise;
  }

  /// A list of whole numbers, or one alone.
  int[] ints(String name) {
    return read(name, TensorJson::ints);
  }

  int[] ints(String name, int... otherwise) {
    return has(name) ? ints(name) : otherwise;
  }

  /// A list of numbers, or one alone.
  double[] reals(String name) {
    return read(
        name,
        node ->
            node.isArray()
                ? node.valueStream().mapToDouble(TensorJson::real).toArray()
                : new double[] {TensorJson.real(node)});
  }

  double[] reals(String name, double... otherwise) {
    return has(name) ? reals(name) : otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    return has(name) ? node(name).asBoolean() : otherwise;
  }

  String text(String name, String otherwise) {
    return has(name) ? node(name).asString() : otherwise;
  }

  /// True if it is given as a text.
  boolean isText(String name) {
    return has(name) && node(name).isString();
  }

  /// One of some words, the first if it is left out, in capitals.
  String choice(String name, String... words) {
    String word = text(name, words[0]);
    if (!List.of(words).contains(word)) {
      throw new Mismatch("%s='%s' is not one of %s".formatted(name, word, List.of(words)));
    }
    return word.toUpperCase(Locale.ROOT);
  }

  DType dtype(DType otherwise) {
    return has("dtype") ? DType.named(text("dtype", "")) : otherwise;
  }

  /// True if it is written as a whole number, which Python keeps apart from a real one.
  boolean isWhole(String name) {
    return node(name).isIntegralNumber();
  }

  /// True if it is a truth value.
  boolean isFlag(String name) {
    return node(name).isBoolean();
  }

  /// True if it is a list.
  boolean isList(String name) {
    return node(name).isArray();
  }

  long whole(String name) {
    return node(name).longValue();
  }

  /// For an argument of which only PyTorch's default is known.
  void only(String name, String known) {
    if (has(name) && !text(name, known).equals(known)) {
      throw new Mismatch("%s='%s' is not supported, only '%s'".formatted(name, text(name, ""), known));
    }
  }

  /// @throws Mismatch naming the arguments that no one asked for
  void requireAllUsed() {
    for (String name : object.propertyNames()) {
      if (!asked.contains(name)) {
        throw new Mismatch(
            "unknown argument '%s'; %s".formatted(name, Nearest.suggest(name, asked)));
      }
    }
  }
}
