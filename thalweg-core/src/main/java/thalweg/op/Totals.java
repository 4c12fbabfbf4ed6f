package thalweg.op;

import thalweg.kernel.Sums;

/// The sum of each run of a [Fold], or its mean, rounded once.
enum Totals implements Fold.Run {
  SUM {
    @Override
    double total(double sum, int n) {
      return sum;
    }
  },
  MEAN {
    @Override
    double total(double sum, int n) {
      return sum / n;
    }
  };

  abstract double total(double sum, int n);

  @Override
  public void fold(Object in, int at, int step, int n, Object out, int to) {
    if (out instanceof float[] totals) {
      totals[to] = (float) total(Sums.sum(in, at, step, n), n);
    } else if (out instanceof double[] totals) {
      totals[to] = total(Sums.sum(in, at, step, n), n);
    } else {
      ((long[]) out)[to] = Sums.sum((long[]) in, at, step, n);
    }
  }

  @Override
  public void foldAbreast(Object in, int at, int step, int n, int runs, Object out, int to) {
    if (out instanceof long[]) {
      Fold.Run.super.foldAbreast(in, at, step, n, runs, out, to);
      return;
    }
    double[] sums = Sums.abreast(in, at, step, n, runs);
    for (int k = 0; k < runs; k++) {
      if (out instanceof float[] totals) {
        totals[to + k] = (float) total(sums[k], n);
      } else {
        ((double[]) out)[to + k] = total(sums[k], n);
      }
    }
  }
}
