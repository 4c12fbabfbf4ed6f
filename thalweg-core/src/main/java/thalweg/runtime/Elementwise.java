package thalweg.runtime;

import thalweg.cpu.loop.Formula;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What the pointwise kinds share: common type, common shape, running a loop, undoing a broadcast.
public final class Elementwise {
  private static final Layout SCALAR = Layout.contiguous(Shape.SCALAR);

  private Elementwise() {}

  /// A number as a second operand of `x`: PyTorch's rule is that it does not raise the precision of `x`,
  /// only an integer `x` becomes `float32`.
  public static Tensor scalar(Tensor x, double value) {
    return x.dtype() == DType.FLOAT64
        ? Internals.tensor(new Storage.Doubles(new double[] {value}), SCALAR)
        : Internals.tensor(new Storage.Floats(new float[] {(float) value}), SCALAR);
  }

  /// A whole number as a second operand of `x`, whose type it takes.
  public static Tensor scalar(Tensor x, long value) {
    return switch (x.dtype()) {
      case FLOAT64 -> Internals.tensor(new Storage.Doubles(new double[] {value}), SCALAR);
      case FLOAT32 -> Internals.tensor(new Storage.Floats(new float[] {value}), SCALAR);
      default -> Internals.tensor(new Storage.Longs(new long[] {value}), SCALAR);
    };
  }

  /// A number by which `y` is multiplied before it meets `x`, in the type of their sum.
  public static Tensor factor(String op, Tensor x, Tensor y, double alpha) {
    DType dtype = DType.ofResult(x, y);
    if (!dtype.isFloating()) {
      throw new IllegalArgumentException(
          "%s: alpha = %s for operands of %s and %s; integers take a whole alpha, or convert one operand with to(DType.FLOAT32)"
              .formatted(op, alpha, x.dtype(), y.dtype()));
    }
    return Tensors.full(dtype, alpha);
  }

  /// A whole number by which `y` is multiplied before it meets `x`; of truth values only whether it is zero counts.
  public static Tensor factor(Tensor x, Tensor y, long alpha) {
    DType dtype = DType.ofResult(x, y);
    return switch (dtype) {
      case FLOAT32, FLOAT64 -> Tensors.full(dtype, alpha);
      case INT64 -> Internals.tensor(new Storage.Longs(new long[] {alpha}), SCALAR);
      case BOOL -> Internals.tensor(new Storage.Longs(new long[] {alpha == 0 ? 0 : 1}), SCALAR);
    };
  }

  /// The type in which a formula is evaluated on operands of type `common`: that type if the formula has an
  /// integer form, otherwise a floating one. Truth values are reckoned as 0 and 1.
  ///
  /// @throws IllegalArgumentException for `bool` where a formula has an integer form that makes no sense
  ///     for truth values, such as a difference
  public static DType computing(String op, DType common, boolean integers, boolean truths) {
    if (!integers) {
      return common.toFloating();
    }
    if (common != DType.BOOL) {
      return common;
    }
    if (!truths) {
      throw noTruthValues(op);
    }
    return DType.INT64;
  }

  public static IllegalArgumentException noTruthValues(String op) {
    return new IllegalArgumentException(
        ("%s: bool tensors are not supported; convert them with to(DType.INT64), or use logicalNot, "
            + "logicalAnd, logicalOr or logicalXor")
            .formatted(op));
  }

  /// @throws IllegalArgumentException for integers and truth values
  public static Tensor requireFloating(String op, Tensor x) {
    if (!x.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "%s: needs a floating tensor, not %s of shape %s; convert it with to(DType.FLOAT32)"
              .formatted(op, x.dtype(), x.shape().tuple()));
    }
    return x;
  }

  /// `x` in another type, unrecorded; itself if it has that type.
  public static Tensor cast(Tensor x, DType dtype) {
    return x.dtype() == dtype ? x : Internals.unrecorded(x, dtype);
  }

  /// The row-major layout of the result; that of an operand if it will do, so none is made.
  public static Layout plain(Shape shape, Tensor operand) {
    Layout layout = Internals.layout(operand);
    return layout.isPlain() && layout.shape() == shape ? layout : Layout.contiguous(shape);
  }

  /// Fills a new storage by `loop` over operands of one type.
  public static Storage run(Formula.Loop loop, DType result, Layout layout, Tensor x) {
    Storage out = Storage.zeros(result, layout.shape());
    loop.run(Layouts.rows(layout, Internals.layout(x)), out.array(), Internals.storage(x).array());
    return out;
  }

  /// Fills a new storage by `loop` over operands of one type, repeated to the layout's shape.
  public static Storage run(Formula.Loop loop, DType result, Layout layout, Tensor x, Tensor y) {
    Storage out = Storage.zeros(result, layout.shape());
    loop.run(
        Layouts.rows(layout, Internals.layout(x), Internals.layout(y)),
        out.array(),
        Internals.storage(x).array(),
        Internals.storage(y).array());
    return out;
  }

  /// Fills a new storage by `loop` over operands of one type, repeated to the layout's shape.
  public static Storage run(Formula.Loop loop, DType result, Layout layout, Tensor x, Tensor y, Tensor z) {
    Storage out = Storage.zeros(result, layout.shape());
    loop.run(
        Layouts.rows(layout, Internals.layout(x), Internals.layout(y), Internals.layout(z)),
        out.array(),
        Internals.storage(x).array(),
        Internals.storage(y).array(),
        Internals.storage(z).array());
    return out;
  }

  /// Overwrites `x` by `loop` over it and `others` without a tensor in between, where that can be: they have its
  /// type, are repeated to its very shape, and share memory with it place by place or not at all.
  ///
  /// @return whether it was done
  public static boolean into(Formula.Loop loop, Tensor x, Tensor... others) {
    Layout[] layouts = new Layout[others.length + 1];
    Object[] arrays = new Object[others.length + 1];
    layouts[0] = Internals.layout(x);
    arrays[0] = Internals.storage(x).array();
    for (int i = 0; i < others.length; i++) {
      Tensor other = others[i];
      boolean apart = Internals.storage(other) != Internals.storage(x) || Internals.layout(other) == Internals.layout(x);
      if (other.dtype() != x.dtype() || !apart || !x.shape().covers(other.shape())) {
        return false;
      }
      layouts[i + 1] = Internals.layout(other);
      arrays[i + 1] = Internals.storage(other).array();
    }
    loop.run(Layouts.rows(Internals.layout(x), layouts), Internals.storage(x).array(), arrays);
    Internals.storage(x).changed();
    return true;
  }

  /// Undoes a broadcast: sums the gradient of a repeated operand over its repetitions, in the
  /// operand's own type.
  public static Tensor unbroadcast(Tensor gradient, Shape shape, DType dtype) {
    if (gradient == null) {
      return null;
    }
    Tensor sum = gradient.shape().equals(shape) ? gradient : gradient.sumTo(shape);
    return sum.to(dtype);
  }
}
