package thalweg.cpu.index;

/// Reads from, writes and adds to listed places. Arrays of one call have one type.
public final class Gather {
  private Gather() {}

  /// `out[i] = from[places[i]]`.
  public static void pick(Object from, int[] places, Object out) {
    if (from instanceof float[] a) {
      float[] to = (float[]) out;
      for (int i = 0; i < to.length; i++) {
        to[i] = a[places[i]];
      }
    } else if (from instanceof double[] a) {
      double[] to = (double[]) out;
      for (int i = 0; i < to.length; i++) {
        to[i] = a[places[i]];
      }
    } else if (from instanceof long[] a) {
      long[] to = (long[]) out;
      for (int i = 0; i < to.length; i++) {
        to[i] = a[places[i]];
      }
    } else {
      boolean[] a = (boolean[]) from;
      boolean[] to = (boolean[]) out;
      for (int i = 0; i < to.length; i++) {
        to[i] = a[places[i]];
      }
    }
  }

  /// `out[places[i]] = from[i]`, in order.
  public static void put(Object from, int[] places, Object out) {
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(from, i, out, places[i], 1);
    }
  }

  /// `out[places[i]] += from[i]`, in order; `bool` adds by "or".
  public static void add(Object from, int[] places, Object out) {
    if (from instanceof float[] a) {
      float[] to = (float[]) out;
      for (int i = 0; i < places.length; i++) {
        to[places[i]] += a[i];
      }
    } else if (from instanceof double[] a) {
      double[] to = (double[]) out;
      for (int i = 0; i < places.length; i++) {
        to[places[i]] += a[i];
      }
    } else if (from instanceof long[] a) {
      long[] to = (long[]) out;
      for (int i = 0; i < places.length; i++) {
        to[places[i]] += a[i];
      }
    } else {
      boolean[] a = (boolean[]) from;
      boolean[] to = (boolean[]) out;
      for (int i = 0; i < places.length; i++) {
        to[places[i]] |= a[i];
      }
    }
  }
}
