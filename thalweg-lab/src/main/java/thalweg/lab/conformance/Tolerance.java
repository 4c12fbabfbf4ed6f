package thalweg.lab.conformance;

import thalweg.tensor.DType;

/// How far a floating value may be from the expected one. NaN equals NaN, an infinity itself.
sealed interface Tolerance {
  /// True if `got` may stand for `expected`, both of `dtype`.
  boolean accepts(double expected, double got, DType dtype);

  /// What holds where a case has none of its own.
  Tolerance DEFAULT = new ByType();

  /// `|got − expected| ≤ atol + rtol·|expected|`.
  record Relative(double rtol, double atol) implements Tolerance {
    @Override
    public boolean accepts(double expected, double got, DType dtype) {
      if (!Double.isFinite(expected) || !Double.isFinite(got)) {
        return expected == got || (Double.isNaN(expected) && Double.isNaN(got));
      }
      return Math.abs(got - expected) <= atol + rtol * Math.abs(expected);
    }
  }

  /// The format's tolerance for each type.
  record ByType() implements Tolerance {
    private static final Relative SINGLE = new Relative(1.3e-6, 1e-5);
    private static final Relative DOUBLE = new Relative(1e-7, 1e-7);

    @Override
    public boolean accepts(double expected, double got, DType dtype) {
      return (dtype == DType.FLOAT32 ? SINGLE : DOUBLE).accepts(expected, got, dtype);
    }
  }

  /// At most `n` units in the last place away; for 0 the same bits, so that −0 is not 0.
  record Ulps(int n) implements Tolerance {
    @Override
    public boolean accepts(double expected, double got, DType dtype) {
      if (n == 0 || !Double.isFinite(expected) || !Double.isFinite(got)) {
        return Double.compare(expected, got) == 0;
      }
      double unit = dtype == DType.FLOAT32 ? Math.ulp((float) expected) : Math.ulp(expected);
      return Math.abs(got - expected) <= n * unit;
    }
  }
}
