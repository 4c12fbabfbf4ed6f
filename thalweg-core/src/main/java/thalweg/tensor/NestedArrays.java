package thalweg.tensor;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Between tensors and nested Java arrays.
final class NestedArrays {
  private NestedArrays() {}

  /// The tensor of a number, an array, or an array of equally long arrays of any depth.
  ///
  /// @param dtype the element type, or null for that of the array (`double` gives `float32`, as in
  ///     `torch.tensor`)
  static Tensor toTensor(Object nested, DType dtype) {
    int[] dims = shapeOf(nested);
    var leaves = new ArrayList<Object>();
    flatten(nested, dims, 0, leaves);
    DType type = dtype != null ? dtype : typeOf(nested);
    Shape shape = Shape.of(dims);
    Storage storage = Storage.zeros(type, shape.size());
    int at = 0;
    for (Object leaf : leaves) {
      if (type == DType.INT64) {
        requireWhole(leaf);
      }
      at = put(leaf, storage, at);
    }
    return new Tensor(storage, Layout.contiguous(shape));
  }

  private static int[] shapeOf(Object nested) {
    List<Integer> dims = new ArrayList<>();
    Object at = nested;
    while (at != null && at.getClass().isArray()) {
      int length = Array.getLength(at);
      dims.add(length);
      at = at instanceof Object[] rows && length > 0 ? rows[0] : null;
    }
    return dims.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void flatten(Object nested, int[] dims, int depth, List<Object> leaves) {
    if (nested instanceof Object[] rows) {
      requireLength(rows.length, dims, depth);
      for (Object row : rows) {
        flatten(row, dims, depth + 1, leaves);
      }
    } else {
      boolean array = nested != null && nested.getClass().isArray();
      if (array != depth < dims.length) {
        throw new ShapeException(
            "tensor: rows are nested to different depths at depth " + depth);
      }
      if (array) {
        requireLength(Array.getLength(nested), dims, depth);
      }
      leaves.add(nested);
    }
  }

  private static void requireLength(int length, int[] dims, int depth) {
    if (depth >= dims.length || length != dims[depth]) {
      throw new ShapeException(
          "tensor: rows differ in length at depth %d: %d and %s; all must be equal"
              .formatted(depth, length, depth < dims.length ? dims[depth] : "a number"));
    }
  }

  private static DType typeOf(Object nested) {
    Class<?> type = nested.getClass();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    if (type == float.class || type == double.class || type == Float.class || type == Double.class) {
      return DType.FLOAT32;
    }
    if (type == boolean.class || type == Boolean.class) {
      return DType.BOOL;
    }
    if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
      return DType.INT64;
    }
    throw new IllegalArgumentException(
        "tensor: cannot hold elements of %s; use float, double, long, int or boolean"
            .formatted(type.getName()));
  }

  /// @throws IllegalArgumentException for what no whole number comes near
  private static void requireWhole(Object leaf) {
    switch (leaf) {
      case Double x -> DType.INT64.fitting("tensor", x);
      case Float x -> DType.INT64.fitting("tensor", x);
      case double[] a -> {
        for (double x : a) {
          DType.INT64.fitting("tensor", x);
        }
      }
      case float[] a -> {
        for (float x : a) {
          DType.INT64.fitting("tensor", x);
        }
      }
      case null, default -> {}
    }
  }

  private static int put(Object leaf, Storage storage, int at) {
    Tensor source =
        switch (leaf) {
          case float[] a -> flat(new Storage.Floats(a));
          case double[] a -> flat(new Storage.Doubles(a));
          case long[] a -> flat(new Storage.Longs(a));
          case int[] a -> flat(new Storage.Longs(Arrays.stream(a).asLongStream().toArray()));
          case boolean[] a -> flat(new Storage.Booleans(a));
          case Float x -> flat(new Storage.Floats(new float[] {x}));
          case Double x -> flat(new Storage.Doubles(new double[] {x}));
          case Long x -> flat(new Storage.Longs(new long[] {x}));
          case Integer x -> flat(new Storage.Longs(new long[] {x}));
          case Boolean x -> flat(new Storage.Booleans(new boolean[] {x}));
          case null -> throw new IllegalArgumentException("tensor: an element is null");
          default ->
              throw new IllegalArgumentException(
                  "tensor: cannot hold " + leaf.getClass().getTypeName());
        };
    int[] one = {1};
    new Tensor(storage, Layout.strided(source.shape(), one, at)).write(source);
    return at + source.size();
  }

  private static Tensor flat(Storage storage) {
    return new Tensor(storage, Layout.contiguous(Shape.of(storage.length())));
  }

  /// The elements as nested arrays; for a 0-d tensor its element, boxed.
  static Object from(Tensor tensor) {
    Object flat = tensor.unrecorded(tensor.dtype()).storage().array();
    return tensor.rank() == 0 ? Array.get(flat, 0) : part(flat, tensor.shape(), 0, 0);
  }

  private static Object part(Object flat, Shape shape, int depth, int index) {
    int length = shape.dim(depth);
    int[] rest = Arrays.copyOfRange(shape.toArray(), depth, shape.rank());
    Object array = Array.newInstance(flat.getClass().getComponentType(), rest);
    if (depth == shape.rank() - 1) {
      System.arraycopy(flat, index * length, array, 0, length);
    } else {
      for (int i = 0; i < length; i++) {
        ((Object[]) array)[i] = part(flat, shape, depth + 1, index * length + i);
      }
    }
    return array;
  }
}
