package thalweg.kernel;

import java.util.List;

/// Chooses the provider once, when kernels are first used: vectors where the module
/// `jdk.incubator.vector` is present, otherwise plain Java. `-Dthalweg.kernels=scalar` or `vector` insists.
final class KernelsLookup {
  private static final String PROPERTY = "thalweg.kernels";

  static final Kernels CURRENT = choose(System.getProperty(PROPERTY, "auto"));

  private KernelsLookup() {}

  private static Kernels choose(String wanted) {
    if (!List.of("auto", "scalar", "vector").contains(wanted)) {
      throw new IllegalArgumentException(
          "-D%s=%s is not one of auto, scalar, vector".formatted(PROPERTY, wanted));
    }
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (wanted.equals("vector") && !present) {
      throw new IllegalArgumentException(
          "-D%s=vector needs --add-modules jdk.incubator.vector".formatted(PROPERTY));
    }
    boolean vectors = present && !wanted.equals("scalar") && VectorKernels.fits();
    Kernels chosen = vectors ? new VectorKernels() : new ScalarKernels();
    System.getLogger("thalweg.kernel").log(System.Logger.Level.DEBUG, "kernels: {0}", chosen.name());
    return chosen;
  }
}
