package thalweg.random;

import java.util.function.Supplier;

/// The default generators, which every random function without an explicit one draws from, and their
/// seeding.
///
/// There is one set of them for the whole program, unless [#with] binds another for the time of an action:
/// then all methods here mean that one. So each worker of a [thalweg.data.DataLoader] has streams of its
/// own, which no other thread can disturb. The binding is a [ScopedValue]: a thread that the action itself
/// starts does not see it.
public final class Seeds {
  private static final Streams PROGRAM = new Streams();
  private static final ScopedValue<Streams> OWN = ScopedValue.newInstance();
  private static final long LOWER_32_BITS = 0xffffffffL;

  private Seeds() {}

  private static Streams current() {
    return OWN.orElse(PROGRAM);
  }

  /// PyTorch's default CPU generator.
  public static TorchGenerator torch() {
    return current().torch();
  }

  /// NumPy's legacy `numpy.random`.
  public static NumpyRandomState numpy() {
    return current().numpy();
  }

  /// CPython's `random`.
  public static PythonRandom python() {
    return current().python();
  }

  /// Does `action` with `own` for default generators.
  ///
  /// ```java
  /// var own = new Streams();
  /// own.torch().manualSeed(43052);
  /// IO.println(Seeds.with(own, () -> randn(2)));  // tensor([-0.8178, -0.7052])
  /// ```
  public static <T> T with(Streams own, Supplier<T> action) {
    return ScopedValue.where(OWN, own).call(action::get);
  }

  /// Seeds the default PyTorch generator: `torch.manual_seed`.
  public static TorchGenerator manualSeed(long seed) {
    return torch().manualSeed(seed);
  }

  /// Seeds all three default generators: the notes' `set_seed`, which also prints "Random seed … has been set."; this
  /// prints nothing and returns the seed.
  ///
  /// @param seed from 0 to 2³² − 1, which is what NumPy takes
  /// @throws IllegalArgumentException outside that range; nothing is seeded then
  public static long setSeed(long seed) {
    return setSeed(seed, true);
  }

  /// Seeds NumPy's and CPython's default generators, and with `seedTorch` PyTorch's.
  public static long setSeed(long seed, boolean seedTorch) {
    numpy().manualSeed(seed);
    python().manualSeed(seed);
    if (seedTorch) {
      torch().manualSeed(seed);
    }
    return seed;
  }

  /// Draws a seed from NumPy's stream, `np.random.choice(2 ** 32)`, and sets it.
  public static long setSeed() {
    return setSeed(numpy().choice(1L << 32, 1, true)[0], true);
  }

  /// Seeds NumPy's and CPython's generators by the lower 32 bits of PyTorch's seed: the notes'
  /// `seed_worker`, to be given to a data loader as its `workerInit`.
  ///
  /// @param worker the worker's number, which PyTorch's seed has in it already
  public static void seedWorker(int worker) {
    long seed = torch().initialSeed() & LOWER_32_BITS;
    numpy().manualSeed(seed);
    python().manualSeed(seed);
  }
}
