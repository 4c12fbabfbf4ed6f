package thalweg.op;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import thalweg.autograd.GradMode;
import thalweg.cpu.loop.Formula;
import thalweg.runtime.Elementwise;
import thalweg.runtime.Gradient;
import thalweg.runtime.Internals;
import thalweg.runtime.Saved;
import thalweg.runtime.Structural;
import thalweg.tensor.DType;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Operations that overwrite the tensor they are called on and return it; their names end in `_`. The
/// tensor keeps its shape and type. Where recorded, its history goes on with the operation; values that a
/// backward formula still needs are noticed and are an error then.
public sealed interface InPlace permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `x += other`.
  default Tensor add_(Tensor other) {
    return overwrite("add_", other, x -> x.add(other), x -> ArithmeticOps.ADD.into(x, other));
  }

  /// `x += value`.
  default Tensor add_(double value) {
    return overwrite(
        "add_", null, x -> x.add(value), x -> ArithmeticOps.ADD.into(x, Elementwise.scalar(x, value)));
  }

  /// `x += value`; integers stay integers.
  default Tensor add_(long value) {
    return overwrite("add_", null, x -> x.add(value));
  }

  /// `x += alpha·other`.
  default Tensor add_(Tensor other, double alpha) {
    return overwrite(
        "add_",
        other,
        x -> x.add(other, alpha),
        x -> ArithmeticOps.ADD_SCALED.into(x, other, Elementwise.scalar(x, alpha)));
  }

  /// `x −= other`.
  default Tensor sub_(Tensor other) {
    return overwrite("sub_", other, x -> x.sub(other), x -> ArithmeticOps.SUB.into(x, other));
  }

  /// `x −= value`.
  default Tensor sub_(double value) {
    return overwrite("sub_", null, x -> x.sub(value));
  }

  /// `x −= value`; integers stay integers.
  default Tensor sub_(long value) {
    return overwrite("sub_", null, x -> x.sub(value));
  }

  /// `x −= alpha·other`.
  default Tensor sub_(Tensor other, double alpha) {
    return overwrite(
        "sub_",
        other,
        x -> x.sub(other, alpha),
        x -> ArithmeticOps.SUB_SCALED.into(x, other, Elementwise.scalar(x, alpha)));
  }

  /// `x *= other`.
  default Tensor mul_(Tensor other) {
    return overwrite("mul_", other, x -> x.mul(other), x -> ArithmeticOps.MUL.into(x, other));
  }

  /// `x *= value`.
  default Tensor mul_(double value) {
    return overwrite(
        "mul_", null, x -> x.mul(value), x -> ArithmeticOps.MUL.into(x, Elementwise.scalar(x, value)));
  }

  /// `x *= value`; integers stay integers.
  default Tensor mul_(long value) {
    return overwrite("mul_", null, x -> x.mul(value));
  }

  /// `x /= other`.
  default Tensor div_(Tensor other) {
    return overwrite("div_", other, x -> x.div(other), x -> ArithmeticOps.DIV.into(x, other));
  }

  /// `x /= value`.
  default Tensor div_(double value) {
    return overwrite(
        "div_", null, x -> x.div(value), x -> ArithmeticOps.DIV.into(x, Elementwise.scalar(x, value)));
  }

  /// `x += value·a·b`.
  default Tensor addcmul_(Tensor a, Tensor b, double value) {
    return overwrite(
        "addcmul_",
        a.requiresGrad() ? a : b,
        x -> x.addcmul(a, b, value),
        x -> Elementwise.into(Updates.ADD_PRODUCT, x, a, b, Elementwise.scalar(x, value)));
  }

  /// `x += value·a / b`.
  default Tensor addcdiv_(Tensor a, Tensor b, double value) {
    return overwrite(
        "addcdiv_",
        a.requiresGrad() ? a : b,
        x -> x.addcdiv(a, b, value),
        x -> Elementwise.into(Updates.ADD_QUOTIENT, x, a, b, Elementwise.scalar(x, value)));
  }

  /// `x = scale·x + alpha·other`: `x.mul_(scale).add_(other, alpha)` in one pass over memory, with the same bits.
  /// Momentum and running averages are of this kind.
  default Tensor mulAdd_(double scale, Tensor other, double alpha) {
    return overwrite(
        "mulAdd_",
        other,
        x -> x.mul(scale).add(other, alpha),
        x -> update(Updates.MUL_ADD, x, scale, other, alpha));
  }

  /// `x = scale·x + alpha·other²`: `x.mul_(scale).addcmul_(other, other, alpha)` in one pass over memory, with the
  /// same bits.
  default Tensor mulAddSquare_(double scale, Tensor other, double alpha) {
    return overwrite(
        "mulAddSquare_",
        other,
        x -> x.mul(scale).addcmul(other, other, alpha),
        x -> update(Updates.MUL_ADD_SQUARE, x, scale, other, alpha));
  }

  private static boolean update(
      Formula.Loop loop, Tensor x, double scale, Tensor other, double alpha) {
    return Elementwise.into(
        loop, x, other, Elementwise.scalar(x, scale), Elementwise.scalar(x, alpha));
  }

  /// `x = xᵉ`.
  default Tensor pow_(double exponent) {
    return overwrite("pow_", null, x -> x.pow(exponent));
  }

  /// `x = xᵉ`; integers stay integers.
  default Tensor pow_(long exponent) {
    return overwrite("pow_", null, x -> x.pow(exponent));
  }

  /// `x = −x`.
  default Tensor neg_() {
    return overwrite("neg_", null, Tensor::neg);
  }

  /// `x = |x|`.
  default Tensor abs_() {
    return overwrite("abs_", null, Tensor::abs);
  }

  /// `x = eˣ`.
  default Tensor exp_() {
    return overwrite("exp_", null, Tensor::exp);
  }

  /// `x = ln x`.
  default Tensor log_() {
    return overwrite("log_", null, Tensor::log);
  }

  /// `x = √x`.
  default Tensor sqrt_() {
    return overwrite("sqrt_", null, Tensor::sqrt);
  }

  /// `x = tanh x`.
  default Tensor tanh_() {
    return overwrite("tanh_", null, Tensor::tanh);
  }

  /// `x = 1 / (1 + e⁻ˣ)`.
  default Tensor sigmoid_() {
    return overwrite("sigmoid_", null, Tensor::sigmoid);
  }

  /// `x = max(x, 0)`.
  default Tensor relu_() {
    return overwrite("relu_", null, Tensor::relu);
  }

  /// `x = min(max(x, lower), upper)`.
  default Tensor clamp_(double lower, double upper) {
    return overwrite("clamp_", null, x -> x.clamp(lower, upper));
  }

  /// `x = min(max(x, lower), upper)`; integers stay integers.
  default Tensor clamp_(long lower, long upper) {
    return overwrite("clamp_", null, x -> x.clamp(lower, upper));
  }

  /// Overwrites all elements by 0.
  default Tensor zero_() {
    return overwrite("zero_", null, x -> filled("zero", "ZeroBackward0", Arguments.NONE, x, Tensors.zerosLike(x)));
  }

  /// Overwrites all elements by `value`.
  default Tensor fill_(double value) {
    double fitting = self().dtype().fitting("fill_", value);
    return overwrite(
        "fill_", null, x -> filled(value, x, Tensors.full(x.dtype(), fitting, x.shape().toArray())));
  }

  /// Overwrites all elements by the whole number `value`, exact for `int64`.
  default Tensor fill_(long value) {
    return overwrite(
        "fill_", null, x -> filled(value, x, Tensors.full(x.dtype(), value, x.shape().toArray())));
  }

  private static Tensor filled(Number value, Tensor x, Tensor values) {
    return filled("fill", "FillBackward2", Arguments.of("value", value), x, values);
  }

  private static Tensor filled(
      String name, String gradName, Arguments arguments, Tensor x, Tensor values) {
    return Structural.of(name, gradName, arguments, Saved.NOTHING, (s, g) -> Tensors.zerosLike(g))
        .record(values, x);
  }

  /// `value` where `mask` holds.
  default Tensor maskedFill_(Tensor mask, double value) {
    return overwrite("maskedFill_", null, x -> x.maskedFill(mask, value));
  }

  /// The whole number `value` where `mask` holds, exact for `int64`.
  default Tensor maskedFill_(Tensor mask, long value) {
    return overwrite("maskedFill_", null, x -> x.maskedFill(mask, value));
  }

  /// Overwrites the elements by those of `source`, repeated to this shape and converted to this type.
  default Tensor copy_(Tensor source) {
    return overwrite(
        "copy_",
        source,
        x -> {
          Tensor values = source.to(x.dtype()).expand(x.shape().toArray());
          return Structural.of(
                  "copy",
                  "CopyBackwards",
                  Arguments.NONE,
                  new Gradient(Saved.NOTHING, (s, g) -> Tensors.zerosLike(g)),
                  new Gradient(Saved.NOTHING, (s, g) -> g))
              .record(Internals.unrecorded(values, x.dtype()), x, values);
        });
  }

  /// Computes the new values out of place, then writes them here; where that was recorded, the new
  /// history becomes this tensor's. The old values are kept apart for a backward formula that reads them.
  private Tensor overwrite(String op, Tensor operand, UnaryOperator<Tensor> change) {
    return overwrite(op, operand, change, _ -> false);
  }

  /// As above, but where nothing is recorded tries `direct` first, which says whether it could do without a
  /// tensor in between.
  private Tensor overwrite(
      String op, Tensor operand, UnaryOperator<Tensor> change, Predicate<Tensor> direct) {
    Tensor x = self();
    boolean recordsOperand = operand != null && operand.requiresGrad();
    Internals.checkWritable(x, op, recordsOperand);
    boolean recorded = GradMode.isEnabled() && (x.requiresGrad() || recordsOperand);
    if (!recorded && direct.test(x)) {
      return x;
    }
    Tensor before = x;
    if (recorded) {
      Tensor copy = Internals.unrecorded(x, x.dtype());
      before =
          x.requiresGrad()
              ? Internals.tensor(Internals.storage(copy), Internals.layout(copy), Internals.gradNode(x))
              : Internals.tensor(Internals.storage(copy), Internals.layout(copy));
    }
    Tensor result = change.apply(before);
    if (!result.shape().equals(x.shape())) {
      throw new ShapeException(
          "%s: the result has shape %s, but this tensor keeps its shape %s; use the out-of-place form"
              .formatted(op, result.shape().tuple(), x.shape().tuple()));
    }
    boolean fits =
        x.dtype().isFloating() || result.dtype().compareTo(x.dtype()) <= 0; // no fraction is lost
    if (!fits) {
      throw new IllegalArgumentException(
          "%s: a result of %s does not fit into a tensor of %s; convert it first with to(DType.%s)"
              .formatted(op, result.dtype(), x.dtype(), result.dtype().name()));
    }
    Tensor typed = result.to(x.dtype());
    Internals.write(x, typed);
    if (typed.gradFn() != null) {
      Internals.rebase(x, Internals.gradNode(typed));
    }
    return x;
  }
}
