package thalweg.data;

import java.util.List;
import java.util.function.IntFunction;

/// Items that can be had by number: PyTorch's map-style `Dataset`.
///
/// [#get] may be called by several threads at once, so it should change nothing that they share; what is
/// random in it draws from the default generators of [thalweg.random.Seeds], which each worker of a
/// [DataLoader] has for itself.
///
/// ```java
/// Dataset<Tensor> squares = Dataset.of(10, i -> tensor(i * i));
/// IO.println(squares.get(3));  // tensor(9)
/// ```
///
/// @param <T> an item: a tensor, a list of tensors, or anything else
public interface Dataset<T> {
  /// How many items there are: PyTorch's `__len__`.
  int size();

  /// The item of a number from 0 to [#size()] − 1: PyTorch's `__getitem__`.
  T get(int index);

  /// The items of a list.
  static <T> Dataset<T> of(List<T> items) {
    List<T> copy = List.copyOf(items);
    return of(copy.size(), copy::get);
  }

  /// `size` items, each made when it is asked for.
  ///
  /// @throws IllegalArgumentException if `size < 0`
  static <T> Dataset<T> of(int size, IntFunction<? extends T> item) {
    record Made<T>(int size, IntFunction<? extends T> item) implements Dataset<T> {
      @Override
      public T get(int index) {
        return item.apply(index);
      }
    }
    if (size < 0) {
      throw new IllegalArgumentException("Dataset: a size of %d; give 0 or more".formatted(size));
    }
    return new Made<T>(size, item);
  }
}
