package thalweg.cpu.loop;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import thalweg.cpu.Simd;

/// Formulas of elements, the functional interfaces for them that the JDK lacks, and the loops made from them.
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

  /// A formula of one variable; `single` (for `float32`) and `integer` may be null, here as below.
  public record Unary(DoubleUnaryOperator real, FloatUnary single, LongUnaryOperator integer) {
    /// The loop of the function called `function`: over vectors if it has one and [Simd] is enabled. The bits are
    /// the same.
    public Loop loop(String function) {
      return onVectors(function, new TieredLoop(UnaryLoop.class, this, new UnaryLoop(this)));
    }
  }

  /// A formula of two variables.
  public record Binary(DoubleBinaryOperator real, FloatBinary single, LongBinaryOperator integer) {
    /// As [Unary#loop].
    public Loop loop(String function) {
      return onVectors(function, new TieredLoop(BinaryLoop.class, this, new BinaryLoop(this)));
    }
  }

  /// A formula of three variables.
  public record Ternary(DoubleTernary real, FloatTernary single, LongTernary integer) {
    /// Its loop.
    public Loop loop() {
      return new TieredLoop(TernaryLoop.class, this, new TernaryLoop(this));
    }
  }

  /// A formula of four floating variables, the last of which is one number.
  public record Update(DoubleQuaternary real, FloatQuaternary single) {
    /// Its loop.
    public Loop loop() {
      return new TieredLoop(UpdateLoop.class, this, new UpdateLoop(this));
    }
  }

  /// A comparison, whose result is `bool`.
  public record Relation(DoubleRelation real, LongRelation integer) {
    /// Its loop.
    public Loop loop() {
      return new TieredLoop(RelationLoop.class, this, new RelationLoop(this));
    }
  }

  private static Loop onVectors(String function, Loop loop) {
    return Simd.isEnabled() ? VectorLoops.faster(function, loop) : loop;
  }
}
