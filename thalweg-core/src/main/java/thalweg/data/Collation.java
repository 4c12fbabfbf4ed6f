package thalweg.data;

import java.util.List;
import java.util.stream.IntStream;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// How items become a batch unless a loader is told otherwise: PyTorch's `default_collate` for tensors, which
/// are stacked along a new first dimension, and for lists of them, which are stacked place by place.
final class Collation {
  private Collation() {}

  /// A batch has the type of an item: a tensor of tensors, a list of lists.
  @SuppressWarnings("unchecked")
  static <T> T stack(List<T> items) {
    return (T) stacked(items);
  }

  private static Object stacked(List<?> items) {
    return switch (items.getFirst()) {
      case Tensor _ -> Tensors.stack(0, items.toArray(Tensor[]::new));
      case List<?> first ->
          IntStream.range(0, first.size())
              .mapToObj(place -> stacked(column(items, place, first.size())))
              .toList();
      case Object other ->
          throw new IllegalArgumentException(
              "a batch is stacked from tensors or lists of tensors, not from %s; say how to make one: new DataLoader<>(dataset, options, items -> …)"
                  .formatted(other.getClass().getName()));
    };
  }

  private static List<?> column(List<?> items, int place, int length) {
    return items.stream().map(item -> element((List<?>) item, place, length)).toList();
  }

  private static Object element(List<?> item, int place, int length) {
    if (item.size() != length) {
      throw new IllegalArgumentException(
          "lists of %d and of %d tensors make no batch; give each item as many"
              .formatted(length, item.size()));
    }
    return item.get(place);
  }
}
