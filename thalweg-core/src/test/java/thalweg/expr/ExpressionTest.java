package thalweg.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.tensor.Tensors.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.TorchJson;
import thalweg.autograd.Autograd;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;

/// Formulas, their values, gradients and higher derivatives, as PyTorch 1.13 has them.
class ExpressionTest {
  static Stream<JsonNode> derivatives() {
    return cases("derivatives");
  }

  static Stream<JsonNode> points() {
    return cases("expression");
  }

  private static Stream<JsonNode> cases(String kind) {
    return TorchJson.cases("expressions.jsonl")
        .filter(test -> test.get("kind").asString().equals(kind));
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void threeDerivatives(JsonNode test) {
    Tensor x = TorchJson.tensor(test.get("input")).detach().requiresGrad_(true);
    Tensor y = Expression.parse(test.get("expr").asString()).evaluate(Map.of("x", x));
    assertThat(y.allclose(TorchJson.tensor(test.get("value")), 1e-9, 1e-9)).isTrue();
    for (JsonNode expected : test.get("derivatives").valueStream().toList()) {
      y = Autograd.grad(y.sum(), List.of(x), null, true, true).getFirst();
      assertThat(y.allclose(TorchJson.tensor(expected), 1e-7, 1e-7)).as("%s", expected).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("points")
  void valueGradientAndHessian(JsonNode test) {
    var names = new ArrayList<String>(test.get("variables").propertyNames());
    double[] at = names.stream().mapToDouble(n -> test.get("variables").get(n).asDouble()).toArray();
    Tensor point = tensor(DType.FLOAT64, at).requiresGrad_(true);
    Expression formula = Expression.parse(test.get("expr").asString());
    Tensor value = at(formula, names, point);
    assertThat(value.item()).isCloseTo(test.get("value").asDouble(), within(1e-9));
    value.backward();
    Tensor hessian = Autograd.hessian(p -> at(formula, names, p), point);
    for (int i = 0; i < at.length; i++) {
      assertThat(point.grad().get(i))
          .isCloseTo(test.get("gradient").get(names.get(i)).asDouble(), within(1e-7));
      for (int j = 0; j < at.length; j++) {
        assertThat(hessian.get(i, j))
            .isCloseTo(test.get("hessian").get(i).get(j).asDouble(), within(1e-6));
      }
    }
  }

  private static Tensor at(Expression formula, List<String> names, Tensor point) {
    var variables = new HashMap<String, Tensor>();
    for (int i = 0; i < names.size(); i++) {
      variables.put(names.get(i), point.select(0, i));
    }
    return formula.evaluate(variables);
  }

  @ParameterizedTest
  @CsvSource({
    "1+2*3, 7", "-2^2, -4", "2^3^2, 512", "(1+2)*3, 9", "2^-1, 0.5", "8/4/2, 1", "1e2+.5, 100.5",
    "-(-3), 3", "2*-3, -6", "cos(pi), -1", "ln(e), 1", "log(e^2), 2", "log10(1000), 3",
    "log2(8), 3", "abs(-2)-relu(-2), 2", "sqrt(16) - 1 - 1, 2"
  })
  void bindsAsMathematiciansDo(String formula, double value) {
    assertThat(Expression.parse(formula).evaluate(Map.of()).item())
        .isCloseTo(value, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "1+, 2", "(1+2, 0", "1+2), 3", "foo(2), 0", "sin, 0", "2 3, 2", "1..2, 2", "*3, 0", "x y, 2"
  })
  void showsWhereItDoesNotParse(String formula, int position) {
    assertThatThrownBy(() -> Expression.parse(formula))
        .isInstanceOfSatisfying(
            ExpressionException.class,
            e -> {
              assertThat(e.position()).isEqualTo(position);
              assertThat(e.getMessage()).contains("\n  " + formula + "\n  ").endsWith("^");
            });
  }

  @Test
  void variablesKeepTheirOrderAndMustBeGiven() {
    Expression formula = Expression.parse("b*sin(a) + b/c");
    assertThat(formula.variables()).containsExactly("b", "a", "c");
    assertThatThrownBy(() -> formula.evaluate(Map.of("a", tensor(1.0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b")
        .hasMessageContaining("b, a, c");
  }

  @Test
  void broadcastsOverTensors() {
    Tensor x = Tensors.linspace(0, 1, 3);
    assertThat(Expression.parse("2^x + x").evaluate(Map.of("x", x)).toDoubleArray())
        .containsExactly(new double[] {1, 1.914213562, 3}, within(1e-6));
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThatThrownBy(() -> Expression.parse("(".repeat(3000) + "1" + ")".repeat(3000)))
        .isInstanceOf(ExpressionException.class);
    assertThatThrownBy(() -> Expression.parse("-".repeat(3000) + "1"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("250");
  }
}
