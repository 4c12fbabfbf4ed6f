package thalweg.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.noGrad;
import static thalweg.tensor.Tensors.tensor;
import static thalweg.tensor.Tensors.zeros;

import org.junit.jupiter.api.Test;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// What may be changed in place, and what a backward sweep then says.
class InPlaceRulesTest {
  private static Tensor leaf(double... values) {
    return tensor(DType.FLOAT64, values).requiresGrad_(true);
  }

  @Test
  void aLeafThatRequiresGradMayNot() {
    Tensor x = leaf(1, 2);
    assertThatThrownBy(() -> x.add_(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("add_")
        .hasMessageContaining("(2)")
        .hasMessageContaining("noGrad()");
    assertThat(x.toDoubleArray()).containsExactly(1, 2);
    noGrad(() -> x.add_(1));
    assertThat(x.toDoubleArray()).containsExactly(2, 3);
    assertThat(x.requiresGrad()).isTrue();
  }

  @Test
  void aResultGoesOnWithItsNewHistory() {
    Tensor x = leaf(1, 2);
    Tensor y = x.mul(3);
    y.mul_(x).add_(x);
    assertThat(y.gradFn().name()).isEqualTo("AddBackward0");
    assertThat(y.toDoubleArray()).containsExactly(4, 14);
    y.sum().backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(7, 13); // 6x + 1
  }

  @Test
  void aPlainTensorBecomesAResult() {
    Tensor x = leaf(1, 2);
    Tensor y = zeros(DType.FLOAT64, 2);
    y.copy_(x).mul_(4);
    assertThat(y.requiresGrad()).isTrue();
    y.sum().backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(4, 4);
  }

  @Test
  void aValueThatBackwardNeedsIsNoticed() {
    Tensor x = leaf(1, 2);
    Tensor y = x.exp();
    Tensor z = y.sum();
    y.add_(1);
    assertThatThrownBy(z::backward)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ExpBackward0")
        .hasMessageContaining("changed in place")
        .hasMessageContaining("clone()");
  }

  @Test
  void aValueThatBackwardDoesNotNeedMayChange() {
    Tensor x = leaf(1, 2);
    Tensor a = x.mul(1);
    Tensor y = a.add(1);
    a.mul_(2);
    y.sum().backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(1, 1);
  }

  @Test
  void changesThroughAViewOrDetachedAreNoticed() {
    Tensor w = leaf(1, 2);
    Tensor y = w.mul(w).sum();
    w.detach().select(0, 0).fill_(7);
    assertThat(w.toDoubleArray()).containsExactly(7, 2);
    assertThatThrownBy(y::backward).hasMessageContaining("MulBackward0");
    Tensor z = w.mul(w).sum();
    w.setData(tensor(DType.FLOAT64, 5.0, 6.0));
    assertThatThrownBy(z::backward).hasMessageContaining("MulBackward0");
  }

  @Test
  void setDataKeepsGradientAndTakesNewShapes() {
    Tensor w = leaf(1, 2);
    w.sum().backward();
    Tensor values = tensor(DType.FLOAT64, 3.0, 4.0);
    w.setData(values);
    assertThat(w.grad().toDoubleArray()).containsExactly(1, 1);
    assertThat(w.requiresGrad()).isTrue();
    values.mul_(2); // the memory is shared
    assertThat(w.toDoubleArray()).containsExactly(6, 8);
    assertThatThrownBy(() -> w.setData(tensor(1.0, 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FLOAT64");
  }

  @Test
  void aViewOfARecordedTensorMayNot() {
    Tensor y = leaf(1, 2).mul(1);
    assertThatThrownBy(() -> y.select(0, 0).add_(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("view")
        .hasMessageContaining("add");
    Tensor plain = zeros(DType.FLOAT64, 2);
    assertThatThrownBy(() -> plain.select(0, 0).copy_(leaf(1).sum()))
        .isInstanceOf(IllegalStateException.class);
    plain.select(0, 0).add_(5);
    assertThat(plain.toDoubleArray()).containsExactly(5, 0);
  }

  @Test
  void aViewTakenBeforeItsBaseChangedSaysSo() {
    Tensor y = leaf(1, 2).mul(1);
    Tensor view = y.select(0, 0);
    y.mul_(2);
    assertThat(view.item()).isEqualTo(2);
    assertThatThrownBy(() -> view.mul(3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("take the view again");
  }

  @Test
  void repeatedElementsMayNot() {
    assertThatThrownBy(() -> zeros(1).expand(3).add_(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("clone()");
  }

  @Test
  void shapeAndTypeStay() {
    Tensor x = zeros(2);
    assertThatThrownBy(() -> x.add_(zeros(3, 2)))
        .hasMessageContaining("add_")
        .hasMessageContaining("(3, 2)")
        .hasMessageContaining("(2)");
    Tensor whole = tensor(1, 2);
    assertThatThrownBy(() -> whole.add_(0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FLOAT32");
    assertThatThrownBy(() -> tensor(true).add_(tensor(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(whole.add_(1).mul_(3).toLongArray()).containsExactly(6, 9);
    assertThat(x.add_(tensor(1L, 2L)).dtype()).isEqualTo(DType.FLOAT32);
  }

  @Test
  void aRetainedGradientMovesOnWithItsTensor() {
    Tensor x = leaf(1, 2);
    Tensor y = x.mul(1).retainGrad();
    Tensor z = y.mul(2);
    y.add_(1);
    z.sum().add(y.sum()).backward();
    assertThat(y.grad().toDoubleArray()).containsExactly(1, 1); // as PyTorch has it
    assertThat(x.grad().toDoubleArray()).containsExactly(3, 3);
  }

  @Test
  void versionsCountChanges() {
    Tensor x = zeros(2);
    int before = x.version();
    x.add_(1);
    x.t().mul_(2);
    assertThat(x.version()).isEqualTo(before + 2);
  }
}
