package thalweg.kernel;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/// The functional interfaces that the JDK lacks, and the loops made from formulas.
public final class Formula {
  private Formula() {}

  /// A formula of one float evaluated in its own precision.
  ///
  /// Without one, `float32` is computed by the formula for doubles and rounded. It is needed where that would
  /// round another way (`trunc(1f / 0.1f)` is 10, in doubles 9), and worth having where it gives the same bits:
  /// a sum, difference, product, quotient or root of two floats is the same by way of doubles, which takes three
  /// times as long.
  public interface FloatUnary {
    float apply(float x);
  }

  /// A formula of two floats; see [FloatUnary].
  public interface FloatBinary {
    float apply(float x, float y);
  }

  /// A formula of three floats; see [FloatUnary].
  public interface FloatTernary {
    float apply(float x, float y, float z);
  }

  /// A formula of three doubles.
  public interface DoubleTernary {
    double apply(double x, double y, double z);
  }

  /// A formula of four doubles.
  public interface DoubleQuaternary {
    double apply(double x, double y, double z, double w);
  }

  /// A formula of four floats; see [FloatUnary].
  public interface FloatQuaternary {
    float apply(float x, float y, float z, float w);
  }

  /// A formula of three longs.
  public interface LongTernary {
    long apply(long x, long y, long z);
  }

  /// A question about two doubles.
  public interface DoubleRelation {
    boolean test(double x, double y);
  }

  /// A question about two longs.
  public interface LongRelation {
    boolean test(long x, long y);
  }

  /// An elementwise loop: operand 0 of `rows` is `out`, the others are `operands`, arrays of one type.
  public interface Loop {
    void run(Rows rows, Object out, Object... operands);
  }

  /// The loop of a formula of one variable; `single` (for float32) and `integer` may be null.
  public static Loop unary(DoubleUnaryOperator real, FloatUnary single, LongUnaryOperator integer) {
    return new LateLoop(
        UnaryLoop.class,
        new Class<?>[] {DoubleUnaryOperator.class, FloatUnary.class, LongUnaryOperator.class},
        new UnaryLoop(real, single, integer),
        real,
        single,
        integer);
  }

  /// The loop of a formula of two variables; `single` (for float32) and `integer` may be null.
  public static Loop binary(DoubleBinaryOperator real, FloatBinary single, LongBinaryOperator integer) {
    return new LateLoop(
        BinaryLoop.class,
        new Class<?>[] {DoubleBinaryOperator.class, FloatBinary.class, LongBinaryOperator.class},
        new BinaryLoop(real, single, integer),
        real,
        single,
        integer);
  }

  /// The loop of a formula of three variables; `single` (for float32) and `integer` may be null.
  public static Loop ternary(DoubleTernary real, FloatTernary single, LongTernary integer) {
    return new LateLoop(
        TernaryLoop.class,
        new Class<?>[] {DoubleTernary.class, FloatTernary.class, LongTernary.class},
        new TernaryLoop(real, single, integer),
        real,
        single,
        integer);
  }

  /// The loop of a formula of four variables, the last of which is one number.
  public static Loop update(DoubleQuaternary real, FloatQuaternary single) {
    return new LateLoop(
        UpdateLoop.class,
        new Class<?>[] {DoubleQuaternary.class, FloatQuaternary.class},
        new UpdateLoop(real, single),
        real,
        single);
  }

  /// The loop of a comparison, whose result is `bool`.
  public static Loop relation(DoubleRelation real, LongRelation integer) {
    return new LateLoop(
        RelationLoop.class,
        new Class<?>[] {DoubleRelation.class, LongRelation.class},
        new RelationLoop(real, integer),
        real,
        integer);
  }
}
