package thalweg.data;

import java.util.List;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// Tensors side by side: item `i` is the list of their `i`-th slices along dimension 0. PyTorch's
/// `TensorDataset`.
///
/// ```java
/// var data = new TensorDataset(tensor(1.0, 2.0), tensor(new double[][] {{3, 4}, {5, 6}}));
/// IO.println(data.get(1));  // [tensor(2.), tensor([5., 6.])]
/// ```
public final class TensorDataset implements Dataset<List<Tensor>> {
  private final List<Tensor> tensors;

  /// @param tensors one or more, of shapes `(n, *)` with the same `n`
  /// @throws ShapeException if their first dimensions differ, or a tensor has none
  public TensorDataset(Tensor... tensors) {
    this.tensors = List.of(tensors);
    boolean dimensioned = this.tensors.stream().allMatch(t -> t.rank() > 0);
    if (!dimensioned || this.tensors.stream().mapToInt(t -> t.size(0)).distinct().count() != 1) {
      throw new ShapeException(
          "TensorDataset: shapes %s; each tensor needs a first dimension, of one size in all: the number of items"
              .formatted(this.tensors.stream().map(t -> t.shape().tuple()).toList()));
    }
  }

  @Override
  public int size() {
    return tensors.getFirst().size(0);
  }

  @Override
  public List<Tensor> get(int index) {
    return tensors.stream().map(tensor -> tensor.select(0, index)).toList();
  }

  /// The whole tensors.
  public List<Tensor> tensors() {
    return tensors;
  }
}
