package thalweg.cpu.index;

/// Reads from, writes and adds to listed offsets. Arrays of one call have one type.
public final class Gather {
  private Gather() {}

  /// `out[i] = from[offsets[i]]`.
  public static void pick(Object from, int[] offsets, Object out) {
    if (from instanceof float[] a) {
      float[] to = (float[]) out;
      for (int i = 0; i < to.length; i++) {
        to[i] = a[offsets[i]];
      }
    } else if (from instanceof double[] a) {
      double[] to = (double[]) out;
      for (int i = 0; i < to.length; i++) {
        to[i] = a[offsets[i]];
      }
    } else if (from instanceof long[] a) {
      long[] to = (long[]) out;
      for (int i = 0; i < to.length; i++) {
        to[i] = a[offsets[i]];
      }
    } else {
      boolean[] a = (boolean[]) from;
      boolean[] to = (boolean[]) out;
      for (int i = 0; i < to.length; i++) {
        to[i] = a[offsets[i]];
      }
    }
  }

  /// `out[offsets[i]] = from[i]`, in order.
  public static void put(Object from, int[] offsets, Object out) {
    for (int i = 0; i < offsets.length; i++) {
      System.arraycopy(from, i, out, offsets[i], 1);
    }
  }

  /// `out[offsets[i]] += from[i]`, in order; `bool` adds by "or".
  public static void add(Object from, int[] offsets, Object out) {
    if (from instanceof float[] a) {
      float[] to = (float[]) out;
      for (int i = 0; i < offsets.length; i++) {
        to[offsets[i]] += a[i];
      }
    } else if (from instanceof double[] a) {
      double[] to = (double[]) out;
      for (int i = 0; i < offsets.length; i++) {
        to[offsets[i]] += a[i];
      }
    } else if (from instanceof long[] a) {
      long[] to = (long[]) out;
      for (int i = 0; i < offsets.length; i++) {
        to[offsets[i]] += a[i];
      }
    } else {
      boolean[] a = (boolean[]) from;
      boolean[] to = (boolean[]) out;
      for (int i = 0; i < offsets.length; i++) {
        to[offsets[i]] |= a[i];
      }
    }
  }
}
