package thalweg.cpu.reduce;

/// The sum of a run, or its mean.
///
/// @param mean whether the sum is divided by the number of elements
public record RunSum(boolean mean) implements Runs.Neighbours {
  @Override
  public void fold(Object in, int at, int step, int n, Object out, int to) {
    if (in instanceof long[] a) {
      ((long[]) out)[to] = Sums.sum(a, at, step, n);
    } else {
      write(Sums.sum(in, at, step, n), n, out, to);
    }
  }

  @Override
  public void fold(Columns columns, Object out, int to) {
    double[] sums = columns.sums();
    for (int i = 0; i < sums.length; i++) {
      write(sums[i], columns.n(), out, to + i);
    }
  }

  private void write(double sum, int n, Object out, int to) {
    double value = mean ? sum / n : sum;
    if (out instanceof float[] a) {
      a[to] = (float) value;
    } else {
      ((double[]) out)[to] = value;
    }
  }
}
