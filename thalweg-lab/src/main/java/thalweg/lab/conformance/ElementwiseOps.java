package thalweg.lab.conformance;

import static thalweg.lab.conformance.Operation.one;

import java.util.Map;
import thalweg.op.Activations.Approximate;
import thalweg.op.Arithmetic.Rounding;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Operations on each element by itself: arithmetic, functions, activations, comparisons.
final class ElementwiseOps {
  static final Map<String, Operation> TABLE =
      Map.ofEntries(
          // functions of one number
          one("abs", c -> c.x().abs()),
          one("neg", c -> c.x().neg()),
          one("exp", c -> c.x().exp()),
          one("expm1", c -> c.x().expm1()),
          one("log", c -> c.x().log()),
          one("log1p", c -> c.x().log1p()),
          one("log2", c -> c.x().log2()),
          one("log10", c -> c.x().log10()),
          one("sqrt", c -> c.x().sqrt()),
          one("rsqrt", c -> c.x().rsqrt()),
          one("square", c -> c.x().square()),
          one("reciprocal", c -> c.x().reciprocal()),
          one("sin", c -> c.x().sin()),
          one("cos", c -> c.x().cos()),
          one("tan", c -> c.x().tan()),
          one("asin", c -> c.x().asin()),
          one("acos", c -> c.x().acos()),
          one("atan", c -> c.x().atan()),
          one("sinh", c -> c.x().sinh()),
          one("cosh", c -> c.x().cosh()),
          one("tanh", c -> c.x().tanh()),
          one("erf", c -> c.x().erf()),
          one("sign", c -> c.x().sign()),
          one("floor", c -> c.x().floor()),
          one("ceil", c -> c.x().ceil()),
          one("round", ElementwiseOps::round),
          one("trunc", c -> c.x().trunc()),
          one("frac", c -> c.x().frac()),

          // activations
          one("sigmoid", c -> c.x().sigmoid()),
          one("logsigmoid", c -> c.x().logsigmoid()),
          one("relu", c -> c.x().relu()),
          one("relu6", c -> c.x().relu6()),
          one("leaky_relu", c -> c.x().leakyRelu(c.real("negative_slope", 0.01))),
          one("elu", c -> c.x().elu(c.real("alpha", 1))),
          one("softplus", c -> c.x().softplus(c.real("beta", 1), c.real("threshold", 20))),
          one("softsign", c -> c.x().softsign()),
          one("silu", c -> c.x().silu()),
          one("gelu", ElementwiseOps::gelu),
          one("hardtanh", c -> c.x().hardtanh(c.real("min_val", -1), c.real("max_val", 1))),

          // arithmetic
          one("add", ElementwiseOps::add),
          one("sub", ElementwiseOps::sub),
          one("mul", c -> c.x().mul(c.y())),
          one("div", ElementwiseOps::div),
          one("remainder", c -> c.x().remainder(c.y())),
          one("fmod", c -> c.x().fmod(c.y())),
          one("pow", ElementwiseOps::pow),
          one("atan2", c -> c.x().atan2(c.y())),
          one("maximum", c -> c.x().maximum(c.y())),
          one("minimum", c -> c.x().minimum(c.y())),
          one("clamp", ElementwiseOps::clamp),
          one("lerp", ElementwiseOps::lerp),
          one("logaddexp", c -> c.x().logaddexp(c.y())),
          one("xlogy", c -> c.x().xlogy(c.y())),
          one("copysign", c -> c.x().copysign(c.y())),
          one("hypot", c -> c.x().hypot(c.y())),
          one("heaviside", c -> c.x().heaviside(c.y())),
          one("floor_divide", c -> c.x().floorDivide(c.y())),
          one("nan_to_num", ElementwiseOps::nanToNum),
          one("deg2rad", c -> c.x().deg2rad()),
          one("rad2deg", c -> c.x().rad2deg()),
          one("bitwise_and", c -> c.x().bitwiseAnd(c.y())),
          one("bitwise_or", c -> c.x().bitwiseOr(c.y())),
          one("bitwise_xor", c -> c.x().bitwiseXor(c.y())),
          one("bitwise_not", c -> c.x().bitwiseNot()),
          one("where", c -> Tensors.where(c.x(), c.y(), c.z())),

          // comparisons
          one("eq", c -> c.x().eq(c.y())),
          one("ne", c -> c.x().ne(c.y())),
          one("lt", c -> c.x().lt(c.y())),
          one("le", c -> c.x().le(c.y())),
          one("gt", c -> c.x().gt(c.y())),
          one("ge", c -> c.x().ge(c.y())),
          one("logical_and", c -> c.x().logicalAnd(c.y())),
          one("logical_or", c -> c.x().logicalOr(c.y())),
          one("logical_xor", c -> c.x().logicalXor(c.y())),
          one("logical_not", c -> c.x().logicalNot()),
          one("isclose", ElementwiseOps::isclose),
          one("isnan", c -> c.x().isnan()),
          one("isinf", c -> c.x().isinf()),
          one("isfinite", c -> c.x().isfinite()));

  private ElementwiseOps() {}

  private static Tensor add(Call c) {
    if (!c.args().has("alpha")) {
      return c.x().add(c.y());
    }
    if (c.args().isFlag("alpha")) {
      return c.x().add(c.y(), c.args().flag("alpha", true) ? 1L : 0L);
    }
    return c.args().isWhole("alpha")
        ? c.x().add(c.y(), c.args().whole("alpha"))
        : c.x().add(c.y(), c.real("alpha"));
  }

  private static Tensor sub(Call c) {
    if (!c.args().has("alpha")) {
      return c.x().sub(c.y());
    }
    return c.args().isWhole("alpha")
        ? c.x().sub(c.y(), c.args().whole("alpha"))
        : c.x().sub(c.y(), c.real("alpha"));
  }

  private static Tensor gelu(Call c) {
    return switch (c.args().text("approximate", "none")) {
      case "none" -> c.x().gelu();
      case "tanh" -> c.x().gelu(Approximate.TANH);
      default -> throw new Mismatch("approximate is neither none nor tanh");
    };
  }

  private static Tensor round(Call c) {
    return c.args().has("decimals") ? c.x().round(c.integer("decimals")) : c.x().round();
  }

  private static Tensor div(Call c) {
    return switch (c.args().text("rounding_mode", "")) {
      case "" -> c.x().div(c.y());
      case "floor" -> c.x().div(c.y(), Rounding.FLOOR);
      case "trunc" -> c.x().div(c.y(), Rounding.TRUNC);
      default -> throw new Mismatch("rounding_mode is neither floor nor trunc");
    };
  }

  private static Tensor pow(Call c) {
    if (!c.args().has("exponent")) {
      return c.x().pow(c.y());
    }
    return c.args().isWhole("exponent")
        ? c.x().pow(c.args().whole("exponent"))
        : c.x().pow(c.real("exponent"));
  }

  private static Tensor lerp(Call c) {
    return c.args().has("weight")
        ? c.x().lerp(c.y(), c.real("weight"))
        : c.x().lerp(c.y(), c.z());
  }

  private static Tensor nanToNum(Call c) {
    double most = c.x().dtype() == DType.FLOAT64 ? Double.MAX_VALUE : Float.MAX_VALUE;
    return c.x().nanToNum(c.real("nan", 0), c.real("posinf", most), c.real("neginf", -most));
  }

  private static Tensor isclose(Call c) {
    return c.x()
        .isclose(
            c.y(), c.real("rtol", 1e-5), c.real("atol", 1e-8), c.args().flag("equal_nan", false));
  }

  private static Tensor clamp(Call c) {
    if (c.inputs().size() == 3) {
      return c.x().clamp(c.y(), c.z());
    }
    boolean low = c.args().has("min");
    boolean high = c.args().has("max");
    if (!low && !high) {
      throw new Mismatch("clamp needs min or max");
    }
    boolean whole =
        (!low || c.args().isWhole("min")) && (!high || c.args().isWhole("max"));
    if (whole) { // keeps whole numbers whole
      long min = low ? c.args().whole("min") : 0;
      long max = high ? c.args().whole("max") : 0;
      return low && high
          ? c.x().clamp(min, max)
          : low ? c.x().clampMin(min) : c.x().clampMax(max);
    }
    if (low && high) {
      return c.x().clamp(c.real("min"), c.real("max"));
    }
    return low ? c.x().clampMin(c.real("min")) : c.x().clampMax(c.real("max"));
  }
}
