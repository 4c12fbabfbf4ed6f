package thalweg.random;

/// What NumPy's two generators share: the distributions that are made from `nextDouble` and `nextGaussian`
/// in the same way.
public sealed interface NumpyGenerator extends Generator permits NumpyRandomState, Pcg64 {
  /// `normal(loc, scale)`: loc + scale·[#nextGaussian()].
  ///
  /// @throws IllegalArgumentException if `scale < 0`
  default double normal(double loc, double scale) {
    Require.deviation("normal", scale);
    return loc + scale * nextGaussian();
  }

  /// `normal(loc, scale, n)`.
  default double[] normal(double loc, double scale, int n) {
    double[] out = new double[Require.size("normal", n)];
    fillNormal(out, 0, n, loc, scale);
    return out;
  }

  /// As [#normal(double, double)] `n` times.
  @Override
  default void fillNormal(double[] out, int offset, int n, double mean, double std) {
    Require.span("normal", out.length, offset, n);
    Require.deviation("normal", std);
    for (int i = offset; i < offset + n; i++) {
      out[i] = mean + std * nextGaussian();
    }
  }

  /// `uniform(low, high)`: low + (high − low)·[#nextDouble()].
  ///
  /// @throws IllegalArgumentException if high − low is not finite, or the generator does not take `low`
  ///     above `high`
  default double uniform(double low, double high) {
    requireUniform(low, high);
    return low + (high - low) * nextDouble();
  }

  /// `uniform(low, high, n)`.
  default double[] uniform(double low, double high, int n) {
    double[] out = new double[Require.size("uniform", n)];
    fillUniform(out, 0, n, low, high);
    return out;
  }

  /// As [#uniform(double, double)] `n` times.
  @Override
  default void fillUniform(double[] out, int offset, int n, double low, double high) {
    Require.span("uniform", out.length, offset, n);
    requireUniform(low, high);
    for (int i = offset; i < offset + n; i++) {
      out[i] = low + (high - low) * nextDouble();
    }
  }

  private void requireUniform(double low, double high) {
    switch (this) {
      // The older generator lets low lie above high.
      case NumpyRandomState _ -> Require.finiteRange("uniform", low, high, Double.MAX_VALUE);
      case Pcg64 _ -> Require.ordered("uniform", low, high, Double.MAX_VALUE);
    }
  }

  /// `permutation(n)`: 0 … n − 1, shuffled.
  @Override
  default long[] permutation(int n) {
    long[] x = FisherYates.range(Require.size("permutation", n));
    shuffle(x);
    return x;
  }

  /// `shuffle(x)` in place.
  void shuffle(long[] x);
}
