package thalweg.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.arange;
import static thalweg.tensor.Tensors.eye;
import static thalweg.tensor.Tensors.full;
import static thalweg.tensor.Tensors.linspace;
import static thalweg.tensor.Tensors.logspace;
import static thalweg.tensor.Tensors.tensor;

import org.junit.jupiter.api.Test;

/// Digits and types; those of ranges were computed with PyTorch 1.13.
class FactoriesTest {
  @Test
  void theTypeIsThatOfTheNumbers() {
    assertThat(tensor(1.5).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(tensor(1.0, 2.0).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(tensor(3).dtype()).isEqualTo(DType.INT64);
    assertThat(tensor(1, 2).dtype()).isEqualTo(DType.INT64);
    assertThat(tensor(true, false).dtype()).isEqualTo(DType.BOOL);
    assertThat(tensor(new float[0]).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(full(7, 2).dtype()).isEqualTo(DType.INT64);
    assertThat(full(2.5, 2).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(tensor(1.5).shape()).isEqualTo(Shape.SCALAR);
    assertThat(tensor(DType.INT64, 1.7, -1.7).toLongArray()).containsExactly(1, -1);
    assertThat(tensor(new long[] {(1L << 53) + 1}).itemLong()).isEqualTo((1L << 53) + 1);
  }

  @Test
  void arraysOfAnyRankGoThereAndBack() {
    double[][][] values = {{{1, 2}, {3, 4}, {5, 6}}, {{7, 8}, {9, 10}, {11, 12}}};
    Tensor x = tensor(DType.FLOAT64, (Object) values);
    assertThat(x.shape()).isEqualTo(Shape.of(2, 3, 2));
    assertThat(x.toArray()).isEqualTo(values);
    assertThat(x.transpose(0, 2).transpose(0, 2).toArray()).isEqualTo(values);
    assertThat(tensor(new float[2][0]).shape()).isEqualTo(Shape.of(2, 0));
    assertThat(tensor(new float[2][0]).toArray()).isEqualTo(new float[2][0]);
    assertThat(tensor(5L).toArray()).isEqualTo(5L);
    assertThat(tensor(new boolean[][] {{true}, {false}}).toArray())
        .isEqualTo(new boolean[][] {{true}, {false}});
    assertThat(tensor(new int[] {1, 2}).toArray()).isEqualTo(new long[] {1, 2});
  }

  @Test
  void arraysAreCopied() {
    float[] values = {1, 2};
    Tensor x = tensor(values);
    values[0] = 9;
    x.toFloatArray()[1] = 9;
    assertThat(x.toFloatArray()).containsExactly(1, 2);
  }

  @Test
  void raggedArraysAreRefused() {
    assertThatThrownBy(() -> tensor(new int[][] {{1, 2}, {3}}))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("1 and 2");
    assertThatThrownBy(() -> tensor((Object) "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tensor((Object) new float[][] {{1}, null}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linspaceCountsFromTheNearerEnd() {
    assertThat(linspace(0, 1, 11).toFloatArray())
        .containsExactly(0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1);
    assertThat(linspace(-3, 7, 7).toFloatArray())
        .containsExactly(-3, -1.3333334f, 0.33333325f, 2, 3.6666667f, 5.3333335f, 7);
    assertThat(linspace(DType.FLOAT64, 0.1, 0.7, 4).toDoubleArray())
        .containsExactly(0.1, 0.3, 0.5, 0.7);
    assertThat(linspace(2, 5, 1).toFloatArray()).containsExactly(2);
    assertThat(linspace(2, 5, 0).size()).isZero();
    assertThatThrownBy(() -> linspace(0, 1, -1)).hasMessageContaining("linspace");
    assertThat(logspace(DType.FLOAT32, -1, 2, 4).toFloatArray())
        .containsExactly(0.1f, 1, 10, 100);
  }

  @Test
  void arangeStopsBeforeItsEnd() {
    assertThat(arange(5).toLongArray()).containsExactly(0, 1, 2, 3, 4);
    assertThat(arange(9, 2, -3).toLongArray()).containsExactly(9, 6, 3);
    assertThat(arange(0, 1, 0.3).toFloatArray()).containsExactly(0, 0.3f, 0.6f, 0.9f);
    assertThat(arange(DType.INT64, 1, 10, 3.5).toLongArray()).containsExactly(1, 4, 7);
    assertThat(arange(0).size()).isZero();
    assertThatThrownBy(() -> arange(5, 2)).hasMessageContaining("arange");
    assertThatThrownBy(() -> arange(0, 5, 0)).hasMessageContaining("arange");
  }

  @Test
  void theRest() {
    assertThat(eye(DType.INT64, 2, 3).toArray()).isEqualTo(new long[][] {{1, 0, 0}, {0, 1, 0}});
    assertThat(Tensors.ones(DType.BOOL, 2).toBooleanArray()).containsExactly(true, true);
    assertThat(Tensors.onesLike(tensor(1, 2)).dtype()).isEqualTo(DType.INT64);
    assertThat(Tensors.zeros(2, 0, 3).shape()).isEqualTo(Shape.of(2, 0, 3));
    assertThatThrownBy(() -> Tensors.zeros(-1)).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Tensors.zeros(1 << 16, 1 << 16))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("65536");
  }
}
