package thalweg.lab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionException;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;

/// A formula and a point, as typed.
record FormulaInput(Expression formula, SequencedMap<String, Double> point) {
  /// The option for a point, `x=1,y=2`; a value may be a formula of numbers, such as `pi/2`.
  static Option<List<String>> point(String name, String description) {
    return Option.each(name, "X=1,Y=2", description);
  }

  /// @param given what the point is given by
  /// @throws BadInputException if either does not parse, or they do not fit
  static FormulaInput parse(String source, Option<List<String>> given, Arguments arguments) {
    String option = given.name();
    Expression formula = expression("", source);
    if (formula.variables().isEmpty()) {
      throw new BadInputException(
          "the formula %s has no variable, so there is nothing to differentiate"
              .formatted(formula.pretty()));
    }
    SequencedMap<String, Double> point = new LinkedHashMap<>();
    for (String text : arguments.get(given)) {
      for (String assignment : text.split(",", -1)) {
        assign(option, assignment, point);
      }
    }
    check(formula, option, point);
    return new FormulaInput(formula, point);
  }

  private static Expression expression(String before, String source) {
    try {
      return Expression.parse(source);
    } catch (ExpressionException e) {
      throw new BadInputException(before + e.getMessage());
    }
  }

  private static void assign(String option, String assignment, Map<String, Double> point) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new BadInputException(
          "%s takes values for variables, for instance %s x=1,y=0.8, not '%s'"
              .formatted(option, option, assignment));
    }
    String name = assignment.substring(0, equals).strip();
    Expression value = expression(option + ": ", assignment.substring(equals + 1));
    if (!value.variables().isEmpty()) {
      throw new BadInputException("%s: '%s' is not a number".formatted(option, assignment));
    }
    double number = value.evaluate(Map.of()).item();
    if (!Double.isFinite(number)) {
      throw new BadInputException("%s: '%s' is not a finite number".formatted(option, assignment));
    }
    if (point.put(name, number) != null) {
      throw new BadInputException("%s gives %s twice".formatted(option, name));
    }
  }

  private static void check(Expression formula, String option, Map<String, Double> point) {
    var names = formula.variables();
    for (String name : names) {
      if (!point.containsKey(name)) {
        throw new BadInputException(
            "the formula needs a value for %s; its variables are %s: write %s %s=1"
                .formatted(name, String.join(", ", names), option, String.join("=1,", names)));
      }
    }
    for (String name : point.keySet()) {
      if (!names.contains(name)) {
        throw new BadInputException(
            "the formula has no variable '%s'; %s".formatted(name, Nearest.suggest(name, names)));
      }
    }
  }
}
