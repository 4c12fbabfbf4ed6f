package thalweg.runtime;

import java.util.Locale;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;

/// The memory of a tensor: one Java array on the heap, shared by all views of it, and a count of the
/// changes made to it in place.
///
/// The garbage collector frees it; there is nothing to close.
public abstract sealed class Storage {
  private int version;

  private Storage() {}

  /// How many in-place changes were made. Backward formulas compare it with the count at recording.
  public final int version() {
    return version;
  }

  /// Notes an in-place change.
  public final void changed() {
    version++;
  }

  /// The element type.
  public abstract DType dtype();

  /// The array itself, not a copy: writes are seen by every view.
  public abstract Object array();

  /// How many elements fit.
  public abstract int length();

  /// A storage of `length` zeros.
  public static Storage zeros(DType dtype, int length) {
    return switch (dtype) {
      case BOOL -> new Booleans(new boolean[length]);
      case INT64 -> new Longs(new long[length]);
      case FLOAT32 -> new Floats(new float[length]);
      case FLOAT64 -> new Doubles(new double[length]);
    };
  }

  /// A storage of zeros for a tensor of this shape.
  ///
  /// @throws OutOfMemoryError if Java's heap has no room for it; the message names the shape and the bytes
  public static Storage zeros(DType dtype, Shape shape) {
    try {
      return zeros(dtype, shape.size());
    } catch (OutOfMemoryError e) {
      String message =
          String.format(
              Locale.ROOT,
              "out of memory: a %s tensor of shape %s needs %,d bytes, Java's heap has at most %,d; raise it with -Xmx",
              dtype, shape.tuple(), bytes(dtype) * shape.size(), Runtime.getRuntime().maxMemory());
      throw (OutOfMemoryError) new OutOfMemoryError(message).initCause(e);
    }
  }

  private static long bytes(DType dtype) {
    return switch (dtype) {
      case BOOL -> 1;
      case FLOAT32 -> Float.BYTES;
      case INT64 -> Long.BYTES;
      case FLOAT64 -> Double.BYTES;
    };
  }

  /// `float32` memory.
  public static final class Floats extends Storage {
    private final float[] array;

    /// Wraps the array, without a copy.
    public Floats(float[] array) {
      this.array = array;
    }

    @Override
    public float[] array() {
      return array;
    }

    @Override
    public DType dtype() {
      return DType.FLOAT32;
    }

    @Override
    public int length() {
      return array.length;
    }
  }

  /// `float64` memory.
  public static final class Doubles extends Storage {
    private final double[] array;

    /// Wraps the array, without a copy.
    public Doubles(double[] array) {
      this.array = array;
    }

    @Override
    public double[] array() {
      return array;
    }

    @Override
    public DType dtype() {
      return DType.FLOAT64;
    }

    @Override
    public int length() {
      return array.length;
    }
  }

  /// `int64` memory.
  public static final class Longs extends Storage {
    private final long[] array;

    /// Wraps the array, without a copy.
    public Longs(long[] array) {
      this.array = array;
    }

    @Override
    public long[] array() {
      return array;
    }

    @Override
    public DType dtype() {
      return DType.INT64;
    }

    @Override
    public int length() {
      return array.length;
    }
  }

  /// `bool` memory.
  public static final class Booleans extends Storage {
    private final boolean[] array;

    /// Wraps the array, without a copy.
    public Booleans(boolean[] array) {
      this.array = array;
    }

    @Override
    public boolean[] array() {
      return array;
    }

    @Override
    public DType dtype() {
      return DType.BOOL;
    }

    @Override
    public int length() {
      return array.length;
    }
  }
}
