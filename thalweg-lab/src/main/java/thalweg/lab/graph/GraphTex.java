package thalweg.lab.graph;

import static thalweg.lab.text.Messages.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionGraph;
import thalweg.expr.ExpressionGraph.Local;
import thalweg.expr.ExpressionGraph.Operation;
import thalweg.figures.text.Language;
import thalweg.tensor.Numbers;

/// A computational graph in formulas, for a page: as [GraphText], but in TeX.
record GraphTex(ExpressionGraph graph) {
  /// The chain rule is written out for no more factors than these; more would not fit a page.
  private static final int MOST_FACTORS = 24;

  List<String> header(Language language) {
    String node = text("graph.node").in(language);
    return List.of(
        node,
        text("graph.operation").in(language),
        text("graph.value").in(language),
        text("graph.locals").in(language),
        "$\\frac{\\partial %s}{\\partial \\text{%s}}$".formatted(variable(graph.result().label()), node));
  }

  /// One row for each input, and one for each local derivative of each operation.
  List<List<String>> rows(Language language) {
    String given = text("graph.input").in(language);
    var rows = new ArrayList<List<String>>();
    for (var input : graph.inputs()) {
      rows.add(
          List.of(
              math(variable(input.label())),
              given,
              GraphText.number(input.value()),
              "",
              GraphText.number(input.gradient())));
    }
    for (Operation operation : graph.operations()) {
      for (Local local : operation.locals()) {
        boolean first = local == operation.locals().getFirst();
        rows.add(
            List.of(
                first ? math(variable(operation.label())) : "",
                first ? math("\\displaystyle " + operation.formula().tex()) : "",
                first ? GraphText.number(operation.value()) : "",
                math("\\displaystyle " + equation(local)),
                first ? GraphText.number(operation.gradient()) : ""));
      }
    }
    return rows;
  }

  private static String equation(Local local) {
    String symbolic = local.symbolic().tex();
    String number = number(local.value());
    return fraction(local.name()) + " = " + symbolic + (symbolic.equals(number) ? "" : " = " + number);
  }

  /// The chain rule for one input: names, formulas, numbers and what they come to. Empty where that would be
  /// too long.
  Optional<String> chain(String input) {
    List<List<Local>> chains = graph.chains(input);
    int factors = chains.stream().mapToInt(List::size).sum();
    if (factors == 0 || factors > MOST_FACTORS) {
      return Optional.empty();
    }
    List<String> lines =
        List.of(
            products(chains, local -> fraction(local.name())),
            products(chains, local -> factor(local.symbolic())),
            products(chains, local -> enclosed(number(local.value()), local.value() < 0)),
            number(graph.input(input).gradient()));
    return Optional.of(
        lines.stream()
            .distinct()
            .collect(
                Collectors.joining(
                    " \\\\[2pt] &= ",
                    "\\begin{aligned}" + fraction(graph.gradientName(input)) + " &= ",
                    "\\end{aligned}")));
  }

  private static String products(List<List<Local>> chains, Function<Local, String> factor) {
    return chains.stream()
        .map(chain -> chain.stream().map(factor).collect(Collectors.joining(" \\cdot ")))
        .collect(Collectors.joining(" + "));
  }

  private static String factor(Expression expression) {
    String text = expression.tex();
    boolean sum =
        expression instanceof Expression.Operation(char operator, _, _)
            && (operator == '+' || operator == '-');
    return enclosed(text, sum || text.startsWith("-"));
  }

  private static String enclosed(String tex, boolean needed) {
    return needed ? "\\left(" + tex + "\\right)" : tex;
  }

  /// `∂f/∂x`, or `df/dx`, as a fraction.
  private static String fraction(String name) {
    String[] parts = name.split("/");
    String sign = name.startsWith("∂") ? "\\partial " : "\\mathrm{d}";
    return "\\frac{%s%s}{%s%s}"
        .formatted(sign, variable(parts[0].substring(1)), sign, variable(parts[1].substring(1)));
  }

  private static String variable(String name) {
    return new Expression.Variable(name).tex();
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? new Expression.Constant(Double.parseDouble(Numbers.significant(value, GraphText.DIGITS))).tex()
        : "\\text{" + GraphText.number(value) + "}";
  }

  private static String math(String tex) {
    return "$" + tex + "$";
  }
}
