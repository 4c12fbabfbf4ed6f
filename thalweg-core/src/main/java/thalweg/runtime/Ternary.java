package thalweg.runtime;

import thalweg.cpu.loop.Formula;
import thalweg.op.Arguments;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// A formula of three elements at the same place: `out[i] = f(x[i], y[i], z[i])`; see [Binary].
public final class Ternary implements Op {
  private final String name;
  private final String gradName;
  private final Formula.DoubleTernary real;
  private final Formula.FloatTernary single;
  private final Formula.LongTernary integer;
  private final boolean truths;
  private final Formula.Loop loop;
  private final Arguments arguments;
  private final Gradient[] gradients;

  private Ternary(
      String name,
      String gradName,
      Formula.DoubleTernary real,
      Formula.FloatTernary single,
      Formula.LongTernary integer,
      boolean truths,
      Gradient... gradients) {
    this.name = name;
    this.gradName = gradName;
    this.real = real;
    this.single = single;
    this.integer = integer;
    this.truths = truths;
    this.loop = new Formula.Ternary(real, single, integer).loop();
    this.arguments = Arguments.NONE;
    this.gradients = gradients;
  }

  private Ternary(Ternary plain, Arguments arguments) {
    this.name = plain.name;
    this.gradName = plain.gradName;
    this.real = plain.real;
    this.single = plain.single;
    this.integer = plain.integer;
    this.truths = plain.truths;
    this.loop = plain.loop;
    this.gradients = plain.gradients;
    this.arguments = arguments;
  }

  public static Ternary of(String name, Formula.DoubleTernary real) {
    return new Ternary(name, Op.gradName(name, 0), real, null, null, false, null, null, null);
  }

  /// Names the recorded node.
  public Ternary gradName(String gradName) {
    return new Ternary(name, gradName, real, single, integer, truths, gradients);
  }

  /// Adds a formula for `int64`, whose result is `int64`.
  public Ternary integer(Formula.LongTernary formula) {
    return new Ternary(name, gradName, real, single, formula, truths, gradients);
  }

  /// Adds a formula for `float32` evaluated in its own precision; see [Formula.FloatUnary].
  public Ternary single(Formula.FloatTernary formula) {
    return new Ternary(name, gradName, real, formula, integer, truths, gradients);
  }

  /// Lets the integer formula apply to `bool`, whose result is `bool`.
  public Ternary truths() {
    return new Ternary(name, gradName, real, single, integer, true, gradients);
  }

  /// Adds the first input's gradient.
  public Ternary dx(int saves, Gradient.Formula formula) {
    return differentiated(0, new Gradient(saves, formula));
  }

  /// Adds the second input's gradient.
  public Ternary dy(int saves, Gradient.Formula formula) {
    return differentiated(1, new Gradient(saves, formula));
  }

  /// Adds the third input's gradient.
  public Ternary dz(int saves, Gradient.Formula formula) {
    return differentiated(2, new Gradient(saves, formula));
  }

  private Ternary differentiated(int input, Gradient gradient) {
    Gradient[] more = gradients.clone();
    more[input] = gradient;
    return new Ternary(name, gradName, real, single, integer, truths, more);
  }

  /// This, called with words, or with numbers as its last operands.
  public Ternary with(Arguments arguments) {
    return new Ternary(this, arguments);
  }

  /// Applies the formula in the type `common`, or `float32` if that is an integer's without a formula.
  public Tensor apply(DType common, Tensor x, Tensor y, Tensor z) {
    DType dtype = Elementwise.computing(name, common, integer != null, truths);
    Tensor a = Elementwise.cast(x, dtype);
    Tensor b = Elementwise.cast(y, dtype);
    Tensor c = Elementwise.cast(z, dtype);
    Shape shape =
        Shape.broadcast(name, Shape.broadcast(name, x.shape(), y.shape()), z.shape());
    Layout layout = Elementwise.plain(shape, b);
    Storage values = Elementwise.run(loop, dtype, layout, a, b, c);
    if (common == DType.BOOL && dtype == DType.INT64) {
      return Internals.unrecorded(Internals.tensor(values, layout), DType.BOOL);
    }
    return RecordedNode.record(this, values, layout, x, y, z);
  }

  /// Overwrites `x`, unrecorded, where that needs no tensor in between; see [Elementwise#into].
  public boolean into(Tensor x, Tensor y, Tensor z) {
    return x.dtype().isFloating() && Elementwise.into(loop, x, y, z);
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
  public int numbers() {
    return arguments.numbers();
  }

  @Override
  public int saves(int input) {
    return gradients[input] == null ? Saved.NOTHING : gradients[input].saves();
  }

  @Override
  public Tensor gradient(int input, Saved saved, Tensor g) {
    if (gradients[input] == null) {
      throw new IllegalStateException(
          "backward: %s has no gradient for its input %d; detach() it".formatted(name, input + 1));
    }
    return Elementwise.unbroadcast(
        gradients[input].formula().apply(saved, g), saved.shape(input), saved.dtype(input));
  }
}
