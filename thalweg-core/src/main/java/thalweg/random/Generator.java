package thalweg.random;

/// A seeded source of random numbers: what a caller may rely on, whichever stream is behind it.
///
/// Each implementation reproduces another library's stream, so the same seed gives the same numbers as
/// there; how many draws a call takes from the stream is part of its contract and stands in its
/// documentation. No implementation is safe for use by several threads at once: two interleaved threads
/// would make the order of draws, and so every number, a matter of luck.
///
/// | generator | stream |
/// |---|---|
/// | [TorchGenerator] | `torch.manual_seed` (CPU) |
/// | [NumpyRandomState] | `numpy.random.RandomState`, `numpy.random.seed` |
/// | [Pcg64] | `numpy.random.default_rng` |
/// | [PythonRandom] | CPython's `random` |
public interface Generator {

  /// Starts the stream of `seed` anew and forgets every buffered draw.
  ///
  /// @param seed the seed; which values are allowed depends on the generator
  /// @return this generator
  /// @throws IllegalArgumentException if the original does not accept `seed`
  Generator manualSeed(long seed);

  /// The seed the current stream was started from: its low 64 bits where the original allows more.
  long initialSeed();

  /// Starts a stream from a fresh seed, another in each run, and returns that seed, so that the run can be
  /// repeated.
  long seed();

  /// One value uniform in [0, 1), as the original makes a `double`: a multiple of 2⁻⁵³.
  double nextDouble();

  /// One value of the standard normal distribution, as the original makes a single `double`.
  double nextGaussian();

  /// Fills `out[offset .. offset + n)` with values uniform in [`low`, `high`).
  ///
  /// @throws IllegalArgumentException if `n < 0`, or if the original does not accept `low` and `high`
  void fillUniform(double[] out, int offset, int n, double low, double high);

  /// Fills `out[offset .. offset + n)` with normal values of mean `mean` and standard deviation `std`.
  ///
  /// @throws IllegalArgumentException if `n < 0` or `std < 0`
  void fillNormal(double[] out, int offset, int n, double mean, double std);

  /// The numbers 0 … `n` − 1 in random order.
  ///
  /// @throws IllegalArgumentException if `n < 0`
  long[] permutation(int n);
}
