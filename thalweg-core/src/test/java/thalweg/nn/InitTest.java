package thalweg.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.tensor.Tensors.eye;
import static thalweg.tensor.Tensors.zeros;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.random.TorchGenerator;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;

/// Start values; the places of `dirac_` are PyTorch 1.13's.
class InitTest {
  @Test
  void constantsFillParametersUnrecorded() {
    Tensor weight = zeros(2, 3).asParameter();
    assertThat(Init.ones_(weight)).isSameAs(weight);
    assertThat(weight.toDoubleArray()).containsOnly(1);
    assertThat(weight.isLeaf()).isTrue();
    assertThat(Init.constant_(weight, 0.5).toDoubleArray()).containsOnly(0.5);
    assertThat(Init.zeros_(weight).toDoubleArray()).containsOnly(0);
    assertThat(Init.eye_(weight).toDoubleArray())
        .containsExactly(eye(DType.FLOAT32, 2, 3).toDoubleArray());
  }

  @Test
  void diracIsTheIdentityInTheMiddleOfTheWindow() {
    assertThat(ones(Init.dirac_(zeros(4, 2, 3, 2), 2))).containsExactly(3, 21, 27, 45);
    assertThat(ones(Init.dirac_(zeros(2, 3, 3), 1))).containsExactly(1, 13);
    Tensor x = RandomTensors.randn(2, 3, 5, 5);
    Tensor weight = Init.dirac_(zeros(3, 3, 3, 3), 1);
    Tensor y = Windows.conv2d(x, weight, null, new int[] {1}, new int[] {1});
    assertThat(y.toDoubleArray()).containsExactly(x.toDoubleArray());
    assertThatThrownBy(() -> Init.dirac_(zeros(3, 3), 1)).hasMessageContaining("(3, 3)");
  }

  private static int[] ones(Tensor weight) {
    double[] values = weight.toDoubleArray();
    return IntStream.range(0, values.length).filter(i -> values[i] == 1).toArray();
  }

  @Test
  void drawsAreThoseOfTheGenerator() {
    Tensor drawn = Init.uniform_(zeros(7), -1, 2, new TorchGenerator(5));
    Tensor again = RandomTensors.uniform_(zeros(7), -1, 2, new TorchGenerator(5));
    assertThat(drawn.toDoubleArray()).containsExactly(again.toDoubleArray());
    Tensor normal = Init.normal_(zeros(7), 1, 2, new TorchGenerator(5));
    Tensor normalAgain = RandomTensors.normal_(zeros(7), 1, 2, new TorchGenerator(5));
    assertThat(normal.toDoubleArray()).containsExactly(normalAgain.toDoubleArray());
  }

  @Test
  void gainsArePyTorchs() {
    assertThat(Init.calculateGain("leaky_relu", 0.2)).isCloseTo(1.3867504905630728, within(1e-15));
    assertThat(Init.calculateGain("leaky_relu")).isCloseTo(Math.sqrt(2 / 1.0001), within(1e-15));
    assertThat(Init.calculateGain("tanh")).isEqualTo(5.0 / 3);
    assertThat(Init.calculateGain("relu")).isEqualTo(Math.sqrt(2));
    assertThat(Init.calculateGain("selu")).isEqualTo(0.75);
    assertThat(Init.calculateGain("conv2d")).isEqualTo(1);
  }
}
