package thalweg.random;

/// The default generators, which every random function without an explicit one draws from, and their
/// seeding.
public final class Seeds {
  private static final TorchGenerator TORCH = new TorchGenerator();
  private static final NumpyRandomState NUMPY = new NumpyRandomState();
  private static final PythonRandom PYTHON = new PythonRandom();

  private Seeds() {}

  /// PyTorch's default CPU generator.
  public static TorchGenerator torch() {
    return TORCH;
  }

  /// NumPy's legacy `numpy.random`.
  public static NumpyRandomState numpy() {
    return NUMPY;
  }

  /// CPython's `random`.
  public static PythonRandom python() {
    return PYTHON;
  }

  /// Seeds the default PyTorch generator: `torch.manual_seed`.
  public static TorchGenerator manualSeed(long seed) {
    return TORCH.manualSeed(seed);
  }

  /// Seeds all three default generators and says so on standard output, as the notes' `set_seed` does.
  ///
  /// @param seed from 0 to 2³² − 1, which is what NumPy takes
  /// @throws IllegalArgumentException outside that range; nothing is seeded then
  public static long setSeed(long seed) {
    return setSeed(seed, true);
  }

  /// Seeds NumPy's and CPython's default generators, and with `seedTorch` PyTorch's, and says so on standard
  /// output.
  public static long setSeed(long seed, boolean seedTorch) {
    NUMPY.manualSeed(seed);
    PYTHON.manualSeed(seed);
    if (seedTorch) {
      TORCH.manualSeed(seed);
    }
    IO.println("Random seed " + seed + " has been set.");
    return seed;
  }

  /// Draws a seed from NumPy's stream, `np.random.choice(2 ** 32)`, and sets it.
  public static long setSeed() {
    return setSeed(NUMPY.choice(1L << 32, 1, true)[0], true);
  }
}
