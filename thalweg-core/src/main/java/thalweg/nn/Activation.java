package thalweg.nn;

import java.util.function.UnaryOperator;
import thalweg.tensor.Numbers;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// A function applied to each element, or to each vector along a dimension, that has no parameters: the
/// non-linearities of a network. Any shape gives that shape.
///
/// With `import static thalweg.nn.Activation.*` they are written as in PyTorch:
///
/// ```java
/// IO.println(new LeakyReLU(0.2));  // LeakyReLU(negative_slope=0.2)
/// IO.println(new LeakyReLU(0.2).apply(tensor(-1.0, 3.0)));  // tensor([-0.2000,  3.0000])
/// ```
public abstract sealed class Activation implements Layer {
  private final String text;
  private final UnaryOperator<Tensor> function;

  private Activation(String text, UnaryOperator<Tensor> function) {
    this.text = text;
    this.function = function;
  }

  @Override
  public final Tensor apply(Tensor x) {
    return function.apply(x);
  }

  /// As PyTorch prints it: `ReLU()`.
  @Override
  public final String toString() {
    return text;
  }

  private static String named(String name, double value) {
    return name + "=" + Numbers.shortest(value);
  }

  /// A number that PyTorch has as an integer by default: `20`, but `0.5`.
  private static String plain(double value) {
    String shortest = Numbers.shortest(value);
    return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
  }

  // ---- straight lines with a bend

  /// `max(x, 0)`: PyTorch's `nn.ReLU`.
  public static final class ReLU extends Activation {
    /// The one there is.
    public ReLU() {
      super("ReLU()", Tensor::relu);
    }
  }

  /// `min(max(x, 0), 6)`: PyTorch's `nn.ReLU6`.
  public static final class ReLU6 extends Activation {
    /// The one there is.
    public ReLU6() {
      super("ReLU6()", Tensor::relu6);
    }
  }

  /// `x` above 0, `slope·x` below: PyTorch's `nn.LeakyReLU`.
  public static final class LeakyReLU extends Activation {
    /// Of slope 0.01.
    public LeakyReLU() {
      this(0.01);
    }

    /// Of this slope below 0.
    public LeakyReLU(double negativeSlope) {
      super("LeakyReLU(" + named("negative_slope", negativeSlope) + ")", x -> x.leakyRelu(negativeSlope));
    }
  }

  /// `x` above a threshold, otherwise a fixed value: PyTorch's `nn.Threshold`.
  public static final class Threshold extends Activation {
    /// `x` where `x > threshold`, otherwise `value`.
    public Threshold(double threshold, double value) {
      super(
          "Threshold(threshold=%s, value=%s)".formatted(plain(threshold), plain(value)),
          x -> x.maskedFill(x.le(threshold), value));
    }
  }

  /// `min(max(x, lower), upper)`: PyTorch's `nn.Hardtanh`.
  public static final class Hardtanh extends Activation {
    /// Between −1 and 1.
    public Hardtanh() {
      this(-1, 1);
    }

    /// Between these bounds.
    ///
    /// @throws IllegalArgumentException if `minVal` is not below `maxVal`
    public Hardtanh(double minVal, double maxVal) {
      super(
          "Hardtanh(" + named("min_val", minVal) + ", " + named("max_val", maxVal) + ")",
          x -> x.hardtanh(minVal, maxVal));
      if (!(minVal < maxVal)) {
        throw new IllegalArgumentException(
            "Hardtanh: min_val %s must be below max_val %s".formatted(minVal, maxVal));
      }
    }
  }

  /// `min(max(x + 3, 0), 6) / 6`: PyTorch's `nn.Hardsigmoid`.
  public static final class Hardsigmoid extends Activation {
    /// The one there is.
    public Hardsigmoid() {
      super("Hardsigmoid()", x -> x.add(3).relu6().div(6));
    }
  }

  /// `x·min(max(x + 3, 0), 6) / 6`: PyTorch's `nn.Hardswish`, Howard et al. 2019.
  public static final class Hardswish extends Activation {
    /// The one there is.
    public Hardswish() {
      super("Hardswish()", Hardswish::of);
    }

    /// At −3 and 3 the parabola's slope counts, as in PyTorch.
    private static Tensor of(Tensor x) {
      return Tensors.where(x.le(3), x.mul(x.add(3)).div(6), x).maskedFill(x.lt(-3), 0);
    }
  }

  /// `x` moved by `λ` towards 0, and 0 within `λ` of it: PyTorch's `nn.Softshrink`.
  public static final class Softshrink extends Activation {
    /// With `λ` = 0.5.
    public Softshrink() {
      this(0.5);
    }

    /// With `λ` = `lambda`.
    ///
    /// @throws IllegalArgumentException if `lambda` is negative
    public Softshrink(double lambda) {
      super(
          "Softshrink(" + Numbers.shortest(lambda) + ")",
          x -> Tensors.where(x.gt(0), x.sub(lambda), x.add(lambda)).maskedFill(x.abs().le(lambda), 0));
      if (!(lambda >= 0)) {
        throw new IllegalArgumentException("Softshrink: lambda %s must be at least 0".formatted(lambda));
      }
    }
  }

  /// `x`, and 0 within `λ` of 0: PyTorch's `nn.Hardshrink`.
  public static final class Hardshrink extends Activation {
    /// With `λ` = 0.5.
    public Hardshrink() {
      this(0.5);
    }

    /// With `λ` = `lambda`.
    public Hardshrink(double lambda) {
      super(
          "Hardshrink(" + Numbers.shortest(lambda) + ")",
          x -> x.maskedFill(x.abs().le(lambda), 0));
    }
  }

  // ---- curves

  /// `tanh x`: PyTorch's `nn.Tanh`.
  public static final class Tanh extends Activation {
    /// The one there is.
    public Tanh() {
      super("Tanh()", Tensor::tanh);
    }
  }

  /// `x − tanh x`: PyTorch's `nn.Tanhshrink`.
  public static final class Tanhshrink extends Activation {
    /// The one there is.
    public Tanhshrink() {
      super("Tanhshrink()", x -> x.sub(x.tanh()));
    }
  }

  /// `1 / (1 + e⁻ˣ)`: PyTorch's `nn.Sigmoid`.
  public static final class Sigmoid extends Activation {
    /// The one there is.
    public Sigmoid() {
      super("Sigmoid()", Tensor::sigmoid);
    }
  }

  /// `ln sigmoid(x)`: PyTorch's `nn.LogSigmoid`.
  public static final class LogSigmoid extends Activation {
    /// The one there is.
    public LogSigmoid() {
      super("LogSigmoid()", Tensor::logsigmoid);
    }
  }

  /// `x·sigmoid(x)`, also called swish: PyTorch's `nn.SiLU`.
  public static final class SiLU extends Activation {
    /// The one there is.
    public SiLU() {
      super("SiLU()", Tensor::silu);
    }
  }

  /// `x·tanh(softplus(x))`: PyTorch's `nn.Mish`, Misra 2019.
  public static final class Mish extends Activation {
    /// The one there is.
    public Mish() {
      super("Mish()", x -> x.mul(x.softplus().tanh()));
    }
  }

  /// `x·Φ(x)` with the normal distribution function `Φ`: PyTorch's `nn.GELU`, Hendrycks and Gimpel 2016.
  public static final class GELU extends Activation {
    private static final double FACTOR = Math.sqrt(2 / Math.PI);

    /// Exact.
    public GELU() {
      this("none");
    }

    /// Exact for `none`; for `tanh` by `x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2`.
    ///
    /// @throws IllegalArgumentException for any other name
    public GELU(String approximate) {
      super(
          "GELU(approximate='" + approximate + "')",
          switch (approximate) {
            case "none" -> Tensor::gelu;
            case "tanh" -> GELU::byTanh;
            default ->
                throw new IllegalArgumentException(
                    "GELU: approximate '" + approximate + "' is not one of none, tanh");
          });
    }

    private static Tensor byTanh(Tensor x) {
      Tensor inner = x.pow(3L).mul(0.044715).add(x).mul(FACTOR);
      return x.mul(0.5).mul(inner.tanh().add(1));
    }
  }

  /// `ln(1 + e^(βx)) / β`: PyTorch's `nn.Softplus`.
  public static final class Softplus extends Activation {
    /// With `β` = 1 and a threshold of 20.
    public Softplus() {
      this(1, 20);
    }

    /// With `β` = `beta`; `x` itself where `βx` exceeds `threshold`.
    public Softplus(double beta, double threshold) {
      super(
          "Softplus(beta=%s, threshold=%s)".formatted(plain(beta), plain(threshold)),
          x -> x.softplus(beta, threshold));
    }
  }

  /// `x / (1 + |x|)`: PyTorch's `nn.Softsign`.
  public static final class Softsign extends Activation {
    /// The one there is.
    public Softsign() {
      super("Softsign()", Tensor::softsign);
    }
  }

  /// `x` above 0, `α·(eˣ − 1)` below: PyTorch's `nn.ELU`, Clevert et al. 2015.
  public static final class ELU extends Activation {
    /// With `α` = 1.
    public ELU() {
      this(1);
    }

    /// With `α` = `alpha`.
    public ELU(double alpha) {
      super("ELU(" + named("alpha", alpha) + ")", x -> x.elu(alpha));
    }
  }

  /// `x` above 0, `α·(e^(x/α) − 1)` below: PyTorch's `nn.CELU`, Barron 2017.
  public static final class CELU extends Activation {
    /// With `α` = 1.
    public CELU() {
      this(1);
    }

    /// With `α` = `alpha`.
    public CELU(double alpha) {
      super("CELU(" + named("alpha", alpha) + ")", x -> Tensors.where(x.gt(0), x, x.div(alpha).elu().mul(alpha)));
    }
  }

  /// `s·x` above 0, `s·α·(eˣ − 1)` below, with the `α` and `s` that keep mean 0 and variance 1: PyTorch's
  /// `nn.SELU`, Klambauer et al. 2017.
  public static final class SELU extends Activation {
    private static final double ALPHA = 1.6732632423543772848170429916717;
    private static final double SCALE = 1.0507009873554804934193349852946;

    /// The one there is.
    public SELU() {
      super("SELU()", x -> x.elu(ALPHA).mul(SCALE));
    }
  }

  // ---- of a vector

  /// `e^xᵢ / Σ e^xⱼ` along a dimension: PyTorch's `nn.Softmax`.
  public static final class Softmax extends Activation {
    /// Along dimension `dim`.
    public Softmax(int dim) {
      super("Softmax(dim=" + dim + ")", x -> x.softmax(dim));
    }
  }

  /// `xᵢ − ln Σ e^xⱼ` along a dimension: PyTorch's `nn.LogSoftmax`.
  public static final class LogSoftmax extends Activation {
    /// Along dimension `dim`.
    public LogSoftmax(int dim) {
      super("LogSoftmax(dim=" + dim + ")", x -> x.logSoftmax(dim));
    }
  }
}
