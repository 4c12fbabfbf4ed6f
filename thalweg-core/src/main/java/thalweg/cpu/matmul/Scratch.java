package thalweg.cpu.matmul;

import java.lang.ref.SoftReference;

/// An array to work in for each thread, which keeps it for the next time: a new one would be cleared first.
///
/// What is in it is left from before. It goes when memory is short, and with its thread.
final class Scratch {
  private final ThreadLocal<SoftReference<float[]>> floats =
      ThreadLocal.withInitial(() -> new SoftReference<>(null));
  private final ThreadLocal<SoftReference<double[]>> doubles =
      ThreadLocal.withInitial(() -> new SoftReference<>(null));

  /// This thread's array of `type`'s type and at least `length` elements.
  Object array(Object type, int length) {
    return type instanceof float[] ? floats(length) : doubles(length);
  }

  private float[] floats(int length) {
    float[] room = floats.get().get();
    if (room == null || room.length < length) {
      room = new float[length];
      floats.set(new SoftReference<>(room));
    }
    return room;
  }

  private double[] doubles(int length) {
    double[] room = doubles.get().get();
    if (room == null || room.length < length) {
      room = new double[length];
      doubles.set(new SoftReference<>(room));
    }
    return room;
  }
}
