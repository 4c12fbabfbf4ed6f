package thalweg.op;

import thalweg.autograd.Node;
import thalweg.kernel.Formula;
import thalweg.tensor.DType;
import thalweg.tensor.Layout;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// A formula of three elements at the same place: `out[i] = f(x[i], y[i], z[i])`; see [Binary].
public final class Ternary implements Op {
  private final String name;
  private final String gradName;
  private final Formula.DoubleTernary real;
  private final Formula.LongTernary integer;
  private final Formula.Loop loop;
  private final Gradient[] gradients;

  private Ternary(
      String name,
      Formula.DoubleTernary real,
      Formula.LongTernary integer,
      Gradient... gradients) {
    this.name = name;
    this.gradName = Op.gradName(name, 0);
    this.real = real;
    this.integer = integer;
    this.loop = Formula.ternary(real, integer);
    this.gradients = gradients;
  }

  static Ternary of(String name, Formula.DoubleTernary real) {
    return new Ternary(name, real, null, null, null, null);
  }

  /// Adds a formula for `int64`, whose result is `int64`.
  Ternary integer(Formula.LongTernary formula) {
    return new Ternary(name, real, formula, gradients);
  }

  /// Adds the first input's gradient.
  Ternary dx(int saves, Gradient.Formula formula) {
    return new Ternary(
        name, real, integer, new Gradient(saves, formula), gradients[1], gradients[2]);
  }

  /// Adds the second input's gradient.
  Ternary dy(int saves, Gradient.Formula formula) {
    return new Ternary(
        name, real, integer, gradients[0], new Gradient(saves, formula), gradients[2]);
  }

  /// Adds the third input's gradient.
  Ternary dz(int saves, Gradient.Formula formula) {
    return new Ternary(
        name, real, integer, gradients[0], gradients[1], new Gradient(saves, formula));
  }

  /// Applies the formula in the type `common`, or `float32` if that is an integer's without a formula.
  Tensor apply(DType common, Tensor x, Tensor y, Tensor z) {
    DType dtype =
        integer == null ? common.toFloating() : common == DType.BOOL ? DType.INT64 : common;
    Tensor a = Elementwise.cast(x, dtype);
    Tensor b = Elementwise.cast(y, dtype);
    Tensor c = Elementwise.cast(z, dtype);
    Shape shape =
        Shape.broadcast(name, Shape.broadcast(name, x.shape(), y.shape()), z.shape());
    Layout layout = Elementwise.plain(shape, b);
    return Node.record(this, Elementwise.run(loop, dtype, layout, a, b, c), layout, x, y, z);
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
