package thalweg.op;

import thalweg.cpu.loop.Formula;

/// What optimisers do to a parameter and to what they remember of it, in one pass over memory each: two or three
/// operations in place that follow one another, with every rounding of theirs.
final class Updates {
  /// `x·scale`, `+ alpha·y`.
  static final Formula.Loop MUL_ADD =
      new Formula.Update(
          (x, y, scale, alpha) -> Math.fma(alpha, y, x * scale),
          (x, y, scale, alpha) -> Math.fma(alpha, y, x * scale))
          .loop();

  /// `x·scale`, `+ (alpha·y)·y`.
  static final Formula.Loop MUL_ADD_SQUARE =
      new Formula.Update(
          (x, y, scale, alpha) -> Math.fma(y * alpha, y, x * scale),
          (x, y, scale, alpha) -> Math.fma(y * alpha, y, x * scale))
          .loop();

  /// `x + (alpha·y)·z`.
  static final Formula.Loop ADD_PRODUCT =
      new Formula.Update(
          (x, y, z, alpha) -> Math.fma(y * alpha, z, x),
          (x, y, z, alpha) -> Math.fma(y * alpha, z, x))
          .loop();

  /// `x + (alpha·y) / z`.
  static final Formula.Loop ADD_QUOTIENT =
      new Formula.Update(
          (x, y, z, alpha) -> x + y * alpha / z,
          (x, y, z, alpha) -> x + y * alpha / z)
          .loop();

  private Updates() {}
}
