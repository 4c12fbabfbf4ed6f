package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;
import static thalweg.runtime.Saved.Z;

import thalweg.runtime.Binary;
import thalweg.runtime.Elementwise;
import thalweg.runtime.Ternary;
import thalweg.runtime.Unary;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Magnitudes, signs and bounds of elements; broadcasting and types are as in [Arithmetic]. NaN stays
/// NaN. Names are those of `torch`.
public sealed interface Bounds permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `−x`.
  default Tensor neg() {
    return BoundsOps.NEG.apply(self());
  }

  /// `|x|`.
  default Tensor abs() {
    return BoundsOps.ABS.apply(self());
  }

  /// −1, 0 or 1 (0 for NaN).
  default Tensor sign() {
    return BoundsOps.SIGN.apply(self());
  }

  /// The larger of each pair; where they are equal each takes half of the gradient.
  default Tensor maximum(Tensor other) {
    return BoundsOps.MAXIMUM.apply(self(), other);
  }

  /// The smaller of each pair; where they are equal each takes half of the gradient.
  default Tensor minimum(Tensor other) {
    return BoundsOps.MINIMUM.apply(self(), other);
  }

  /// `min(max(x, lower), upper)`; elements outside take no gradient.
  default Tensor clamp(double lower, double upper) {
    return clampToNumbers(
        Arguments.of("min", lower, "max", upper),
        Elementwise.scalar(self(), lower),
        Elementwise.scalar(self(), upper));
  }

  /// `min(max(x, lower), upper)`; integers stay integers.
  default Tensor clamp(long lower, long upper) {
    return clampToNumbers(
        Arguments.of("min", lower, "max", upper),
        Elementwise.scalar(self(), lower),
        Elementwise.scalar(self(), upper));
  }

  /// `max(x, lower)`; without effect if `lower` is NaN.
  default Tensor clampMin(double lower) {
    return BoundsOps.CLAMP_MIN.apply(self(), "min", lower);
  }

  /// `max(x, lower)`; integers stay integers.
  default Tensor clampMin(long lower) {
    return self().dtype().isFloating() ? clampMin((double) lower) : clamp(lower, Long.MAX_VALUE);
  }

  /// `min(x, upper)`; without effect if `upper` is NaN.
  default Tensor clampMax(double upper) {
    return BoundsOps.CLAMP_MAX.apply(self(), "max", upper);
  }

  /// `min(x, upper)`; integers stay integers.
  default Tensor clampMax(long upper) {
    return self().dtype().isFloating() ? clampMax((double) upper) : clamp(Long.MIN_VALUE, upper);
  }

  private Tensor clampToNumbers(Arguments bounds, Tensor lower, Tensor upper) {
    return BoundsOps.CLAMP.with(bounds).apply(DType.ofResult(self(), lower), self(), lower, upper);
  }

  /// `min(max(x, lower), upper)`, each element with bounds of its own; all broadcast.
  default Tensor clamp(Tensor lower, Tensor upper) {
    DType dtype = DType.ofResult(self(), lower);
    return BoundsOps.CLAMP_TENSOR.apply(dtype.promote(upper.dtype()), self(), lower, upper);
  }
}

/// What [Bounds] applies: formulas and gradients.
final class BoundsOps {
  /// The larger; NaN if either is.
  static final Binary MAXIMUM =
      Binary.of("maximum", Math::max)
          .integer(Math::max)
          .truths()
          .dx(X | Y, (s, g) -> share(g, s.x(), s.y()))
          .dy(X | Y, (s, g) -> share(g, s.y(), s.x()));

  /// The smaller; NaN if either is.
  static final Binary MINIMUM =
      Binary.of("minimum", Math::min)
          .integer(Math::min)
          .truths()
          .dx(X | Y, (s, g) -> share(g, s.y(), s.x()))
          .dy(X | Y, (s, g) -> share(g, s.x(), s.y()));

  /// `max(x, lower)` for a number, which has no effect if it is NaN.
  static final Binary CLAMP_MIN =
      Binary.of("clamp", (x, lower) -> x < lower ? lower : x)
          .gradName("ClampBackward1")
          .dx(X | Y, (s, g) -> g.maskedFill(s.x().ge(s.y()).logicalNot(), 0));

  /// `min(x, upper)` for a number, which has no effect if it is NaN.
  static final Binary CLAMP_MAX =
      Binary.of("clamp", (x, upper) -> x > upper ? upper : x)
          .gradName("ClampBackward1")
          .dx(X | Y, (s, g) -> g.maskedFill(s.x().le(s.y()).logicalNot(), 0));

  /// `min(max(x, lower), upper)`.
  static final Ternary CLAMP =
      Ternary.of("clamp", (x, lower, upper) -> Math.min(Math.max(x, lower), upper))
          .gradName("ClampBackward1")
          .integer((x, lower, upper) -> Math.min(Math.max(x, lower), upper))
          .dx(
              X | Y | Z,
              (s, g) ->
                  g.maskedFill(
                      s.x().ge(s.y()).logicalAnd(s.x().le(s.z())).logicalNot(), 0));

  /// [#CLAMP] with tensors as bounds, which take the gradient where they hold.
  static final Ternary CLAMP_TENSOR =
      CLAMP
          .gradName("ClampBackward0")
          .dy(
              X | Y | Z,
              (s, g) -> g.maskedFill(s.x().lt(s.y()).logicalAnd(s.y().lt(s.z())).logicalNot(), 0))
          .dz(
              X | Y | Z,
              (s, g) -> g.maskedFill(s.x().gt(s.z()).logicalOr(s.z().lt(s.y())).logicalNot(), 0));

  /// `−x`.
  static final Unary NEG = Unary.of("neg", x -> -x).integer(x -> -x).dx(NOTHING, (s, g) -> g.neg());

  /// `|x|`; its derivative at 0 is taken as 0.
  static final Unary ABS =
      Unary.of("abs", Math::abs).integer(Math::abs).dx(X, (s, g) -> g.mul(s.x().sign()));

  /// −1, 0 or 1.
  static final Unary SIGN =
      Unary.of("sign", x -> x > 0 ? 1 : x < 0 ? -1 : 0)
          .integer(Long::signum)
          .truths()
          .dx(NOTHING, (s, g) -> Tensors.zerosLike(g));

  private BoundsOps() {}

  /// The gradient of the first of two compared operands: all where it won, half where they are equal.
  private static Tensor share(Tensor g, Tensor winner, Tensor loser) {
    return Tensors.where(winner.eq(loser), g.div(2), g).maskedFill(winner.lt(loser), 0);
  }
}
