package thalweg.optim;

import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// In what precision L-BFGS reckons: PyTorch's scalars are tensors of the parameters' type, so in `float32` each
/// sum, product and quotient of them is rounded.
enum Precision {
  SINGLE,
  DOUBLE;

  static Precision of(Tensor x) {
    return x.dtype() == DType.FLOAT32 ? SINGLE : DOUBLE;
  }

  /// `value` as this precision holds it.
  double round(double value) {
    return this == SINGLE ? (float) value : value;
  }

  /// `Σ xᵢ·yᵢ`; in `float32` the rounded products are summed in double, as PyTorch does for short vectors.
  static double dot(Tensor x, Tensor y) {
    return x.dtype() == DType.FLOAT32
        ? (float) x.mul(y).to(DType.FLOAT64).sum().item()
        : x.dot(y).item();
  }
}
