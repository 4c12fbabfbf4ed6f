package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.arange;
import static thalweg.tensor.Tensors.cat;
import static thalweg.tensor.Tensors.tensor;
import static thalweg.tensor.Tensors.zeros;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.runtime.Internals;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// Which operations look at the same memory and which copy it, and what is seen through views.
class ViewsTest {
  static List<UnaryOperator<Tensor>> views() {
    return List.of(
        x -> x.reshape(3, 2),
        x -> x.view(-1),
        Tensor::flatten,
        Tensor::T,
        Tensor::t,
        x -> x.transpose(0, 1),
        x -> x.permute(1, 0),
        x -> x.unsqueeze(1),
        x -> x.unsqueeze(0).squeeze(0),
        x -> x.unsqueeze(0).squeeze(),
        x -> x.select(0, 0),
        x -> x.narrow(1, 0, 2),
        x -> x.slice(1, 0, 3, 2),
        x -> x.diagonal(0, 0, 1),
        x -> x.unbind(1).getFirst(),
        x -> x.split(2, 1).getFirst(),
        x -> x.expand(1, 2, 3),
        Tensor::detach,
        Tensor::data,
        Tensor::contiguous,
        x -> x.to(DType.FLOAT32));
  }

  static List<UnaryOperator<Tensor>> copies() {
    return List.of(
        Tensor::clone,
        x -> x.t().reshape(6),
        x -> x.t().flatten(),
        x -> x.t().contiguous(),
        x -> x.index(0, 1),
        x -> x.indexSelect(0, tensor(0, 1)),
        x -> x.flip(0),
        x -> x.repeat(1, 1),
        x -> x.diag(0),
        x -> x.to(DType.FLOAT64),
        x -> x.add(0));
  }

  @ParameterizedTest
  @MethodSource("views")
  void writesReachTheBase(UnaryOperator<Tensor> view) {
    Tensor base = zeros(2, 3);
    Tensor seen = view.apply(base);
    seen.fill_(5);
    assertThat(base.get(0, 0)).isEqualTo(5);
    assertThat(base.eq(5).sum().item()).isEqualTo(seen.size());
    base.fill_(7);
    assertThat(seen.eq(7).all().item()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("copies")
  void copiesStayApart(UnaryOperator<Tensor> copy) {
    Tensor base = zeros(2, 3);
    Tensor copied = copy.apply(base);
    copied.fill_(5);
    assertThat(base.eq(0).all().item()).isEqualTo(1);
  }

  @Test
  void slicesForgiveBoundsOutsideAsPythonDoes() {
    Tensor x = arange(5);
    assertThat(x.slice(0, -2, 100).toLongArray()).containsExactly(3, 4);
    assertThat(x.slice(0, -100, 2).toLongArray()).containsExactly(0, 1);
    assertThat(x.slice(0, 1, -1, 2).toLongArray()).containsExactly(1, 3);
    assertThat(x.slice(0, 4, 2).size()).isZero();
    assertThat(x.slice(0, 9, 12).size()).isZero();
  }

  @Test
  void oneLengthIsComputed() {
    assertThat(zeros(2, 3, 4).reshape(4, -1).shape()).isEqualTo(Shape.of(4, 6));
    assertThat(zeros(2, 0).reshape(-1, 2).shape()).isEqualTo(Shape.of(0, 2));
    assertThatThrownBy(() -> zeros(2, 0).reshape(0, -1)).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> zeros(2, 3).reshape(-2, -3)).isInstanceOf(ShapeException.class);
  }

  @Test
  void viewsOfViewsKeepTheirStrides() {
    Tensor x = arange(24).reshape(2, 3, 4);
    assertThat(Internals.layout(x.permute(2, 0, 1)).strides()).containsExactly(1, 12, 4);
    assertThat(Internals.layout(x.slice(2, 1, 4, 2).view(6, 2)).strides()).containsExactly(4, 2);
    assertThat(Internals.layout(x.select(1, 2)).offset()).isEqualTo(8);
    assertThat(Internals.layout(x.unsqueeze(3)).strides()).containsExactly(12, 4, 1, 1);
    assertThat(Internals.layout(x.expand(5, 2, 3, 4)).strides()).containsExactly(0, 12, 4, 1);
  }

  @Test
  void anEmptyVectorJoinsWithAnything() {
    Tensor none = tensor(new float[0]).requiresGrad_(true);
    Tensor x = tensor(new int[][] {{1, 2}, {3, 4}});
    Tensor joined = cat(1, none, x);
    assertThat(joined.shape()).isEqualTo(Shape.of(2, 2));
    assertThat(joined.dtype()).isEqualTo(DType.FLOAT32); // its type counts, as in PyTorch
    joined.sum().backward();
    assertThat(none.grad().shape()).isEqualTo(Shape.of(0));
    assertThat(cat(0, none, none).size()).isZero();
    assertThatThrownBy(() -> cat(0)).hasMessageContaining("cat");
  }
}
