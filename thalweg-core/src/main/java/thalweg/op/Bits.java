package thalweg.op;

import thalweg.runtime.Binary;
import thalweg.tensor.Tensor;

/// Whole numbers bit by bit, and truth values; broadcasting and types are as in [Arithmetic]. Names are those of
/// `torch`.
public sealed interface Bits permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `x & other`.
  ///
  /// @throws IllegalArgumentException for floating tensors, which have no bits to speak of
  default Tensor bitwiseAnd(Tensor other) {
    return apply(BitsOps.BITWISE_AND, other);
  }

  /// `x | other`; as [#bitwiseAnd].
  default Tensor bitwiseOr(Tensor other) {
    return apply(BitsOps.BITWISE_OR, other);
  }

  /// `x ^ other`; as [#bitwiseAnd].
  default Tensor bitwiseXor(Tensor other) {
    return apply(BitsOps.BITWISE_XOR, other);
  }

  /// `~x`: of integers `−x − 1`, of truth values the opposite.
  default Tensor bitwiseNot() {
    requireBits("bitwise_not", self());
    return switch (self().dtype()) {
      case BOOL -> self().logicalNot();
      default -> self().neg().sub(1);
    };
  }

  private Tensor apply(Binary op, Tensor other) {
    requireBits(op.name(), self());
    requireBits(op.name(), other);
    return op.apply(self(), other);
  }

  private static void requireBits(String op, Tensor x) {
    if (x.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "%s: needs integers or truth values, not %s of shape %s; convert it with to(DType.INT64)"
              .formatted(op, x.dtype(), x.shape().tuple()));
    }
  }
}

/// What [Bits] applies: formulas and gradients.
final class BitsOps {
  /// 1 where both have 1.
  static final Binary BITWISE_AND =
      Binary.of("bitwise_and", (x, y) -> Double.NaN).integer((x, y) -> x & y).truths();

  /// 1 where either has 1.
  static final Binary BITWISE_OR =
      Binary.of("bitwise_or", (x, y) -> Double.NaN).integer((x, y) -> x | y).truths();

  /// 1 where exactly one has 1.
  static final Binary BITWISE_XOR =
      Binary.of("bitwise_xor", (x, y) -> Double.NaN).integer((x, y) -> x ^ y).truths();

  private BitsOps() {}
}
