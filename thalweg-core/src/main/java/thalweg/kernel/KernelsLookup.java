package thalweg.kernel;

/// Chooses the provider once, when kernels are first used.
final class KernelsLookup {
  static final Kernels CURRENT = choose();

  private KernelsLookup() {}

  private static Kernels choose() {
    Kernels chosen = new ScalarKernels();
    System.getLogger("thalweg.kernel").log(System.Logger.Level.DEBUG, "kernels: {0}", chosen.name());
    return chosen;
  }
}
