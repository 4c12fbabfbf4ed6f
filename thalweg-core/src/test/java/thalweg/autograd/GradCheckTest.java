package thalweg.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.tensor;

import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

class GradCheckTest {
  private static final Tensor X = tensor(DType.FLOAT64, 0.5, -1.5, 2.0);

  @Test
  void acceptsARightFormula() {
    var result = GradCheck.standard().check(x -> x.tanh().mul(x), X);
    assertThat(result.passed()).isTrue();
    assertThat(result.worstError()).isLessThan(1e-8);
  }

  @Test
  void findsAWrongFormulaAndSaysWhere() {
    // The detached factor hides half of the derivative.
    var result = GradCheck.standard().check(x -> x.mul(x.detach()), X);
    assertThat(result.passed()).isFalse();
    assertThat(result.message()).contains("element 2 of input 1", "autograd says 2.0", "(3)");
    assertThat(result.worstError()).isBetween(1.99, 2.01);
  }

  @Test
  void findsAWrongSecondDerivative() {
    var right = GradCheck.standard().checkSecond(x -> x.getFirst().pow(3), List.of(X));
    assertThat(right.passed()).isTrue();
    var wrong =
        GradCheck.standard()
            .checkSecond(x -> x.getFirst().mul(x.getFirst().detach().square()), List.of(X));
    assertThat(wrong.passed()).isFalse();
  }

  @Test
  void findsAForgottenInput() {
    var result =
        GradCheck.standard().check(x -> x.get(0).mul(x.get(1).detach()), List.of(X, X.clone()));
    assertThat(result.passed()).isFalse();
    assertThat(result.message()).contains("input 2");
  }

  @Test
  void acceptsAnInputOnWhichNothingDepends() {
    assertThat(GradCheck.standard().check(x -> x.get(0).exp(), List.of(X, X)).passed()).isTrue();
    assertThat(GradCheck.standard().checkSecond(x -> x.get(0).exp(), List.of(X, X)).passed())
        .isTrue();
  }

  @Test
  void needsDoubles() {
    assertThatThrownBy(() -> GradCheck.standard().check(Tensor::exp, tensor(1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FLOAT64");
  }
}
