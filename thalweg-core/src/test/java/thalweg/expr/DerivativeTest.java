package thalweg.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static thalweg.tensor.Tensors.tensor;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.autograd.Autograd;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// Symbolic derivatives, against how one writes them by hand and against autograd; and how trees are written.
class DerivativeTest {
  @ParameterizedTest
  @CsvSource({
    "7, 0", "y, 0", "x, 1", "2*x, 2", "x*3, 3", "x+y, 1", "y-x, -1", "-x, -1", "x*x, x+x", "x*y, y",
    "x/y, 1/y", "y/x, -y/x^2", "1/x, -1/x^2", "x^2, 2*x", "x^3, 3*x^2", "2^x, 2^x*ln(2)",
    "x^y, y*x^(y-1)", "y^x, y^x*ln(y)", "sin(x), cos(x)", "cos(2*x), -2*sin(2*x)",
    "tanh(x), 1-tanh(x)^2", "ln(x+1), 1/(x+1)", "exp(-x^2), -2*x*exp(-x^2)", "sqrt(x), 1/(2*sqrt(x))",
    "ln(1+x^2), 2*x/(1+x^2)", "abs(x), sign(x)", "relu(x), sign(relu(x))", "sign(x), 0",
    "sigmoid(x), sigmoid(x)*(1-sigmoid(x))", "sin(y)*x, sin(y)"
  })
  void readsAsByHand(String formula, String derivative) {
    assertThat(Expression.parse(formula).derivative("x")).hasToString(derivative);
  }

  @ParameterizedTest
  @EnumSource(Function.class)
  void everyFunctionsRuleIsItsBackward(Function function) {
    for (double at : List.of(0.3, 0.9, -0.4)) {
      agrees(function + "(x)", at);
      agrees(function + "(x^2/3+x*0.1)^3", at);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x*x*x", "x^x", "(x+1)/(x-2)", "2^(x^2)", "-x/(1+exp(-x))", "x-(3-x)*(x/4)", "x^-2"})
  void everyOperatorsRuleIsItsBackward(String formula) {
    agrees(formula, 0.7);
    agrees(formula, 1.9);
  }

  private static void agrees(String formula, double at) {
    Tensor x = tensor(DType.FLOAT64, (Object) at).requiresGrad_(true);
    Expression f = Expression.parse(formula);
    double expected = Autograd.grad(f.evaluate(Map.of("x", x)), List.of(x)).getFirst().item();
    double actual = f.derivative("x").evaluate(Map.of("x", x)).item();
    if (Double.isNaN(expected)) {
      return; // outside the domain
    }
    assertThat(actual).as("%s at %s", formula, at).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1+2*3", "(1+2)*3", "-x^2", "(-x)^2", "-(a*b)", "-a*b", "a-(b-c)", "a-b-c", "a/(b*c)", "a/b/c",
        "a*(b/c)", "2^-x", "2^3^x", "(2^3)^x", "x--y", "--x", "sin(x+1)^2", "0.5*x+1e-05", "pi*e^x",
        "a+(b+c)", "1e+20*x", "tanh(ln(1+z*(2*x/sin(y))))"
      })
  void parsesBackToTheSameTree(String formula) {
    Expression tree = Expression.parse(formula);
    assertThat(tree).hasToString(formula);
    assertThat(Expression.parse(tree.toString())).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2*x; 2x; 2\\,x", "a*b; a·b; a \\cdot b", "a/b; a/b; \\frac{a}{b}", "2*3; 2·3; 2 \\cdot 3",
        "1-tanh(e1)^2; 1 − tanh²(e1); 1 - \\tanh^{2}\\left(e_{1}\\right)",
        "-a/b^2; −a/b²; \\frac{-a}{b^{2}}", "2*(x+1); 2(x + 1); 2\\,\\left(x + 1\\right)",
        "sqrt(abs(x)); sqrt(abs(x)); \\sqrt{\\left|x\\right|}", "x^(a+b); x^(a + b); x^{a + b}",
        "(a/b)^2; (a/b)²; \\left(\\frac{a}{b}\\right)^{2}", "2*pi*eta; 2·π·eta; 2 \\cdot \\pi \\cdot \\eta",
        "x^-1; x^−1; x^{-1}", "rate_1*x; rate_1·x; \\mathrm{rate}_{1} \\cdot x"
      })
  void isWrittenForPeople(String formula, String pretty, String tex) {
    assertThat(Expression.parse(formula).pretty()).isEqualTo(pretty);
    assertThat(Expression.parse(formula).tex()).isEqualTo(tex);
  }

  @Test
  void longFormulasHaveDerivatives() {
    Expression sum = Expression.parse("x" + "*x".repeat(1999));
    assertThat(sum.derivative("x").variables()).containsExactly("x");
  }
}
