package thalweg.lab.graph;

import static thalweg.lab.text.Messages.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionGraph;
import thalweg.expr.ExpressionGraph.Local;
import thalweg.expr.ExpressionGraph.Operation;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.tensor.Numbers;

/// A computational graph in words and numbers.
public record GraphText(ExpressionGraph graph) {
  static final int DIGITS = 6;

  /// The chain rule is written out for no more factors than these.
  private static final int MOST_FACTORS = 60;

  /// A number as it is shown.
  public static String number(double value) {
    return Numbers.significant(value, DIGITS).replace("-", "−");
  }

  /// `f = tanh(e) … at x = 1, y = 0.8`.
  public Text heading() {
    String at =
        graph.inputs().stream()
            .map(input -> input.label() + " = " + number(input.value()))
            .collect(Collectors.joining(", "));
    String name = graph.operations().isEmpty() ? "" : graph.result().label() + " = ";
    return text("graph.heading", "formula", name + graph.expression().pretty(), "at", at);
  }

  /// One row for each input, and one for each local derivative of each operation.
  public TextTable table(Language language) {
    String result = graph.result().label();
    var table =
        new TextTable(
            text("graph.node").in(language),
            text("graph.operation").in(language),
            text("graph.value").in(language),
            text("graph.locals").in(language),
            text("graph.gradient", "result", result).in(language));
    String given = text("graph.input").in(language);
    for (var input : graph.inputs()) {
      table.row(
          List.of(input.label(), given, number(input.value()), "", number(input.gradient())));
    }
    for (Operation operation : graph.operations()) {
      for (int i = 0; i < operation.locals().size(); i++) {
        String local = local(operation.locals().get(i));
        table.row(
            i > 0
                ? List.of("", "", "", local, "")
                : List.of(
                    operation.label(),
                    operation.formula().pretty(),
                    number(operation.value()),
                    local,
                    number(operation.gradient())));
      }
    }
    return table;
  }

  private static String local(Local local) {
    String symbolic = local.symbolic().pretty();
    String number = number(local.value());
    return local.name() + " = " + symbolic + (symbolic.equals(number) ? "" : " = " + number);
  }

  /// The chain rule for one input, written out: names, formulas, numbers and what they come to. Empty where
  /// that would be too long to read.
  public Optional<String> chain(String input) {
    List<List<Local>> chains = graph.chains(input);
    int factors = chains.stream().mapToInt(List::size).sum();
    if (factors == 0 || factors > MOST_FACTORS) {
      return Optional.empty();
    }
    String name = graph.gradientName(input);
    String indent = "\n" + " ".repeat(name.length()) + " = ";
    var lines = new ArrayList<String>();
    lines.add(products(chains, Local::name));
    lines.add(products(chains, local -> factor(local.symbolic())));
    lines.add(products(chains, local -> enclosed(number(local.value()), local.value() < 0)));
    lines.add(number(graph.input(input).gradient()));
    return Optional.of(name + " = " + String.join(indent, lines.stream().distinct().toList()));
  }

  private static String products(List<List<Local>> chains, Function<Local, String> factor) {
    return chains.stream()
        .map(chain -> chain.stream().map(factor).collect(Collectors.joining(" · ")))
        .collect(Collectors.joining(" + "));
  }

  private static String factor(Expression expression) {
    String text = expression.pretty();
    boolean sum =
        expression instanceof Expression.Operation(char operator, _, _)
            && (operator == '+' || operator == '-');
    return enclosed(text, sum || text.startsWith("−"));
  }

  private static String enclosed(String text, boolean needed) {
    return needed ? "(" + text + ")" : text;
  }

  /// Where the numbers end: what is first outside its domain, or has no finite derivative there.
  public List<Text> warnings() {
    Map<String, Double> values = new HashMap<>();
    graph.inputs().forEach(input -> values.put(input.label(), input.value()));
    var warnings = new ArrayList<Text>();
    for (Operation operation : graph.operations()) {
      var operands = operation.formula().variables();
      values.put(operation.label(), operation.value());
      if (!operands.stream().map(values::get).allMatch(Double::isFinite)) {
        continue; // not the first
      }
      String at =
          operands.stream()
              .map(name -> name + " = " + number(values.get(name)))
              .collect(Collectors.joining(", "));
      if (!Double.isFinite(operation.value())) {
        warnings.add(notFinite(operation, at));
      } else {
        operation.locals().stream()
            .filter(local -> !Double.isFinite(local.value()))
            .map(l -> text("graph.infinite", "what", l.name(), "value", number(l.value()), "at", at))
            .forEach(warnings::add);
      }
    }
    return warnings;
  }

  private static Text notFinite(Operation operation, String at) {
    return Double.isNaN(operation.value())
        ? text("graph.outside", "what", operation.equation(), "at", at)
        : text("graph.infinite", "what", operation.equation(), "value", number(operation.value()), "at", at);
  }
}
