package thalweg.scratch;

/// NumPy's `mean` of doubles, to the bit: the sum by halves down to 128 numbers, which are summed in eight lanes.
final class Mean {
  private static final int BLOCK = 128;
  private static final int LANES = 8;

  private Mean() {}

  static double of(double[] values) {
    return sum(values, 0, values.length) / values.length;
  }

  private static double sum(double[] a, int from, int n) {
    if (n > BLOCK) {
      int half = n / 2 - n / 2 % LANES;
      return sum(a, from, half) + sum(a, from + half, n - half);
    }
    if (n < LANES) {
      return plainSum(0, a, from, n);
    }
    double[] r = new double[LANES];
    int whole = n - n % LANES;
    for (int i = 0; i < whole; i++) {
      r[i % LANES] += a[from + i];
    }
    double lanes = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    return plainSum(lanes, a, from + whole, n - whole);
  }

  private static double plainSum(double start, double[] a, int from, int n) {
    double sum = start;
    for (int i = from; i < from + n; i++) {
      sum += a[i];
    }
    return sum;
  }
}
