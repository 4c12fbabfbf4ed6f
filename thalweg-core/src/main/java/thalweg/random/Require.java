package thalweg.random;

import java.util.Objects;
import java.util.SplittableRandom;

/// Argument checks with messages that name the function, the values and the mend.
final class Require {

  private Require() {}

  /// A seed that differs from run to run, of 53 bits: every language that reads the log can hold it exactly. From the
  /// clock, because nothing here is secret and the system's secure generators take 15 ms to start.
  static long freshSeed() {
    return new SplittableRandom().nextLong() >>> 11;
  }

  static int size(String function, long n) {
    if (n < 0) {
      throw new IllegalArgumentException(
          function + ": size " + n + " is negative; ask for 0 or more values");
    }
    if (n > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          function + ": size " + n + " is beyond an array; ask for at most " + Integer.MAX_VALUE);
    }
    return (int) n;
  }

  static void span(String function, int length, int offset, int n) {
    size(function, n);
    Objects.checkFromIndexSize(offset, n, length);
  }

  static void lowBelowHigh(String function, long low, long high) {
    if (low >= high) {
      throw new IllegalArgumentException(
          function + ": low " + low + " is not below high " + high
              + "; high itself is never drawn, so give a high above low");
    }
  }

  static void finiteRange(String function, double low, double high, double max) {
    if (!(Math.abs(low) <= max && Math.abs(high) <= max && Math.abs(high - low) <= max)) {
      throw new IllegalArgumentException(
          function + ": from " + low + " to " + high
              + " is not a finite range of this precision; give finite bounds at most " + max + " apart");
    }
  }

  static void ordered(String function, double from, double to, double max) {
    finiteRange(function, from, to, max);
    if (from > to) {
      throw new IllegalArgumentException(
          function + ": from " + from + " is greater than to " + to + "; swap the bounds");
    }
  }

  static void deviation(String function, double std) {
    if (!(std >= 0)) {
      throw new IllegalArgumentException(
          function + ": a standard deviation of " + std + "; give 0 or more");
    }
  }

  static void rate(String function, double lambda) {
    if (!(lambda >= 0)) {
      throw new IllegalArgumentException(function + ": a rate of " + lambda + "; give 0 or more");
    }
  }

  static void probability(String function, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          function + ": p is " + p + "; a probability lies between 0 and 1");
    }
  }

  static void population(String function, long n, int size, boolean replace) {
    if (n < 0 || n == 0 && size > 0) {
      throw new IllegalArgumentException(
          function + ": nothing to choose " + size + " values from in a population of " + n
              + "; give a positive population");
    }
    if (!replace && size > n) {
      throw new IllegalArgumentException(
          function + ": " + size + " different values out of " + n
              + "; choose at most " + n + ", or with replacement");
    }
  }
}
