package thalweg.cpu.reduce;

import thalweg.cpu.Simd;

/// Sums of many numbers, whose result depends on the order of their steps. Scalar and vector form give the same bits,
/// because the order is prescribed:
/// - A *sum* runs in double precision over [#LANES] virtual lanes: element `i` belongs to lane
///   `i mod LANES`; lanes are combined in pairs, `l` with `l + LANES/2`, until one is left. Longer inputs
///   are cut into chunks of [#CHUNK] elements, whose sums are combined in pairs from the left.
/// - A *dot product* is such a sum, each step a fused multiply-add.
public interface LaneSums {
  /// How many virtual lanes a sum has.
  int LANES = 16;

  /// How many elements are summed before partial sums are combined: a multiple of [#LANES].
  int CHUNK = 8192;

  /// The form in use.
  static LaneSums current() {
    return Current.SUMS;
  }

  /// Chosen when first used.
  final class Current {
    private static final LaneSums SUMS = Simd.isEnabled() ? new VectorLaneSums() : new ScalarLaneSums();

    private Current() {}
  }

  /// The sum of `n ≤ CHUNK` elements `a[at + i·step]`.
  double sum(float[] a, int at, int step, int n);

  /// The sum of `n ≤ CHUNK` elements `a[at + i·step]`.
  double sum(double[] a, int at, int step, int n);

  /// The sum of `n ≤ CHUNK` products `a[at + i·step] · b[bt + i·bstep]`.
  double dot(float[] a, int at, int step, float[] b, int bt, int bstep, int n);

  /// The sum of `n ≤ CHUNK` products `a[at + i·step] · b[bt + i·bstep]`.
  double dot(double[] a, int at, int step, double[] b, int bt, int bstep, int n);
}
