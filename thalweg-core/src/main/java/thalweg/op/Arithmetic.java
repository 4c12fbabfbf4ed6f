package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;
import static thalweg.runtime.Saved.Z;

import thalweg.runtime.Binary;
import thalweg.runtime.Elementwise;
import thalweg.runtime.Ternary;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Sums, products and quotients of elements.
///
/// Operands broadcast, `(n, 1)` with `(m)` to `(n, m)`, and are promoted to the common type; a Java
/// number does not raise the precision of a tensor. Names are those of `torch`.
public sealed interface Arithmetic permits Tensor {
  /// How a quotient becomes a whole number.
  enum Rounding {
    /// Towards −∞.
    FLOOR,
    /// Towards 0.
    TRUNC
  }

  private Tensor self() {
    return (Tensor) this;
  }

  /// `x + other`.
  default Tensor add(Tensor other) {
    return ArithmeticOps.ADD.apply(self(), other);
  }

  /// `x + value`.
  default Tensor add(double value) {
    return ArithmeticOps.ADD.apply(self(), "other", value);
  }

  /// `x + value`.
  default Tensor add(long value) {
    return ArithmeticOps.ADD.apply(self(), "other", value);
  }

  /// `x + alpha·other`.
  ///
  /// @throws IllegalArgumentException for integers, whose factor must be whole
  default Tensor add(Tensor other, double alpha) {
    return scaled(ArithmeticOps.ADD_SCALED, other, alpha, Elementwise.factor(ArithmeticOps.ADD.name(), self(), other, alpha));
  }

  /// `x + alpha·other`; integers stay integers.
  default Tensor add(Tensor other, long alpha) {
    return scaled(ArithmeticOps.ADD_SCALED, other, alpha, Elementwise.factor(self(), other, alpha));
  }

  /// `x − other`.
  default Tensor sub(Tensor other) {
    if (other.dtype() == DType.BOOL) {
      throw Elementwise.noTruthValues(ArithmeticOps.SUB.name());
    }
    return differing(ArithmeticOps.SUB).apply(self(), other);
  }

  /// `x − value`.
  default Tensor sub(double value) {
    return differing(ArithmeticOps.SUB).apply(self(), "other", value);
  }

  /// `x − value`.
  default Tensor sub(long value) {
    return differing(ArithmeticOps.SUB).apply(self(), "other", value);
  }

  /// `x − alpha·other`.
  ///
  /// @throws IllegalArgumentException for integers, whose factor must be whole
  default Tensor sub(Tensor other, double alpha) {
    return scaled(ArithmeticOps.SUB_SCALED, other, alpha, Elementwise.factor(ArithmeticOps.SUB.name(), self(), other, alpha));
  }

  /// `x − alpha·other`; integers stay integers.
  default Tensor sub(Tensor other, long alpha) {
    return scaled(ArithmeticOps.SUB_SCALED, other, alpha, Elementwise.factor(self(), other, alpha));
  }

  private Tensor scaled(Ternary op, Tensor other, Number alpha, Tensor factor) {
    return op.with(Arguments.of("alpha", alpha)).apply(DType.ofResult(self(), other), self(), other, factor);
  }

  /// `value − x`.
  default Tensor rsub(double value) {
    return differing(ArithmeticOps.RSUB).apply(self(), "other", value);
  }

  /// `value − x`.
  default Tensor rsub(long value) {
    return differing(ArithmeticOps.RSUB).apply(self(), "other", value);
  }

  /// Truth values have no difference, not even from numbers.
  private Binary differing(Binary op) {
    if (self().dtype() == DType.BOOL) {
      throw Elementwise.noTruthValues(op.name());
    }
    return op;
  }

  /// `x·other`, element by element.
  default Tensor mul(Tensor other) {
    return ArithmeticOps.MUL.apply(self(), other);
  }

  /// `x·value`.
  default Tensor mul(double value) {
    return ArithmeticOps.MUL.apply(self(), "other", value);
  }

  /// `x·value`.
  default Tensor mul(long value) {
    return ArithmeticOps.MUL.apply(self(), "other", value);
  }

  /// `x / other`; integers give `float32`.
  default Tensor div(Tensor other) {
    return ArithmeticOps.DIV.apply(self(), other);
  }

  /// `x / value`.
  default Tensor div(double value) {
    return ArithmeticOps.DIV.apply(self(), "other", value);
  }

  /// `x / value`; integers give `float32`.
  default Tensor div(long value) {
    return ArithmeticOps.DIV.apply(self(), "other", value);
  }

  /// `x + value·a·b`: PyTorch's `addcmul`. All broadcast.
  default Tensor addcmul(Tensor a, Tensor b, double value) {
    Tensor scaled = a.mul(value);
    DType common = DType.ofResult(self(), scaled).promote(DType.ofResult(self(), b));
    return ArithmeticOps.ADD_PRODUCT.apply(common, self(), scaled, b);
  }

  /// `x + value·a / b`: PyTorch's `addcdiv`. All broadcast.
  default Tensor addcdiv(Tensor a, Tensor b, double value) {
    return self().add(a.mul(value).div(b));
  }

  /// `x / other` rounded to a whole number, in the operands' type.
  ///
  /// @throws ArithmeticException for integers, where `other` has a zero
  default Tensor div(Tensor other, Rounding rounding) {
    return (rounding == Rounding.FLOOR ? ArithmeticOps.DIV_FLOOR : ArithmeticOps.DIV_TRUNC).apply(self(), other);
  }

  /// `x − other·⌊x / other⌋`, with the sign of `other`: Python's `%`.
  ///
  /// @throws ArithmeticException for integers, where `other` has a zero
  default Tensor remainder(Tensor other) {
    return ArithmeticOps.REMAINDER_TENSOR.apply(self(), other);
  }

  /// `x − value·⌊x / value⌋`.
  default Tensor remainder(double value) {
    return ArithmeticOps.REMAINDER.apply(self(), "other", value);
  }

  /// As [#remainder(double)]; integers stay integers.
  ///
  /// @throws ArithmeticException for integers and `value` 0
  default Tensor remainder(long value) {
    return ArithmeticOps.REMAINDER.apply(self(), "other", value);
  }

  /// `x − other·trunc(x / other)`, with the sign of `x`.
  ///
  /// @throws ArithmeticException for integers, where `other` has a zero
  default Tensor fmod(Tensor other) {
    return ArithmeticOps.FMOD_TENSOR.apply(self(), other);
  }

  /// `x − value·trunc(x / value)`.
  default Tensor fmod(double value) {
    return ArithmeticOps.FMOD.apply(self(), "other", value);
  }

  /// As [#fmod(double)]; integers stay integers.
  ///
  /// @throws ArithmeticException for integers and `value` 0
  default Tensor fmod(long value) {
    return ArithmeticOps.FMOD.apply(self(), "other", value);
  }
}

/// What [Arithmetic] applies: formulas and gradients.
final class ArithmeticOps {
  /// `x + y`.
  static final Binary ADD =
      Binary.of("add", (x, y) -> x + y)
          .single((x, y) -> x + y)
          .integer((x, y) -> x + y)
          .truths()
          .dx(NOTHING, (s, g) -> g)
          .dy(NOTHING, (s, g) -> g);

  /// `x − y`.
  static final Binary SUB =
      Binary.of("sub", (x, y) -> x - y)
          .single((x, y) -> x - y)
          .integer((x, y) -> x - y)
          .dx(NOTHING, (s, g) -> g)
          .dy(NOTHING, (s, g) -> g.neg());

  /// `y − x`.
  static final Binary RSUB =
      Binary.of("rsub", (x, y) -> y - x)
          .gradName("RsubBackward1")
          .single((x, y) -> y - x)
          .integer((x, y) -> y - x)
          .dx(NOTHING, (s, g) -> g.neg())
          .dy(NOTHING, (s, g) -> g);

  /// `x + α·y` for a number `α`, rounded once: PyTorch fuses it too, and optimisers live on it.
  static final Ternary ADD_SCALED =
      Ternary.of("add", (x, y, alpha) -> Math.fma(alpha, y, x))
          .single((x, y, alpha) -> Math.fma(alpha, y, x))
          .integer((x, y, alpha) -> x + alpha * y)
          .truths()
          .dx(NOTHING, (s, g) -> g)
          .dy(Z, (s, g) -> g.mul(s.z()));

  /// `x − α·y` for a number `α`, rounded once.
  static final Ternary SUB_SCALED =
      Ternary.of("sub", (x, y, alpha) -> Math.fma(-alpha, y, x))
          .single((x, y, alpha) -> Math.fma(-alpha, y, x))
          .integer((x, y, alpha) -> x - alpha * y)
          .dx(NOTHING, (s, g) -> g)
          .dy(Z, (s, g) -> g.mul(s.z()).neg());

  /// `x + y·z`, rounded once.
  static final Ternary ADD_PRODUCT =
      Ternary.of("addcmul", (x, y, z) -> Math.fma(y, z, x))
          .single((x, y, z) -> Math.fma(y, z, x))
          .dx(NOTHING, (s, g) -> g)
          .dy(Z, (s, g) -> g.mul(s.z()))
          .dz(Y, (s, g) -> g.mul(s.y()));

  /// `x·y`.
  static final Binary MUL =
      Binary.of("mul", (x, y) -> x * y)
          .single((x, y) -> x * y)
          .integer((x, y) -> x * y)
          .truths()
          .dx(Y, (s, g) -> g.mul(s.y()))
          .dy(X, (s, g) -> g.mul(s.x()));

  /// `x / y`; integers give `float32`.
  static final Binary DIV =
      Binary.of("div", (x, y) -> x / y)
          .single((x, y) -> x / y)
          .dx(Y, (s, g) -> g.div(s.y()))
          .dy(X | Y, (s, g) -> g.neg().mul(s.x().div(s.y()).div(s.y())));

  /// `⌊x / y⌋`.
  static final Binary DIV_FLOOR =
      Binary.of("div", ArithmeticOps::floorDivide)
          .gradName("DivBackward2")
          .integer((x, y) -> Math.floorDiv(x, nonZero("div", y)))
          .dx(NOTHING, (s, g) -> Tensors.zerosLike(g))
          .dy(NOTHING, (s, g) -> Tensors.zerosLike(g))
          .with(Arguments.of("rounding_mode", "floor"));

  /// `x / y` with its fraction cut off.
  static final Binary DIV_TRUNC =
      Binary.of("div", (x, y) -> truncate(x / y))
          .gradName("DivBackward2")
          .single((x, y) -> (float) truncate(x / y))
          .integer((x, y) -> x / nonZero("div", y))
          .dx(NOTHING, (s, g) -> Tensors.zerosLike(g))
          .dy(NOTHING, (s, g) -> Tensors.zerosLike(g))
          .with(Arguments.of("rounding_mode", "trunc"));

  /// `x − y·⌊x / y⌋` for a number `y`: Python's `%`, with the sign of `y`.
  static final Binary REMAINDER =
      Binary.of("remainder", ArithmeticOps::floorRemainder)
          .integer((x, y) -> Math.floorMod(x, nonZero("remainder", y)))
          .dx(NOTHING, (s, g) -> g);

  /// [#REMAINDER] for a tensor `y`.
  static final Binary REMAINDER_TENSOR =
      REMAINDER
          .gradName("RemainderBackward1")
          .dy(X | Y, (s, g) -> g.neg().mul(s.x().div(s.y(), Arithmetic.Rounding.FLOOR)));

  /// `x − y·trunc(x / y)` for a number `y`: C's `fmod`, with the sign of `x`.
  static final Binary FMOD =
      Binary.of("fmod", (x, y) -> x % y)
          .integer((x, y) -> x % nonZero("fmod", y))
          .dx(NOTHING, (s, g) -> g);

  /// [#FMOD] for a tensor `y`.
  static final Binary FMOD_TENSOR =
      FMOD.gradName("FmodBackward1")
          .dy(X | Y, (s, g) -> g.neg().mul(s.x().div(s.y(), Arithmetic.Rounding.TRUNC)));

  private ArithmeticOps() {}

  private static long nonZero(String op, long divisor) {
    if (divisor == 0) {
      throw new ArithmeticException(
          op + ": integer division by zero; convert to a floating type for infinities");
    }
    return divisor;
  }

  private static double truncate(double x) {
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  /// From the exact remainder, so that rounding of `x / y` cannot reach the next whole number.
  private static double floorDivide(double x, double y) {
    if (y == 0) {
      return x / y;
    }
    double remainder = x % y;
    double quotient = (x - remainder) / y;
    if (remainder != 0 && (y < 0) != (remainder < 0)) {
      quotient -= 1;
    }
    return quotient == 0 ? Math.copySign(0, x / y) : Math.rint(quotient);
  }

  private static double floorRemainder(double x, double y) {
    double remainder = x % y;
    return remainder != 0 && (y < 0) != (remainder < 0) ? remainder + y : remainder;
  }
}
