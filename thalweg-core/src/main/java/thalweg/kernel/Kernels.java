package thalweg.kernel;

/// The arithmetic whose result depends on the order of its steps: sums and products of many numbers.
///
/// Every provider gives the same bits. The order is part of the contract:
/// - A *sum* runs in double precision over [#LANES] virtual lanes: element `i` belongs to lane
///   `i mod LANES`; lanes are combined in pairs, `l` with `l + LANES/2`, until one is left. Longer inputs
///   are cut into chunks of [#CHUNK] elements, whose sums are combined in pairs from the left.
/// - A *dot product* is such a sum, each step a fused multiply-add.
/// - An element of a *matrix product* is a chain of fused multiply-adds from zero, in the operands'
///   precision and in ascending order of the summed index; long chains are cut into panels, see
///   [MatrixProduct], whose results are added in order.
public interface Kernels {
  /// How many virtual lanes a sum has.
  int LANES = 16;

  /// How many elements are summed before partial sums are combined: a multiple of [#LANES].
  int CHUNK = 8192;

  /// The provider in use, chosen once.
  static Kernels current() {
    return KernelsLookup.CURRENT;
  }

  /// The provider's name.
  String name();

  /// The loop to use for the elementwise function called `function`: `loop`, or one that gives the same bits
  /// sooner.
  default Formula.Loop elementwise(String function, Formula.Loop loop) {
    return loop;
  }

  /// The sum of `n ≤ CHUNK` elements `a[at + i·step]`.
  double sum(float[] a, int at, int step, int n);

  /// The sum of `n ≤ CHUNK` elements `a[at + i·step]`.
  double sum(double[] a, int at, int step, int n);

  /// The sum of `n ≤ CHUNK` products `a[at + i·step] · b[bt + i·bstep]`.
  double dot(float[] a, int at, int step, float[] b, int bt, int bstep, int n);

  /// The sum of `n ≤ CHUNK` products `a[at + i·step] · b[bt + i·bstep]`.
  double dot(double[] a, int at, int step, double[] b, int bt, int bstep, int n);

  /// `out[j] = fma(a, b[j], out[j])` for `n` neighbouring elements: a row step of a matrix product.
  void multiplyAdd(float a, float[] b, int bt, float[] out, int ot, int n);

  /// `out[j] = fma(a, b[j], out[j])` for `n` neighbouring elements: a row step of a matrix product.
  void multiplyAdd(double a, double[] b, int bt, double[] out, int ot, int n);

  /// The tile in which matrix products of `float32` are computed.
  Tile floatTile();

  /// The tile in which matrix products of `float64` are computed.
  Tile doubleTile();
}
