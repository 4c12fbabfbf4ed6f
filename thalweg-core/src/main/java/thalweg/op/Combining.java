package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;
import static thalweg.runtime.Saved.Z;

import thalweg.cpu.math.Exponentials;
import thalweg.cpu.math.Logarithms;
import thalweg.runtime.Binary;
import thalweg.runtime.Elementwise;
import thalweg.runtime.Structural;
import thalweg.runtime.Ternary;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Formulas of several operands that are more than arithmetic; broadcasting and types are as in [Arithmetic].
/// Names are those of `torch`.
public sealed interface Combining permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `x + weight·(end − x)`: from this towards `end`.
  default Tensor lerp(Tensor end, Tensor weight) {
    return CombiningOps.LERP.apply(DType.ofResult(self(), end), self(), end, weight);
  }

  /// `x + weight·(end − x)`: from this towards `end`.
  default Tensor lerp(Tensor end, double weight) {
    return CombiningOps.LERP.with(Arguments.of("weight", weight))
        .apply(DType.ofResult(self(), end), self(), end, Elementwise.scalar(self(), weight));
  }

  /// `ln(eˣ + e^other)`, stable for any size.
  default Tensor logaddexp(Tensor other) {
    return CombiningOps.LOGADDEXP.apply(self(), other);
  }

  /// `x·ln(other)`, and 0 where `x` is 0.
  default Tensor xlogy(Tensor other) {
    return CombiningOps.XLOGY.apply(self(), other);
  }

  /// `|x|` with the sign of `other`, of −0 too; integers give `float32`.
  default Tensor copysign(Tensor other) {
    return CombiningOps.COPYSIGN.apply(self(), other);
  }

  /// `√(x² + other²)`, without overflow on the way.
  default Tensor hypot(Tensor other) {
    return CombiningOps.HYPOT.apply(self(), other);
  }

  /// The step at 0: 0 below, 1 above, `values` at 0 itself; takes no gradient.
  default Tensor heaviside(Tensor values) {
    return CombiningOps.HEAVISIDE.apply(self().detach(), values.detach());
  }

  /// `⌊x / other⌋`.
  ///
  /// @throws ArithmeticException for integers, where `other` has a zero
  default Tensor floorDivide(Tensor other) {
    return self().div(other, Arithmetic.Rounding.FLOOR);
  }

  /// 0 for NaN, and the largest numbers of the type for the infinities.
  default Tensor nanToNum() {
    return nanToNum(0, most(), -most());
  }

  private double most() {
    return self().dtype() == DType.FLOAT64 ? Double.MAX_VALUE : Float.MAX_VALUE;
  }

  /// `nan` for NaN, `posinf` for ∞, `neginf` for −∞; these take no gradient.
  default Tensor nanToNum(double nan, double posinf, double neginf) {
    Tensor x = self();
    Tensor values = x.detach();
    Tensor finite =
        values
            .maskedFill(values.isnan(), nan)
            .maskedFill(values.eq(Double.POSITIVE_INFINITY), posinf)
            .maskedFill(values.eq(Double.NEGATIVE_INFINITY), neginf);
    return Structural.of(
            "nan_to_num",
            "NanToNumBackward0",
            Arguments.of(
                "nan", Arguments.unless(0.0, nan),
                "posinf", Arguments.unless(most(), posinf),
                "neginf", Arguments.unless(-most(), neginf)),
            X,
            (s, g) -> g.maskedFill(s.x().isfinite().logicalNot(), 0))
        .record(finite, x);
  }

  /// From degrees to radians: `x·π/180`.
  default Tensor deg2rad() {
    return angle("deg2rad", "Deg2RadBackward0", Math.PI / 180);
  }

  /// From radians to degrees: `x·180/π`.
  default Tensor rad2deg() {
    return angle("rad2deg", "Rad2DegBackward0", 180 / Math.PI);
  }

  private Tensor angle(String name, String gradName, double factor) {
    return Structural.of(name, gradName, Arguments.NONE, NOTHING, (s, g) -> g.mul(factor))
        .record(self().detach().mul(factor), self());
  }
}

/// What [Combining] applies: formulas and gradients.
final class CombiningOps {
  /// `x + w·(y − x)`, reckoned from the nearer end.
  static final Ternary LERP =
      Ternary.of("lerp", (x, y, w) -> Math.abs(w) < 0.5 ? x + w * (y - x) : y - (y - x) * (1 - w))
          .gradName("LerpBackward1")
          .dx(Z, (s, g) -> g.mul(s.z().rsub(1)))
          .dy(Z, (s, g) -> g.mul(s.z()))
          .dz(X | Y, (s, g) -> g.mul(s.y().sub(s.x())));

  /// `ln(eˣ + eʸ)`.
  static final Binary LOGADDEXP =
      Binary.of("logaddexp", CombiningOps::logaddexp)
          .dx(X | OUT, (s, g) -> g.mul(s.x().sub(s.out()).exp()))
          .dy(Y | OUT, (s, g) -> g.mul(s.y().sub(s.out()).exp()));

  /// `x·ln y`, and 0 for `x = 0`, unless `y` is NaN.
  static final Binary XLOGY =
      Binary.of("xlogy", (x, y) -> x == 0 && !Double.isNaN(y) ? 0 : x * Logarithms.log(y))
          .dx(X | Y, (s, g) -> g.mul(s.y().log()).maskedFill(s.x().eq(0).logicalAnd(s.y().le(0)), 0))
          .dy(X | Y, (s, g) -> g.mul(s.x().div(s.y())));

  /// The magnitude of `x` with the sign of `y`.
  static final Binary COPYSIGN =
      Binary.of("copysign", Math::copySign)
          .dx(
              X | OUT,
              (s, g) -> g.mul(s.out().div(s.x()).maskedFill(s.x().eq(0), 0)))
          .dy(NOTHING, (s, g) -> Tensors.zerosLike(g));

  /// `√(x² + y²)`.
  static final Binary HYPOT =
      Binary.of("hypot", Math::hypot)
          .dx(X | OUT, (s, g) -> g.mul(s.x().div(s.out())))
          .dy(Y | OUT, (s, g) -> g.mul(s.y().div(s.out())));

  /// 0 below 0, 1 above, and `y` at 0; 0 for NaN, as in PyTorch.
  static final Binary HEAVISIDE =
      Binary.of("heaviside", (x, y) -> x == 0 ? y : x > 0 ? 1 : 0)
          .integer((x, y) -> x == 0 ? y : x > 0 ? 1 : 0)
          .truths();

  private CombiningOps() {}

  /// `max + ln(1 + e^−|x − y|)`; of two equal infinities the infinity.
  static double logaddexp(double x, double y) {
    if (Double.isInfinite(x) && x == y) {
      return x;
    }
    return Math.max(x, y) + Logarithms.log1p(Exponentials.exp(-Math.abs(x - y)));
  }
}
