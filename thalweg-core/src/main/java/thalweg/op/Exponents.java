package thalweg.op;

import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;

import thalweg.cpu.math.Powers;
import thalweg.runtime.Binary;
import thalweg.runtime.Unary;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Powers and reciprocals of elements; broadcasting and types are as in [Arithmetic].
public sealed interface Exponents permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `x` to the power of each element of `exponent`. Integers stay integers: a negative power that is no
  /// integer is cut off to 0.
  default Tensor pow(Tensor exponent) {
    return ExponentsOps.POW_TENSOR.apply(self(), exponent);
  }

  /// `x` to the power `exponent`.
  default Tensor pow(double exponent) {
    return ExponentsOps.POW.apply(self(), "exponent", exponent);
  }

  /// `x` to the power `exponent`; integers stay integers.
  ///
  /// @throws ArithmeticException for integers with a negative exponent
  default Tensor pow(long exponent) {
    if (exponent < 0 && !self().dtype().isFloating()) {
      throw new ArithmeticException(
          "pow: an integer to the negative power %d is no integer; convert with to(DType.FLOAT32)"
              .formatted(exponent));
    }
    return ExponentsOps.POW.apply(self(), "exponent", exponent);
  }

  /// `x²`.
  default Tensor square() {
    return pow(2);
  }

  /// `1 / x`.
  default Tensor reciprocal() {
    return ExponentsOps.RECIPROCAL.apply(self());
  }
}

/// What [Exponents] applies: formulas and gradients.
final class ExponentsOps {
  /// `xʸ` for a number `y`.
  static final Binary POW =
      Binary.of("pow", ExponentsOps::power)
          .integer(ExponentsOps::power)
          .dx(
              X | Y,
              (s, g) ->
                  s.y().item() == 0
                      ? Tensors.zerosLike(g)
                      : g.mul(ExponentsOps.POW.apply(s.x(), s.y().sub(1)).mul(s.y())));

  /// `xʸ` for a tensor `y`.
  static final Binary POW_TENSOR =
      Binary.of("pow", Powers::pow)
          .gradName("PowBackward1")
          .integer(ExponentsOps::power)
          .dx(X | Y, (s, g) -> powGradient(s.x(), s.y(), g))
          .dy(
              X | Y | OUT,
              (s, g) ->
                  g.mul(s.out().mul(s.x().log()))
                      .maskedFill(s.x().eq(0).logicalAnd(s.y().ge(0)), 0));

  /// `1 / x`.
  static final Unary RECIPROCAL =
      Unary.of("reciprocal", x -> 1 / x)
          .dx(OUT, (s, g) -> g.neg().mul(s.out().mul(s.out())));

  private ExponentsOps() {}

  /// The exponents that formulas are full of, and the roots, are exact or rounded once or twice.
  static double power(double x, double y) {
    if (y == 1) {
      return x;
    }
    if (y == 2) {
      return x * x;
    }
    if (y == 3) {
      return x * x * x;
    }
    if (y == 0.5) {
      return Math.sqrt(x);
    }
    if (y == -0.5) {
      return Powers.rsqrt(x);
    }
    if (y == -1) {
      return 1 / x;
    }
    return y == -2 ? 1 / (x * x) : Powers.pow(x, y);
  }

  /// By repeated squaring, wrapping on overflow. A negative power of 1 or −1 is an integer, of all others
  /// it is cut off to 0.
  static long power(long x, long y) {
    if (y < 0) {
      return x == 1 ? 1 : x == -1 ? (y % 2 == 0 ? 1 : -1) : 0;
    }
    long result = 1;
    for (long square = x, rest = y; rest > 0; rest >>= 1, square *= square) {
      if ((rest & 1) == 1) {
        result *= square;
      }
    }
    return result;
  }

  /// `g·y·xʸ⁻¹`, and 0 for `y = 0` whatever `x` is.
  private static Tensor powGradient(Tensor x, Tensor y, Tensor g) {
    return g.mul(y.mul(POW_TENSOR.apply(x, y.sub(1)))).maskedFill(y.eq(0), 0);
  }
}
