package thalweg.kernel;

/// Chooses the provider once, when kernels are first used, as [Settings] say.
final class KernelsLookup {
  static final Kernels CURRENT = choose(Settings.read().kernels());

  private KernelsLookup() {}

  private static Kernels choose(Settings.Provider wanted) {
    boolean vectors =
        wanted != Settings.Provider.SCALAR && Settings.hasVectors() && VectorKernels.fits();
    return vectors ? new VectorKernels() : new ScalarKernels();
  }
}
