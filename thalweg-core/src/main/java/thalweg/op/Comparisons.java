package thalweg.op;

import thalweg.runtime.Comparison;
import thalweg.runtime.Elementwise;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// Questions about elements; the answers are `bool` tensors and take no gradient. Comparisons with NaN
/// are false, except `ne`. Names are those of `torch`.
public sealed interface Comparisons permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// Where `x = other`.
  default Tensor eq(Tensor other) {
    return ComparisonsOps.EQ.apply(self(), other);
  }

  /// Where `x = value`.
  default Tensor eq(double value) {
    return ComparisonsOps.EQ.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x = value`.
  default Tensor eq(long value) {
    return ComparisonsOps.EQ.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x ≠ other`.
  default Tensor ne(Tensor other) {
    return ComparisonsOps.NE.apply(self(), other);
  }

  /// Where `x ≠ value`.
  default Tensor ne(double value) {
    return ComparisonsOps.NE.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x ≠ value`.
  default Tensor ne(long value) {
    return ComparisonsOps.NE.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x < other`.
  default Tensor lt(Tensor other) {
    return ComparisonsOps.LT.apply(self(), other);
  }

  /// Where `x < value`.
  default Tensor lt(double value) {
    return ComparisonsOps.LT.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x < value`.
  default Tensor lt(long value) {
    return ComparisonsOps.LT.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x ≤ other`.
  default Tensor le(Tensor other) {
    return ComparisonsOps.LE.apply(self(), other);
  }

  /// Where `x ≤ value`.
  default Tensor le(double value) {
    return ComparisonsOps.LE.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x ≤ value`.
  default Tensor le(long value) {
    return ComparisonsOps.LE.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x > other`.
  default Tensor gt(Tensor other) {
    return ComparisonsOps.GT.apply(self(), other);
  }

  /// Where `x > value`.
  default Tensor gt(double value) {
    return ComparisonsOps.GT.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x > value`.
  default Tensor gt(long value) {
    return ComparisonsOps.GT.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x ≥ other`.
  default Tensor ge(Tensor other) {
    return ComparisonsOps.GE.apply(self(), other);
  }

  /// Where `x ≥ value`.
  default Tensor ge(double value) {
    return ComparisonsOps.GE.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where `x ≥ value`.
  default Tensor ge(long value) {
    return ComparisonsOps.GE.apply(self(), Elementwise.scalar(self(), value));
  }

  /// Where both differ from zero.
  default Tensor logicalAnd(Tensor other) {
    return ComparisonsOps.LOGICAL_AND.apply(self(), other);
  }

  /// Where at least one differs from zero.
  default Tensor logicalOr(Tensor other) {
    return ComparisonsOps.LOGICAL_OR.apply(self(), other);
  }

  /// Where exactly one differs from zero.
  default Tensor logicalXor(Tensor other) {
    return ComparisonsOps.LOGICAL_XOR.apply(self(), other);
  }

  /// Where `x` is zero or false.
  default Tensor logicalNot() {
    return eq(0);
  }

  /// Where `x` is not a number.
  default Tensor isnan() {
    return ne(self());
  }

  /// Where `x` is infinite.
  default Tensor isinf() {
    return eq(Double.POSITIVE_INFINITY).logicalOr(eq(Double.NEGATIVE_INFINITY));
  }

  /// Where `x` is neither infinite nor NaN.
  default Tensor isfinite() {
    return isinf().logicalOr(isnan()).logicalNot();
  }

  /// True if shapes, types and all elements are equal; NaN equals nothing.
  default boolean equal(Tensor other) {
    return self().shape().equals(other.shape())
        && self().dtype() == other.dtype()
        && eq(other).all().item() != 0;
  }

  /// True if `|x − y| ≤ 1e-8 + 1e-5·|y|` everywhere; NaN is close to nothing.
  default boolean allclose(Tensor other) {
    return allclose(other, 1e-5, 1e-8);
  }

  /// True if `|x − y| ≤ atol + rtol·|y|` everywhere, or both are the same infinity.
  default boolean allclose(Tensor other, double rtol, double atol) {
    return isclose(other, rtol, atol, false).all().item() != 0;
  }

  /// Where `|x − y| ≤ atol + rtol·|y|`, or both are the same infinity, or, with `equalNan`, both NaN.
  default Tensor isclose(Tensor other, double rtol, double atol, boolean equalNan) {
    Tensor x = self().detach().to(DType.FLOAT64);
    Tensor y = other.detach().to(DType.FLOAT64);
    Tensor bound = y.abs().mul(rtol).add(atol);
    Tensor close = x.sub(y).abs().le(bound).logicalAnd(y.isfinite()).logicalOr(x.eq(y));
    return equalNan ? close.logicalOr(x.isnan().logicalAnd(y.isnan())) : close;
  }
}

/// What [Comparisons] applies: formulas and gradients.
final class ComparisonsOps {
  /// `x = y`.
  static final Comparison EQ = new Comparison("eq", (x, y) -> x == y, (x, y) -> x == y);

  /// `x ≠ y`.
  static final Comparison NE = new Comparison("ne", (x, y) -> x != y, (x, y) -> x != y);

  /// `x < y`.
  static final Comparison LT = new Comparison("lt", (x, y) -> x < y, (x, y) -> x < y);

  /// `x ≤ y`.
  static final Comparison LE = new Comparison("le", (x, y) -> x <= y, (x, y) -> x <= y);

  /// `x > y`.
  static final Comparison GT = new Comparison("gt", (x, y) -> x > y, (x, y) -> x > y);

  /// `x ≥ y`.
  static final Comparison GE = new Comparison("ge", (x, y) -> x >= y, (x, y) -> x >= y);

  /// Whether both of `x`, `y` differ from zero.
  static final Comparison LOGICAL_AND =
      new Comparison("logical_and", (x, y) -> x != 0 && y != 0, (x, y) -> x != 0 && y != 0);

  /// Whether either of `x`, `y` differ from zero.
  static final Comparison LOGICAL_OR =
      new Comparison("logical_or", (x, y) -> x != 0 || y != 0, (x, y) -> x != 0 || y != 0);

  /// Whether exactly one of `x`, `y` differ from zero.
  static final Comparison LOGICAL_XOR =
      new Comparison("logical_xor", (x, y) -> (x != 0) != (y != 0), (x, y) -> (x != 0) != (y != 0));

  private ComparisonsOps() {}
}
