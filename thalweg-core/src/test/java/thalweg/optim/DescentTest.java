package thalweg.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static thalweg.tensor.Tensors.tensor;

import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

class DescentTest {
  private static final Tensor START = tensor(DType.FLOAT64, 4.0, -2.0);

  private static Trace run(double eta, int steps) {
    return Descent.descend(w -> w.pow(2).sum(), START, eta, steps);
  }

  @Test
  void stepsAgainstTheGradient() {
    Trace trace = run(0.25, 3);
    assertThat(trace.weights())
        .containsExactly(
            List.of(4.0, -2.0), List.of(2.0, -1.0), List.of(1.0, -0.5), List.of(0.5, -0.25));
    assertThat(trace.losses()).containsExactly(20.0, 5.0, 1.25);
    assertThat(trace.gradients().getFirst()).containsExactly(8.0, -4.0);
    assertThat(START.toDoubleArray()).containsExactly(4.0, -2.0);
    assertThat(START.requiresGrad()).isFalse();
  }

  @Test
  void aStepTooLargeEndsBeyondAllNumbers() {
    assertThat(run(1e10, 50).result()).noneMatch(Double::isFinite);
    assertThat(run(0.1, 200).result().getFirst()).isCloseTo(0, within(1e-12));
    assertThat(run(0.1, 0).weights()).containsExactly(List.of(4.0, -2.0));
  }

  @Test
  void refusesWhatIsNoStep() {
    for (double eta : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThatIllegalArgumentException().isThrownBy(() -> run(eta, 1)).withMessageContaining("above 0");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> run(0.1, -1));
  }
}
