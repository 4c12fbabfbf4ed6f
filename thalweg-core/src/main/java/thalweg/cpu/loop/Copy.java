package thalweg.cpu.loop;

/// Copies strided elements, converting between element types.
public final class Copy {
  private Copy() {}

  /// Operand 0 of `rows` is `out`, operand 1 is `in`. A floating value becomes an integer by
  /// truncation, `bool` by comparison with zero.
  public static void run(Rows rows, Object out, Object in) {
    for (boolean more = rows.start(); more; more = rows.next()) {
      if (out.getClass() == in.getClass() && rows.step(0) == 1 && rows.step(1) == 1) {
        System.arraycopy(in, rows.at(1), out, rows.at(0), rows.length());
      } else {
        row(rows, out, in);
      }
    }
  }

  private static void row(Rows rows, Object out, Object in) {
    int o = rows.at(0);
    int os = rows.step(0);
    int x = rows.at(1);
    int xs = rows.step(1);
    int n = rows.length();
    if (out instanceof float[] to) {
      floats(to, o, os, in, x, xs, n);
    } else if (out instanceof double[] to) {
      for (int i = 0; i < n; i++) to[o + i * os] = real(in, x + i * xs);
    } else if (out instanceof long[] to) {
      for (int i = 0; i < n; i++) to[o + i * os] = integer(in, x + i * xs);
    } else {
      boolean[] to = (boolean[]) out;
      for (int i = 0; i < n; i++) {
        to[o + i * os] = in instanceof boolean[] a ? a[x + i * xs] : real(in, x + i * xs) != 0;
      }
    }
  }

  private static void floats(float[] to, int o, int os, Object in, int x, int xs, int n) {
    if (in instanceof float[] a) {
      for (int i = 0; i < n; i++) to[o + i * os] = a[x + i * xs];
    } else if (in instanceof double[] a) {
      for (int i = 0; i < n; i++) to[o + i * os] = (float) a[x + i * xs];
    } else if (in instanceof long[] a) {
      for (int i = 0; i < n; i++) to[o + i * os] = a[x + i * xs];
    } else {
      boolean[] a = (boolean[]) in;
      for (int i = 0; i < n; i++) to[o + i * os] = a[x + i * xs] ? 1 : 0;
    }
  }

  /// The element of any array at `i` as a double.
  public static double real(Object array, int i) {
    if (array instanceof float[] a) {
      return a[i];
    }
    if (array instanceof double[] a) {
      return a[i];
    }
    return array instanceof long[] a ? a[i] : ((boolean[]) array)[i] ? 1 : 0;
  }

  /// The element of any array at `i` as a long, truncated towards zero.
  public static long integer(Object array, int i) {
    if (array instanceof long[] a) {
      return a[i];
    }
    if (array instanceof float[] a) {
      return (long) a[i];
    }
    return array instanceof double[] a ? (long) a[i] : ((boolean[]) array)[i] ? 1 : 0;
  }
}
