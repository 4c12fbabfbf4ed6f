package thalweg.tensor;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;

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
    if (leaf instanceof double[] a) {
      for (double x : a) {
        DType.INT64.fitting("tensor", x);
      }
    } else if (leaf instanceof float[] a) {
      for (float x : a) {
        DType.INT64.fitting("tensor", x);
      }
    } else if (leaf instanceof Double || leaf instanceof Float) {
      DType.INT64.fitting("tensor", ((Number) leaf).doubleValue());
    }
  }

  private static int put(Object leaf, Storage storage, int at) {
    Tensor source = flat(stored(leaf));
    int[] one = {1};
    new Tensor(storage, Layout.strided(source.shape(), one, at)).write(source);
    return at + source.size();
  }

  // Not a switch over patterns: linking one takes a fair part of a short program (decision 20).
  private static Storage stored(Object leaf) {
    if (leaf instanceof float[] a) {
      return new Storage.Floats(a);
    }
    if (leaf instanceof double[] a) {
      return new Storage.Doubles(a);
    }
    if (leaf instanceof long[] a) {
      return new Storage.Longs(a);
    }
    if (leaf instanceof int[] a) {
      return new Storage.Longs(Arrays.stream(a).asLongStream().toArray());
    }
    if (leaf instanceof boolean[] a) {
      return new Storage.Booleans(a);
    }
    if (leaf instanceof Float || leaf instanceof Double) {
      // Whatever fits a float is the same as a double.
      return new Storage.Doubles(new double[] {((Number) leaf).doubleValue()});
    }
    if (leaf instanceof Long || leaf instanceof Integer) {
      return new Storage.Longs(new long[] {((Number) leaf).longValue()});
    }
    if (leaf instanceof Boolean x) {
      return new Storage.Booleans(new boolean[] {x});
    }
    throw new IllegalArgumentException(
        leaf == null
            ? "tensor: an element is null"
            : "tensor: cannot hold " + leaf.getClass().getTypeName());
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
