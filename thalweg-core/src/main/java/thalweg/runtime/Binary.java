package thalweg.runtime;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import thalweg.cpu.loop.Formula;
import thalweg.op.Arguments;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// A formula of two elements at the same place: `out[i] = f(x[i], y[i])`, operands repeated to the
/// common shape and converted to the common type. A parameter, such as the slope of `leaky_relu`, is a
/// second operand of one element.
///
/// Integers are computed by the integer formula where there is one, otherwise in `float32`; two `bool`
/// operands are an error where there is one, unless [#truths()] says that it makes sense.
public final class Binary implements Op {
  private final String name;
  private final String gradName;
  private final DoubleBinaryOperator real;
  private final Formula.FloatBinary single;
  private final LongBinaryOperator integer;
  private final boolean truths;
  private final Formula.Loop loop;
  private final Arguments arguments;
  private final Gradient dx;
  private final Gradient dy;

  private Binary(
      String name,
      String gradName,
      DoubleBinaryOperator real,
      Formula.FloatBinary single,
      LongBinaryOperator integer,
      boolean truths,
      Gradient dx,
      Gradient dy) {
    this.name = name;
    this.gradName = gradName;
    this.real = real;
    this.single = single;
    this.integer = integer;
    this.truths = truths;
    this.loop = new Formula.Binary(real, single, integer).loop(name);
    this.arguments = Arguments.NONE;
    this.dx = dx;
    this.dy = dy;
  }

  private Binary(Binary plain, Arguments arguments) {
    this.name = plain.name;
    this.gradName = plain.gradName;
    this.real = plain.real;
    this.single = plain.single;
    this.integer = plain.integer;
    this.truths = plain.truths;
    this.loop = plain.loop;
    this.dx = plain.dx;
    this.dy = plain.dy;
    this.arguments = arguments;
  }

  public static Binary of(String name, DoubleBinaryOperator real) {
    return new Binary(name, Op.gradName(name, 0), real, null, null, false, null, null);
  }

  /// Names the recorded node.
  public Binary gradName(String gradName) {
    return new Binary(name, gradName, real, single, integer, truths, dx, dy);
  }

  /// Adds a formula for `int64`, whose result is `int64`.
  public Binary integer(LongBinaryOperator formula) {
    return new Binary(name, gradName, real, single, formula, truths, dx, dy);
  }

  /// Lets the integer formula apply to `bool`, whose result is `bool`.
  public Binary truths() {
    return new Binary(name, gradName, real, single, integer, true, dx, dy);
  }

  /// Adds a formula for `float32` evaluated in its own precision; see [Formula.FloatUnary].
  public Binary single(Formula.FloatBinary formula) {
    return new Binary(name, gradName, real, formula, integer, truths, dx, dy);
  }

  /// Adds the first input's gradient.
  public Binary dx(int saves, Gradient.Formula formula) {
    return new Binary(
        name, gradName, real, single, integer, truths, new Gradient(saves, formula), dy);
  }

  /// Adds the second input's gradient.
  public Binary dy(int saves, Gradient.Formula formula) {
    return new Binary(
        name, gradName, real, single, integer, truths, dx, new Gradient(saves, formula));
  }

  /// This, called with words, or with a number as its second operand.
  public Binary with(Arguments arguments) {
    return new Binary(this, arguments);
  }

  /// With a number that PyTorch calls `parameter`.
  public Tensor apply(Tensor x, String parameter, double value) {
    return apply(x.requiresGrad() ? new WithNumber(this, parameter, value) : this, x, Elementwise.scalar(x, value));
  }

  /// With a whole number that PyTorch calls `parameter`.
  public Tensor apply(Tensor x, String parameter, long value) {
    return apply(x.requiresGrad() ? new WithNumber(this, parameter, value) : this, x, Elementwise.scalar(x, value));
  }

  public Tensor apply(Tensor x, Tensor y) {
    return apply(this, x, y);
  }

  /// @param recorded this, or this and what it was called with
  private Tensor apply(Op recorded, Tensor x, Tensor y) {
    DType common = DType.ofResult(x, y);
    DType dtype = Elementwise.computing(name, common, integer != null, truths);
    Tensor a = Elementwise.cast(x, dtype);
    Tensor b = Elementwise.cast(y, dtype);
    Shape shape = Shape.broadcast(name, x.shape(), y.shape());
    Layout layout =
        a.shape() == shape ? Elementwise.plain(shape, a) : Elementwise.plain(shape, b);
    Storage values = compute(a, b, layout);
    if (common == DType.BOOL && dtype == DType.INT64) {
      return Internals.unrecorded(Internals.tensor(values, layout), DType.BOOL);
    }
    return RecordedNode.record(recorded, values, layout, x, y);
  }

  /// Overwrites `x`, unrecorded, where that needs no tensor in between; see [Elementwise#into].
  public boolean into(Tensor x, Tensor y) {
    return x.dtype().isFloating() && Elementwise.into(loop, x, y);
  }

  private Storage compute(Tensor x, Tensor y, Layout layout) {
    if (layout.shape().size() == 1) {
      int i = Internals.layout(x).offset();
      int j = Internals.layout(y).offset();
      if (Internals.storage(x) instanceof Storage.Floats a) {
        float b = ((Storage.Floats) Internals.storage(y)).array()[j];
        return new Storage.Floats(new float[] {value(a.array()[i], b)});
      }
      if (Internals.storage(x) instanceof Storage.Doubles a) {
        double b = ((Storage.Doubles) Internals.storage(y)).array()[j];
        return new Storage.Doubles(new double[] {real.applyAsDouble(a.array()[i], b)});
      }
    }
    return Elementwise.run(loop, x.dtype(), layout, x, y);
  }

  private float value(float x, float y) {
    return single == null ? (float) real.applyAsDouble(x, y) : single.apply(x, y);
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
    Gradient gradient = input == 0 ? dx : dy;
    return gradient == null ? Saved.NOTHING : gradient.saves();
  }

  @Override
  public Tensor gradient(int input, Saved saved, Tensor g) {
    Gradient gradient = input == 0 ? dx : dy;
    if (gradient == null) {
      throw new IllegalStateException(
          "backward: %s has no gradient for its %s input; detach() it"
              .formatted(name, input == 0 ? "first" : "second"));
    }
    return Elementwise.unbroadcast(
        gradient.formula().apply(saved, g), saved.shape(input), saved.dtype(input));
  }

  /// One call with a number as the second operand. Small, because training makes one each step; the [Arguments] are made
  /// when somebody asks.
  record WithNumber(Binary operation, String parameter, Number value) implements Op {
    @Override
    public String name() {
      return operation.name;
    }

    @Override
    public String gradName() {
      return operation.gradName;
    }

    @Override
    public Arguments arguments() {
      return Arguments.of(parameter, value);
    }

    @Override
    public int numbers() {
      return 1;
    }

    @Override
    public int saves(int input) {
      return operation.saves(input);
    }

    @Override
    public Tensor gradient(int input, Saved saved, Tensor g) {
      return operation.gradient(input, saved, g);
    }
  }
}
