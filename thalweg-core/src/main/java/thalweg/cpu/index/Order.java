package thalweg.cpu.index;

import java.util.Arrays;

/// The order of one row of elements after the other: each becomes a key, a number without sign that is larger where
/// the element is, and the keys are sorted with their positions.
///
/// Long rows are sorted digit by digit from the last on (Hollerith's radix sort), which is stable and compares
/// nothing; digits that all keys have in common cost no pass.
///
/// ```
/// keys     3a 12 · 07 12 · 3a 05      positions   0 1 2
/// by the last digit    3a 05 · 3a 12 · 07 12   2 0 1
/// by the first         07 12 · 3a 05 · 3a 12   1 2 0
/// ```
final class Order {
  /// Up to this length elements are inserted one by one.
  private static final int SHORT = 40;

  private static final int DIGIT = 8;

  private final int n;
  private final int[] starts = new int[1 << DIGIT];
  private long[] keys;
  private long[] otherKeys;
  private int[] positions;
  private int[] otherPositions;

  Order(int n) {
    this.n = n;
    this.keys = new long[n];
    this.positions = new int[n];
    this.otherKeys = n <= SHORT ? null : new long[n];
    this.otherPositions = n <= SHORT ? null : new int[n];
  }

  /// Finds the order of the elements from `at` on.
  void sort(Object row, int at, boolean descending) {
    long flip = descending ? -1 : 0;
    for (int i = 0; i < n; i++) {
      keys[i] = key(row, at + i) ^ flip;
      positions[i] = i;
    }
    if (n <= SHORT) {
      insert();
    } else {
      sortByDigits();
    }
  }

  /// Writes where the first `kept` elements in order stand.
  void write(long[] out, int to, int kept) {
    for (int i = 0; i < kept; i++) {
      out[to + i] = positions[i];
    }
  }

  /// Larger as a number without sign where the element is larger, NaN largest of all.
  private static long key(Object row, int i) {
    if (row instanceof float[] a) {
      int bits = Float.floatToIntBits(a[i] + 0f); // −0 and 0 have one key
      return (bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE) & 0xffff_ffffL;
    }
    if (row instanceof double[] a) {
      long bits = Double.doubleToLongBits(a[i] + 0.0);
      return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }
    return row instanceof long[] a ? a[i] ^ Long.MIN_VALUE : ((boolean[]) row)[i] ? 1 : 0;
  }

  private void insert() {
    for (int i = 1; i < n; i++) {
      long key = keys[i];
      int position = positions[i];
      int to = i;
      for (; to > 0 && Long.compareUnsigned(keys[to - 1], key) > 0; to--) {
        keys[to] = keys[to - 1];
        positions[to] = positions[to - 1];
      }
      keys[to] = key;
      positions[to] = position;
    }
  }

  private void sortByDigits() {
    long differing = 0;
    for (long key : keys) {
      differing |= key ^ keys[0];
    }
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
      if ((differing >>> shift & starts.length - 1) != 0) {
        sortByDigit(shift);
      }
    }
  }

  private void sortByDigit(int shift) {
    int last = starts.length - 1;
    Arrays.fill(starts, 0);
    for (long key : keys) {
      starts[(int) (key >>> shift) & last]++;
    }
    for (int digit = 0, sum = 0; digit <= last; digit++) {
      int count = starts[digit];
      starts[digit] = sum;
      sum += count;
    }
    for (int i = 0; i < n; i++) {
      int to = starts[(int) (keys[i] >>> shift) & last]++;
      otherKeys[to] = keys[i];
      otherPositions[to] = positions[i];
    }
    long[] sortedKeys = otherKeys;
    int[] sortedPositions = otherPositions;
    otherKeys = keys;
    otherPositions = positions;
    keys = sortedKeys;
    positions = sortedPositions;
  }
}
