package thalweg.lab.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;

/// Tells options, their values and operands apart.
///
/// Options may stand before, between and after operands, as `--name value` or `--name=value`; what follows `--` is
/// operands alone. Options have one spelling: no abbreviations, no other case. A value is what follows, even with a
/// minus (`-3`), but not what looks like an option; behind an equals sign it may be that, too.
final class Parser {
  static final String END_OF_OPTIONS = "--";

  private final List<Operand<?>> operands;
  private final Map<String, Option<?>> options = new HashMap<>();
  private final List<String> known;
  private final Deque<String> rest;
  private final List<String> places = new ArrayList<>();
  private final Map<String, List<String>> values = new HashMap<>();

  private Parser(List<Operand<?>> operands, List<Option<?>> options, List<String> typed) {
    this.operands = operands;
    options.forEach(option -> this.options.put(option.name(), option));
    this.known = options.stream().<String>map(Option::name).toList();
    this.rest = new ArrayDeque<>(typed);
  }

  /// Reads `typed`, all of it: each value is of its type, and nothing is missing.
  ///
  /// @throws BadInputException saying what is wrong
  static Arguments parse(List<Operand<?>> operands, List<Option<?>> options, List<String> typed) {
    var parser = new Parser(operands, options, typed);
    parser.sort();
    parser.place();
    var arguments = new Arguments(parser.values);
    options.forEach(arguments::get);
    operands.forEach(arguments::get);
    return arguments;
  }

  private void sort() {
    while (!rest.isEmpty()) {
      String next = rest.remove();
      Option<?> option = options.get(name(next));
      if (next.equals(END_OF_OPTIONS)) {
        places.addAll(rest);
        return;
      }
      if (option != null) {
        take(option, next);
      } else if (isOperand(next)) {
        places.add(next);
      } else {
        throw new BadInputException(
            "there is no option '%s'; %s".formatted(name(next), Nearest.suggest(name(next), known)));
      }
    }
  }

  /// What stands before the value in `--name=value`.
  private static String name(String next) {
    int equals = next.startsWith("--") ? next.indexOf('=') : -1;
    return equals < 0 ? next : next.substring(0, equals);
  }

  /// Whether there may be an option of this name.
  private static boolean looksLikeOption(String next) {
    return next.matches("--[a-z-]*(=.*)?");
  }

  private boolean isOperand(String next) {
    boolean takesMinus = operands.stream().anyMatch(Operand::takesMinus);
    return !next.startsWith("-") || next.equals("-") || takesMinus && !looksLikeOption(next);
  }

  private void take(Option<?> option, String next) {
    String name = option.name();
    if (values.containsKey(name) && !option.mayRepeat()) {
      throw new BadInputException(name + " is given twice");
    }
    List<String> own = values.computeIfAbsent(name, _ -> new ArrayList<>());
    boolean attached = next.length() > name.length();
    String value = attached ? next.substring(name.length() + 1) : "";
    if (option.takes() == Option.Takes.NOTHING) {
      if (attached) {
        throw new BadInputException("%s takes no value, but got '%s'".formatted(name, value));
      }
      own.add(name);
      return;
    }
    own.add(attached ? value : value(option));
    while (option.takes() == Option.Takes.SEVERAL && !rest.isEmpty() && !rest.peek().startsWith("-")) {
      own.add(rest.remove());
    }
  }

  private String value(Option<?> option) {
    if (rest.isEmpty() || looksLikeOption(rest.peek())) {
      throw new BadInputException("%s needs a value: %s".formatted(option.name(), option.usage()));
    }
    return rest.remove();
  }

  private void place() {
    var left = new ArrayDeque<>(places);
    for (Operand<?> operand : operands) {
      if (left.size() < operand.least()) {
        throw new BadInputException("%s is missing. %s".formatted(operand.name(), operand.description()));
      }
      var own = new ArrayList<String>();
      while (!left.isEmpty() && own.size() < operand.most()) {
        own.add(left.remove());
      }
      values.put(operand.name(), own);
    }
    if (!left.isEmpty()) {
      throw new BadInputException("unexpected argument '%s'".formatted(left.peek()));
    }
  }
}
