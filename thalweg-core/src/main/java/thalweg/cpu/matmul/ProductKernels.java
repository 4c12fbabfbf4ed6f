package thalweg.cpu.matmul;

import thalweg.cpu.Simd;

/// The innermost steps of matrix products. Scalar and vector form give the same bits: an element of a product is a
/// chain of fused multiply-adds from zero, in the operands' precision and in ascending order of the summed index; a long
/// sum is cut into several chains, see [MatrixProduct], whose results are added in order.
public interface ProductKernels {
  /// The form in use.
  static ProductKernels current() {
    return Current.KERNELS;
  }

  /// Chosen when first used.
  final class Current {
    private static final ProductKernels KERNELS =
        Simd.isEnabled() ? new VectorProductKernels() : new ScalarProductKernels();

    private Current() {}
  }

  /// `out[j] = fma(a, b[j], out[j])` for `n` neighbouring elements: a row step of a matrix product.
  void multiplyAdd(float a, float[] b, int bt, float[] out, int ot, int n);

  /// `out[j] = fma(a, b[j], out[j])` for `n` neighbouring elements: a row step of a matrix product.
  void multiplyAdd(double a, double[] b, int bt, double[] out, int ot, int n);

  /// The tile in which matrix products of `float32` are computed.
  Tile floatTile();

  /// The tile in which matrix products of `float64` are computed.
  Tile doubleTile();
}
