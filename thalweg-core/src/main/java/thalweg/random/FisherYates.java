package thalweg.random;

import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// The shuffle of Fisher and Yates from the back, as NumPy and CPython run it: for i = n − 1 … 1 swap
/// places i and j, j uniform in 0 … i. They differ only in how j is drawn.
///
/// Source: R. Durstenfeld, *Algorithm 235: Random permutation*, CACM 7 (1964).
final class FisherYates {

  private FisherYates() {}

  /// 0 … n − 1.
  static long[] range(int n) {
    long[] x = new long[n];
    for (int i = 0; i < n; i++) {
      x[i] = i;
    }
    return x;
  }

  /// Shuffles `x[first .. ]` with what stands before it; `first` = 1 shuffles all.
  static void shuffle(long[] x, int first, IntUnaryOperator upTo) {
    for (int i = x.length - 1; i >= first; i--) {
      int j = upTo.applyAsInt(i);
      long swap = x[i];
      x[i] = x[j];
      x[j] = swap;
    }
  }

  static void shuffle(double[] x, IntUnaryOperator upTo) {
    for (int i = x.length - 1; i >= 1; i--) {
      int j = upTo.applyAsInt(i);
      double swap = x[i];
      x[i] = x[j];
      x[j] = swap;
    }
  }

  static void shuffle(List<?> x, IntUnaryOperator upTo) {
    for (int i = x.size() - 1; i >= 1; i--) {
      Collections.swap(x, i, upTo.applyAsInt(i));
    }
  }
}
