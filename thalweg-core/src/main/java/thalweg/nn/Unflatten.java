package thalweg.nn;

import java.util.stream.IntStream;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// One dimension as several: PyTorch's `nn.Unflatten`, the way back from [Flatten].
///
/// ```java
/// IO.println(new Unflatten(1, 2, 3).apply(ones(5, 6)).shape());  // torch.Size([5, 2, 3])
/// ```
///
/// @param dim              the dimension; negative ones count from the end
/// @param unflattenedSize the lengths in its place, whose product is its length
public record Unflatten(int dim, Shape unflattenedSize) implements Layer {
  /// Dimension `dim` as these.
  public Unflatten(int dim, int... unflattenedSize) {
    this(dim, Shape.of(unflattenedSize));
  }

  @Override
  public Tensor apply(Tensor x) {
    int d = x.shape().existing("unflatten", dim);
    if (x.shape().dim(d) != unflattenedSize.size()) {
      throw new ShapeException(
          "unflatten: dimension %d of shape %s has %d places, which %s with its %d does not divide"
              .formatted(
                  d, x.shape().tuple(), x.shape().dim(d), unflattenedSize.tuple(),
                  unflattenedSize.size()));
    }
    IntStream before = IntStream.range(0, d).map(x.shape()::dim);
    IntStream after = IntStream.range(d + 1, x.rank()).map(x.shape()::dim);
    IntStream split = IntStream.of(unflattenedSize.toArray());
    return x.view(IntStream.concat(IntStream.concat(before, split), after).toArray());
  }

  /// As PyTorch prints it: `Unflatten(dim=1, unflattened_size=(2, 3))`.
  @Override
  public String toString() {
    return "Unflatten(dim=%d, unflattened_size=%s)"
        .formatted(dim, LayerText.tuple(unflattenedSize));
  }
}
