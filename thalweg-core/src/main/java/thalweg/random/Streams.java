package thalweg.random;

import java.math.BigInteger;

/// The generators that random functions draw from when they are given none: PyTorch's, NumPy's and
/// CPython's. There is one set for the program; a worker of a data loader has its own. See [Seeds].
///
/// @param torch  what `torch.rand` and its kind draw from
/// @param numpy  what `numpy.random.rand` and its kind draw from
/// @param python what CPython's `random.random` and its kind draw from
public record Streams(TorchGenerator torch, NumpyRandomState numpy, PythonRandom python) {

  /// The three as a program starts with them: PyTorch's at its default seed, the others at a fresh one.
  public Streams() {
    this(new TorchGenerator(), new NumpyRandomState(), new PythonRandom());
  }

  /// The three as PyTorch seeds them in a worker process of a data loader: its own and CPython's by
  /// `baseSeed + worker`, NumPy's by four words hashed from both.
  ///
  /// @param baseSeed drawn anew for each pass over the data
  /// @param worker   0 for the first one
  public static Streams ofWorker(long baseSeed, int worker) {
    BigInteger base = BigInteger.valueOf(baseSeed);
    BigInteger seed = base.add(BigInteger.valueOf(worker));
    var numpy = new NumpyRandomState();
    numpy.manualSeed(words(base.shiftLeft(32).or(BigInteger.valueOf(worker))));
    return new Streams(
        new TorchGenerator().manualSeed(seed), numpy, new PythonRandom().manualSeed(seed));
  }

  /// Four words of 32 bits: `torch.utils.data._utils.worker._generate_state`.
  private static long[] words(BigInteger entropy) {
    long[] pairs = new SeedSequence(entropy).generate(2);
    long low = 0xffffffffL;
    return new long[] {pairs[0] & low, pairs[0] >>> 32, pairs[1] & low, pairs[1] >>> 32};
  }
}
