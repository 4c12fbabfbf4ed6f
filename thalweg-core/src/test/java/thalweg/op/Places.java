package thalweg.op;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import thalweg.tensor.Shape;

/// A view as the slowest possible reference has it: for each of its elements, in row-major order, the place of
/// that element in the base.
record Places(int[] shape, int[] at) {
  /// All of a base, in order.
  static Places of(int... shape) {
    return new Places(shape, IntStream.range(0, Shape.of(shape).size()).toArray());
  }

  int rank() {
    return shape.length;
  }

  int size() {
    return at.length;
  }

  /// The index of element `flat` in row-major order.
  static int[] index(int[] shape, int flat) {
    int[] index = new int[shape.length];
    for (int d = shape.length - 1; d >= 0; d--) {
      index[d] = flat % shape[d];
      flat /= shape[d];
    }
    return index;
  }

  /// The row-major number of an index.
  static int flat(int[] shape, int[] index) {
    int flat = 0;
    for (int d = 0; d < shape.length; d++) {
      flat = flat * shape[d] + index[d];
    }
    return flat;
  }

  /// A view of this view: element `i` is the one that stood at `from(i)`.
  Places seen(int[] to, Function<int[], int[]> from) {
    int n = Shape.of(to).size();
    int[] places = new int[n];
    for (int i = 0; i < n; i++) {
      places[i] = at[flat(shape, from.apply(index(to, i)))];
    }
    return new Places(to, places);
  }

  Places transpose(int a, int b) {
    return seen(swapped(shape, a, b), i -> swapped(i, a, b));
  }

  Places slice(int dim, int start, int step) {
    int length = (shape[dim] - start + step - 1) / step;
    return seen(with(shape, dim, length), i -> with(i, dim, start + step * i[dim]));
  }

  Places flip(int dim) {
    return seen(shape, i -> with(i, dim, shape[dim] - 1 - i[dim]));
  }

  Places select(int dim, int place) {
    return seen(without(shape, dim), i -> inserted(i, dim, place));
  }

  Places unsqueeze(int dim) {
    return seen(inserted(shape, dim, 1), i -> without(i, dim));
  }

  /// Repeated `times` times along a new first dimension.
  Places expand(int times) {
    return seen(inserted(shape, 0, times), i -> without(i, 0));
  }

  Places diagonal(int a, int b) {
    int length = Math.min(shape[a], shape[b]);
    int[] others = without(without(shape, Math.max(a, b)), Math.min(a, b));
    return seen(
        inserted(others, others.length, length),
        i -> {
          int place = i[i.length - 1];
          int[] rest = without(i, i.length - 1);
          return inserted(inserted(rest, Math.min(a, b), place), Math.max(a, b), place);
        });
  }

  Places flatten() {
    return new Places(new int[] {size()}, at);
  }

  /// A new array with one value an element.
  double[] map(ToDoubleFunction<Integer> value) {
    return Arrays.stream(at).boxed().mapToDouble(value).toArray();
  }

  private static int[] without(int[] list, int place) {
    return IntStream.range(0, list.length).filter(d -> d != place).map(d -> list[d]).toArray();
  }

  private static int[] inserted(int[] list, int place, int value) {
    return IntStream.rangeClosed(0, list.length)
        .map(d -> d == place ? value : list[d < place ? d : d - 1])
        .toArray();
  }

  static int[] with(int[] list, int place, int value) {
    int[] changed = list.clone();
    changed[place] = value;
    return changed;
  }

  private static int[] swapped(int[] list, int a, int b) {
    int[] changed = list.clone();
    changed[a] = list[b];
    changed[b] = list[a];
    return changed;
  }
}
