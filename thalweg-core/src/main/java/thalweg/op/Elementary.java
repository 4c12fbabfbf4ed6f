package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;

import thalweg.cpu.math.ErrorFunctions;
import thalweg.cpu.math.Exponentials;
import thalweg.cpu.math.Hyperbolics;
import thalweg.cpu.math.InverseTrigonometry;
import thalweg.cpu.math.Logarithms;
import thalweg.cpu.math.Powers;
import thalweg.cpu.math.Trigonometry;
import thalweg.runtime.Binary;
import thalweg.runtime.Elementwise;
import thalweg.runtime.Structural;
import thalweg.runtime.Unary;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The elementary functions and roundings, element by element, in the element's precision; integers
/// give `float32`. Domain errors give NaN. Names are those of `torch`.
public sealed interface Elementary permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `eˣ`.
  default Tensor exp() {
    return ElementaryOps.EXP.apply(self());
  }

  /// `eˣ − 1`, exact for small `x`.
  default Tensor expm1() {
    return ElementaryOps.EXPM1.apply(self());
  }

  /// `ln x`.
  default Tensor log() {
    return ElementaryOps.LOG.apply(self());
  }

  /// `ln(1 + x)`, exact for small `x`.
  default Tensor log1p() {
    return ElementaryOps.LOG1P.apply(self());
  }

  /// `log₂ x`.
  default Tensor log2() {
    return ElementaryOps.LOG2.apply(self());
  }

  /// `log₁₀ x`.
  default Tensor log10() {
    return ElementaryOps.LOG10.apply(self());
  }

  /// `√x`.
  default Tensor sqrt() {
    return ElementaryOps.SQRT.apply(self());
  }

  /// `1 / √x`.
  default Tensor rsqrt() {
    return ElementaryOps.RSQRT.apply(self());
  }

  /// `sin x`, radians.
  default Tensor sin() {
    return ElementaryOps.SIN.apply(self());
  }

  /// `cos x`, radians.
  default Tensor cos() {
    return ElementaryOps.COS.apply(self());
  }

  /// `tan x`, radians.
  default Tensor tan() {
    return ElementaryOps.TAN.apply(self());
  }

  /// `arcsin x`, in [−π/2, π/2].
  default Tensor asin() {
    return ElementaryOps.ASIN.apply(self());
  }

  /// `arccos x`, in [0, π].
  default Tensor acos() {
    return ElementaryOps.ACOS.apply(self());
  }

  /// `arctan x`, in (−π/2, π/2).
  default Tensor atan() {
    return ElementaryOps.ATAN.apply(self());
  }

  /// The angle in (−π, π] of the point whose ordinate is `x` and whose abscissa is `other`.
  default Tensor atan2(Tensor other) {
    return ElementaryOps.ATAN2.apply(self(), other);
  }

  /// `(eˣ − e⁻ˣ) / 2`.
  default Tensor sinh() {
    return ElementaryOps.SINH.apply(self());
  }

  /// `(eˣ + e⁻ˣ) / 2`.
  default Tensor cosh() {
    return ElementaryOps.COSH.apply(self());
  }

  /// `tanh x`.
  default Tensor tanh() {
    return ElementaryOps.TANH.apply(self());
  }

  /// `1 / (1 + e⁻ˣ)`.
  default Tensor sigmoid() {
    return ElementaryOps.SIGMOID.apply(self());
  }

  /// The error function.
  default Tensor erf() {
    return ElementaryOps.ERF.apply(self());
  }

  /// The largest whole number not above; its gradient is zero, as of all roundings.
  default Tensor floor() {
    return ElementaryOps.FLOOR.apply(self());
  }

  /// The smallest whole number not below.
  default Tensor ceil() {
    return ElementaryOps.CEIL.apply(self());
  }

  /// The nearest whole number, halves to the even one.
  default Tensor round() {
    return ElementaryOps.ROUND.apply(self());
  }

  /// The nearest number of `decimals` decimals, halves to the even last one: `round(x·10ᵈ) / 10ᵈ` in the
  /// element's precision; negative `decimals` round before the point.
  ///
  /// @throws IllegalArgumentException for integers
  default Tensor round(int decimals) {
    Tensor x = Elementwise.requireFloating("round", self());
    double power = Math.pow(10, Math.abs(decimals));
    Tensor values = x.detach();
    Tensor rounded =
        decimals >= 0 ? values.mul(power).round().div(power) : values.div(power).round().mul(power);
    return Structural.of(
            "round",
            "RoundBackward1",
            Arguments.of("decimals", decimals),
            NOTHING,
            (s, g) -> Tensors.zerosLike(g))
        .record(rounded, x);
  }

  /// Without its fraction.
  default Tensor trunc() {
    return ElementaryOps.TRUNC.apply(self());
  }

  /// The fraction, with the sign of `x`.
  default Tensor frac() {
    return ElementaryOps.FRAC.apply(self());
  }
}

/// What [Elementary] applies: formulas and gradients.
final class ElementaryOps {
  /// `eˣ`.
  static final Unary EXP = Unary.of("exp", Exponentials::exp).dx(OUT, (s, g) -> g.mul(s.out()));

  /// `eˣ − 1`.
  static final Unary EXPM1 = Unary.of("expm1", Exponentials::expm1).dx(OUT, (s, g) -> g.mul(s.out().add(1)));

  /// `ln x`.
  static final Unary LOG = Unary.of("log", Logarithms::log).dx(X, (s, g) -> g.div(s.x()));

  /// `ln(1 + x)`.
  static final Unary LOG1P =
      Unary.of("log1p", Logarithms::log1p)
          // PyTorch's float32 kernel overflows in its last third of a decade; its users see infinity there.
          .single(x -> x > 1e38f ? Float.POSITIVE_INFINITY : (float) Logarithms.log1p(x))
          .dx(X, (s, g) -> g.div(s.x().add(1)));

  /// `log₂ x`.
  static final Unary LOG2 =
      Unary.of("log2", Logarithms::log2).dx(X, (s, g) -> g.div(s.x().mul(0.6931471805599453)));

  /// `log₁₀ x`.
  static final Unary LOG10 =
      Unary.of("log10", Logarithms::log10).dx(X, (s, g) -> g.div(s.x().mul(2.302585092994046)));

  /// `√x`.
  static final Unary SQRT = Unary.of("sqrt", Math::sqrt).dx(OUT, (s, g) -> g.div(s.out().mul(2)));

  /// `1 / √x`.
  static final Unary RSQRT =
      Unary.of("rsqrt", Powers::rsqrt)
          .dx(OUT, (s, g) -> g.mul(-0.5).mul(s.out().pow(3)));

  /// `sin x`, radians.
  static final Unary SIN = Unary.of("sin", Trigonometry::sin).dx(X, (s, g) -> g.mul(s.x().cos()));

  /// `cos x`, radians.
  static final Unary COS = Unary.of("cos", Trigonometry::cos).dx(X, (s, g) -> g.mul(s.x().sin().neg()));

  /// `tan x`, radians.
  static final Unary TAN =
      Unary.of("tan", Trigonometry::tan).dx(OUT, (s, g) -> g.mul(s.out().square().add(1)));

  /// `arcsin x`.
  static final Unary ASIN =
      Unary.of("asin", InverseTrigonometry::asin)
          .dx(X, (s, g) -> g.mul(s.x().square().rsub(1).rsqrt()));

  /// `arccos x`.
  static final Unary ACOS =
      Unary.of("acos", InverseTrigonometry::acos)
          .dx(X, (s, g) -> g.neg().mul(s.x().square().rsub(1).rsqrt()));

  /// `arctan x`.
  static final Unary ATAN =
      Unary.of("atan", InverseTrigonometry::atan).dx(X, (s, g) -> g.div(s.x().square().add(1)));

  /// The angle of the point `(y, x)`: operands in that order.
  static final Binary ATAN2 =
      Binary.of("atan2", InverseTrigonometry::atan2)
          .dx(X | Y, (s, g) -> g.mul(s.y().div(s.x().square().add(s.y().square()))))
          .dy(X | Y, (s, g) -> g.mul(s.x().neg().div(s.x().square().add(s.y().square()))));

  /// `(eˣ − e⁻ˣ) / 2`.
  static final Unary SINH = Unary.of("sinh", Hyperbolics::sinh).dx(X, (s, g) -> g.mul(s.x().cosh()));

  /// `(eˣ + e⁻ˣ) / 2`.
  static final Unary COSH = Unary.of("cosh", Hyperbolics::cosh).dx(X, (s, g) -> g.mul(s.x().sinh()));

  /// `tanh x`.
  static final Unary TANH =
      Unary.of("tanh", Hyperbolics::tanh).dx(OUT, (s, g) -> g.mul(s.out().square().rsub(1)));

  /// `1 / (1 + e⁻ˣ)`.
  static final Unary SIGMOID =
      Unary.of("sigmoid", Exponentials::sigmoid)
          .dx(OUT, (s, g) -> g.mul(s.out().rsub(1).mul(s.out())));

  /// `2/√π · ∫₀ˣ e^(−t²) dt`.
  static final Unary ERF =
      Unary.of("erf", ErrorFunctions::erf)
          .dx(X, (s, g) -> g.mul(s.x().square().neg().exp().mul(1.1283791670955126)));

  /// The largest whole number not above.
  static final Unary FLOOR =
      Unary.of("floor", Math::floor).integer(x -> x).dx(NOTHING, (s, g) -> Tensors.zerosLike(g));

  /// The smallest whole number not below.
  static final Unary CEIL =
      Unary.of("ceil", Math::ceil).integer(x -> x).dx(NOTHING, (s, g) -> Tensors.zerosLike(g));

  /// The nearest whole number, halves to the even one.
  static final Unary ROUND =
      Unary.of("round", Math::rint).integer(x -> x).dx(NOTHING, (s, g) -> Tensors.zerosLike(g));

  /// Without its fraction.
  static final Unary TRUNC =
      Unary.of("trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x))
          .integer(x -> x)
          .dx(NOTHING, (s, g) -> Tensors.zerosLike(g));

  /// The fraction: `x − trunc(x)`.
  static final Unary FRAC =
      Unary.of("frac", x -> x - (x < 0 ? Math.ceil(x) : Math.floor(x)))
          .dx(NOTHING, (s, g) -> g);

  private ElementaryOps() {}
}
