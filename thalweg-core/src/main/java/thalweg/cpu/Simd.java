package thalweg.cpu;

/// Whether kernels run on the vectors of `jdk.incubator.vector` or in plain Java: chosen once, when the first kernel is
/// used, as [Settings] say. Every kernel that exists in both forms gives the same bits in both.
public final class Simd {
  private static final boolean ENABLED = enabled(Settings.read().kernels());

  private Simd() {}

  private static boolean enabled(Settings.Provider wanted) {
    return wanted != Settings.Provider.SCALAR && Settings.hasVectors() && VectorWidth.fits();
  }

  /// True if kernels run on vectors.
  public static boolean isEnabled() {
    return ENABLED;
  }

  /// What runs, for a reader: `scalar`, or `vector, 256 bits`.
  public static String description() {
    return ENABLED ? "vector, %d bits".formatted(VectorWidth.bits()) : "scalar";
  }
}
