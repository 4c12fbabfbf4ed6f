package thalweg.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.expr.ExpressionGraph.Local;
import thalweg.expr.ExpressionGraph.Operation;
import thalweg.tensor.DType;
import thalweg.tensor.Tensors;

class ExpressionGraphTest {
  private static final String NOTE = "tanh(ln(1+z*(2*x/sin(y))))";

  private static ExpressionGraph graph(String formula) {
    var point = new LinkedHashMap<String, Double>();
    point.put("x", 1.0);
    point.put("y", 0.8);
    point.put("z", 1.5);
    return ExpressionGraph.of(Expression.parse(formula), point);
  }

  private static String equations(String formula) {
    return graph(formula).operations().stream()
        .map(Operation::equation)
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        NOTE + "; a = 2x, b = sin(y), c = a/b, d = z·c, e = ln(d + 1), f = tanh(e)",
        "x*3+y; a = 3x, b = a + y", "1/(1+exp(-x)); a = −x, b = exp(a), c = 1/(b + 1)",
        "(x-1)^2+y; a = (x − 1)², b = a + y", "sin(2)*x; a = sin(2)·x", "-(1-x); a = −(1 − x)",
        "e^x*y; a = e^x, b = a·y", "2+x+3; a = x + 2 + 3", "x*x; a = x·x"
      })
  void constantsStayInTheOperationThatUsesThem(String formula, String equations) {
    assertThat(equations(formula)).isEqualTo(equations);
  }

  @Test
  void labelsAvoidVariablesAndConstants() {
    assertThat(
            ExpressionGraph.of(
                    Expression.parse("sin(sin(sin(sin(a+b*c))))^e"),
                    Map.of("a", 1.0, "b", 1.0, "c", 1.0))
                .operations())
        .extracting(Operation::label)
        .containsExactly("d", "f", "g", "h", "i", "j", "k");
    assertThat(graph("sin(".repeat(40) + "x" + ")".repeat(40)).operations())
        .extracting(Operation::label)
        .contains("z", "aa", "ab")
        .doesNotHaveDuplicates();
  }

  @Test
  void theNotesDerivatives() {
    ExpressionGraph graph = graph(NOTE);
    Map<String, String> symbolic =
        graph.operations().stream()
            .flatMap(operation -> operation.locals().stream())
            .collect(Collectors.toMap(Local::name, local -> local.symbolic().pretty()));
    assertThat(symbolic)
        .containsEntry("∂f/∂e", "1 − tanh²(e)")
        .containsEntry("∂e/∂d", "1/(d + 1)")
        .containsEntry("∂d/∂c", "z")
        .containsEntry("∂d/∂z", "c")
        .containsEntry("∂c/∂a", "1/b")
        .containsEntry("∂c/∂b", "−a/b²")
        .containsEntry("∂a/∂x", "2")
        .containsEntry("∂b/∂y", "cos(y)");
    assertThat(graph.chains("x").getFirst())
        .extracting(Local::name)
        .containsExactly("∂f/∂e", "∂e/∂d", "∂d/∂c", "∂c/∂a", "∂a/∂x");
    assertThat(graph.result().value()).isCloseTo(0.9281953958631661, within(1e-12));
    assertThat(graph.input("y").gradient()).isCloseTo(-0.10851896084815861, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NOTE, "x", "x*x", "x*y+y*z+x*z", "x^y^z", "sqrt(x^2+y^2)*exp(-z)", "x/y-x/z+3", "-x",
        "sigmoid(x)*relu(y-1)+abs(z)", "1/(x+1)"
      })
  void symbolsAndNumbersAgreeAndChainsMultiplyToTheGradient(String formula) {
    ExpressionGraph graph = graph(formula);
    var values = new LinkedHashMap<String, Double>();
    graph.inputs().forEach(input -> values.put(input.label(), input.value()));
    graph.operations().forEach(operation -> values.put(operation.label(), operation.value()));
    for (Operation operation : graph.operations()) {
      for (Local local : operation.locals()) {
        assertThat(at(local.symbolic(), values)).isCloseTo(local.value(), within(1e-9));
      }
    }
    for (var input : graph.inputs()) {
      double sum =
          graph.chains(input.label()).stream()
              .mapToDouble(ExpressionGraphTest::product)
              .sum();
      double expected = graph.operations().isEmpty() ? 1 : sum;
      assertThat(input.gradient()).isCloseTo(expected, within(1e-9));
    }
  }

  private static double product(List<Local> chain) {
    return chain.stream().mapToDouble(Local::value).reduce(1, (a, b) -> a * b);
  }

  private static double at(Expression formula, Map<String, Double> values) {
    var tensors =
        values.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> Tensors.tensor(DType.FLOAT64, (Object) entry.getValue())));
    return formula.evaluate(tensors).item();
  }

  @Test
  void outsideTheDomainIsNaN() {
    ExpressionGraph graph =
        ExpressionGraph.of(Expression.parse("sqrt(ln(x))"), Map.of("x", -1.0));
    assertThat(graph.operation("a").orElseThrow().value()).isNaN();
    assertThat(graph.result().value()).isNaN();
  }

  @Test
  void saysWhatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExpressionGraph.of(Expression.parse("x*y"), Map.of("x", 1.0)))
        .withMessage("the formula needs a value for y; its variables are x, y");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExpressionGraph.of(Expression.parse("2*pi"), Map.of()))
        .withMessage("the formula 2·π has no variable, so there is nothing to differentiate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph("x*y").input("q"))
        .withMessage("the graph has no input 'q'; its inputs are [x, y]");
  }
}
