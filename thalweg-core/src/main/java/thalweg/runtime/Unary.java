package thalweg.runtime;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import thalweg.cpu.loop.Formula;
import thalweg.op.Arguments;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// A formula of each element by itself: `out[i] = f(x[i])`.
///
/// Integers are computed by the integer formula where there is one, otherwise in `float32`; `bool` is an
/// error where there is one, unless [#truths()] says that it makes sense.
public final class Unary implements Op {
  private final String name;
  private final String gradName;
  private final DoubleUnaryOperator real;
  private final Formula.FloatUnary single;
  private final LongUnaryOperator integer;
  private final boolean truths;
  private final Formula.Loop loop;
  private final Arguments arguments;
  private final Gradient gradient;

  private Unary(
      String name,
      DoubleUnaryOperator real,
      Formula.FloatUnary single,
      LongUnaryOperator integer,
      boolean truths,
      Gradient gradient) {
    this.name = name;
    this.gradName = Op.gradName(name, 0);
    this.real = real;
    this.single = single;
    this.integer = integer;
    this.truths = truths;
    this.loop = new Formula.Unary(real, single, integer).loop(name);
    this.arguments = Arguments.NONE;
    this.gradient = gradient;
  }

  private Unary(Unary plain, Arguments arguments) {
    this.name = plain.name;
    this.gradName = plain.gradName;
    this.real = plain.real;
    this.single = plain.single;
    this.integer = plain.integer;
    this.truths = plain.truths;
    this.loop = plain.loop;
    this.gradient = plain.gradient;
    this.arguments = arguments;
  }

  public static Unary of(String name, DoubleUnaryOperator real) {
    return new Unary(name, real, null, null, false, null);
  }

  /// Adds a formula for `float32` evaluated in its own precision; see [Formula.FloatUnary].
  public Unary single(Formula.FloatUnary formula) {
    return new Unary(name, real, formula, integer, truths, gradient);
  }

  /// Adds a formula for `int64`, whose result is `int64`.
  public Unary integer(LongUnaryOperator formula) {
    return new Unary(name, real, single, formula, truths, gradient);
  }

  /// Lets the integer formula apply to `bool`, whose result is `bool`.
  public Unary truths() {
    return new Unary(name, real, single, integer, true, gradient);
  }

  /// Adds the input's gradient.
  public Unary dx(int saves, Gradient.Formula formula) {
    return new Unary(name, real, single, integer, truths, new Gradient(saves, formula));
  }

  /// This, called with words besides its operand.
  public Unary with(Arguments arguments) {
    return new Unary(this, arguments);
  }

  public Tensor apply(Tensor x) {
    DType dtype = Elementwise.computing(name, x.dtype(), integer != null, truths);
    Tensor in = Elementwise.cast(x, dtype);
    Layout layout = Elementwise.plain(x.shape(), in);
    Storage values = compute(in, layout);
    if (x.dtype() == DType.BOOL && dtype == DType.INT64) {
      return Internals.unrecorded(Internals.tensor(values, layout), DType.BOOL);
    }
    return RecordedNode.record(this, values, layout, x);
  }

  private Storage compute(Tensor x, Layout layout) {
    if (layout.shape().size() == 1) {
      int place = Internals.layout(x).offset();
      return switch (Internals.storage(x)) {
        case Storage.Floats a when single != null ->
            new Storage.Floats(new float[] {single.apply(a.array()[place])});
        case Storage.Floats a ->
            new Storage.Floats(new float[] {(float) real.applyAsDouble(a.array()[place])});
        case Storage.Doubles a ->
            new Storage.Doubles(new double[] {real.applyAsDouble(a.array()[place])});
        default -> Elementwise.run(loop, x.dtype(), layout, x);
      };
    }
    return Elementwise.run(loop, x.dtype(), layout, x);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String gradName() {
    return gradName;
  }

  @Override
  public Arguments arguments() {
    return arguments;
  }

  @Override
  public int saves(int input) {
    return gradient.saves();
  }

  @Override
  public Tensor gradient(int input, Saved saved, Tensor g) {
    return gradient.formula().apply(saved, g);
  }
}
