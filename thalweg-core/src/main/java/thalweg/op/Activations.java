package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;
import static thalweg.runtime.Saved.Z;

import thalweg.cpu.index.Masks;
import thalweg.cpu.math.ErrorFunctions;
import thalweg.cpu.math.Exponentials;
import thalweg.cpu.math.Hyperbolics;
import thalweg.cpu.math.Logarithms;
import thalweg.runtime.Binary;
import thalweg.runtime.Elementwise;
import thalweg.runtime.Ternary;
import thalweg.runtime.Unary;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The non-linearities of neural networks, element by element. Names and defaults are those of
/// `torch.nn.functional`. Integers give `float32`.
public sealed interface Activations permits Tensor {
  /// How [#gelu(Approximate)] computes the normal distribution function.
  enum Approximate {
    /// Exactly.
    NONE,
    /// By a hyperbolic tangent.
    TANH
  }

  private Tensor self() {
    return (Tensor) this;
  }

  /// `max(x, 0)`.
  default Tensor relu() {
    return ActivationsOps.RELU.apply(self());
  }

  /// `x` above 0, `0.01·x` below.
  default Tensor leakyRelu() {
    return leakyRelu(0.01);
  }

  /// `x` above 0, `negativeSlope·x` below.
  default Tensor leakyRelu(double negativeSlope) {
    return ActivationsOps.LEAKY_RELU.apply(self(), "negative_slope", negativeSlope);
  }

  /// `x` above 0, `eˣ − 1` below.
  default Tensor elu() {
    return elu(1);
  }

  /// `x` above 0, `alpha·(eˣ − 1)` below.
  default Tensor elu(double alpha) {
    return ActivationsOps.ELU.apply(self(), "alpha", alpha);
  }

  /// `ln(1 + eˣ)`.
  default Tensor softplus() {
    return softplus(1, 20);
  }

  /// `ln(1 + e^(beta·x)) / beta`; `x` itself where `beta·x > threshold`.
  default Tensor softplus(double beta, double threshold) {
    return ActivationsOps.SOFTPLUS.with(Arguments.of("beta", beta, "threshold", threshold)).apply(
        self().dtype(),
        self(),
        Elementwise.scalar(self(), beta),
        Elementwise.scalar(self(), threshold));
  }

  /// `x·Φ(x)`, exact.
  default Tensor gelu() {
    return ActivationsOps.GELU.apply(self());
  }

  /// `x·Φ(x)`, exact or, with `TANH`, `x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2`.
  default Tensor gelu(Approximate approximate) {
    return (approximate == Approximate.TANH ? ActivationsOps.GELU_TANH : ActivationsOps.GELU).apply(self());
  }

  /// `x·sigmoid(x)`, also called swish.
  default Tensor silu() {
    return ActivationsOps.SILU.apply(self());
  }

  /// `x / (1 + |x|)`.
  default Tensor softsign() {
    return self().div(self().abs().add(1));
  }

  /// `ln sigmoid(x)`, stable for large `|x|`.
  default Tensor logsigmoid() {
    return ActivationsOps.LOGSIGMOID.apply(self());
  }

  /// `min(max(x, −1), 1)`.
  default Tensor hardtanh() {
    return hardtanh(-1, 1);
  }

  /// `min(max(x, minVal), maxVal)`; no gradient at or outside the bounds.
  default Tensor hardtanh(double minVal, double maxVal) {
    return ActivationsOps.HARDTANH.with(Arguments.of("min_val", minVal, "max_val", maxVal)).apply(
        self().dtype(),
        self(),
        Elementwise.scalar(self(), minVal),
        Elementwise.scalar(self(), maxVal));
  }

  /// `min(max(x, 0), 6)`.
  default Tensor relu6() {
    return hardtanh(0, 6);
  }
}

/// What [Activations] applies: formulas and gradients.
final class ActivationsOps {
  /// `max(x, 0)`.
  static final Unary RELU =
      Unary.of("relu", x -> Math.max(x, Masks.zeroBelow(x)))
          .single(x -> Math.max(x, Masks.zeroBelow(x)))
          .integer(x -> Math.max(x, 0))
          .dx(OUT, (s, g) -> ActivationsOps.THRESHOLD_BACKWARD.apply(g, s.out()));

  /// The gradient of [#RELU]: `g` where `x > 0`, otherwise 0. Its own derivative by `x` is 0, and recorded,
  /// so that a second derivative exists; likewise below.
  static final Binary THRESHOLD_BACKWARD =
      Binary.of("threshold_backward", (g, x) -> Masks.zeroIf(x <= 0, g))
          .single((g, x) -> Masks.zeroIf(x <= 0, g))
          .dx(Y, (s, g) -> ActivationsOps.THRESHOLD_BACKWARD.apply(g, s.y()))
          .dy(NOTHING, (s, g) -> Tensors.zerosLike(g));

  /// `x` above 0, `slope·x` below.
  static final Binary LEAKY_RELU =
      Binary.of("leaky_relu", (x, slope) -> x > 0 ? x : x * slope)
          .dx(X | Y, (s, g) -> ActivationsOps.LEAKY_RELU_BACKWARD.apply(g.dtype(), g, s.x(), s.y()));

  /// The gradient of [#LEAKY_RELU].
  static final Ternary LEAKY_RELU_BACKWARD =
      Ternary.of("leaky_relu_backward", (g, x, slope) -> x > 0 ? g : g * slope)
          .dx(
              Y | Z,
              (s, g) -> ActivationsOps.LEAKY_RELU_BACKWARD.apply(g.dtype(), g, s.y(), s.z()))
          .dy(NOTHING, (s, g) -> Tensors.zerosLike(g));

  /// `x` above 0, `α·(eˣ − 1)` below.
  static final Binary ELU =
      Binary.of("elu", (x, alpha) -> x > 0 ? x : alpha * Exponentials.expm1(x))
          .dx(
              X | Y,
              (s, g) -> Tensors.where(s.x().gt(0), g, g.mul(s.y()).mul(s.x().clampMax(0).exp())));

  /// `ln(1 + e^(βx)) / β`, and `x` where `βx` exceeds a threshold.
  static final Ternary SOFTPLUS =
      Ternary.of(
              "softplus",
              (x, beta, threshold) ->
                  x * beta > threshold ? x : Logarithms.log1p(Exponentials.exp(x * beta)) / beta)
          .dx(
              X | Y | Z,
              (s, g) -> {
                Tensor scaled = s.x().mul(s.y());
                return Tensors.where(scaled.gt(s.z()), g, g.mul(scaled.sigmoid()));
              });

  /// `x·Φ(x)`, with the normal distribution function `Φ(x) = (1 + erf(x/√2)) / 2`.
  static final Unary GELU =
      Unary.of("gelu", x -> x * 0.5 * (1 + ErrorFunctions.erf(x * Constants.SQRT_HALF)))
          .dx(
              X,
              (s, g) -> {
                Tensor cumulative = s.x().mul(Constants.SQRT_HALF).erf().add(1).mul(0.5);
                Tensor density =
                    s.x().square().mul(-0.5).exp().mul(Constants.INVERSE_SQRT_TWO_PI);
                return g.mul(cumulative.add(s.x().mul(density)));
              });

  /// `x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2`, which is near [#GELU].
  static final Unary GELU_TANH =
      Unary.of("gelu", x -> 0.5 * x * (1 + Hyperbolics.tanh(Constants.bend(x))))
          .dx(
              X,
              (s, g) -> {
                Tensor square = s.x().square();
                Tensor bend = square.mul(0.044715).add(1).mul(s.x()).mul(Constants.SQRT_TWO_OVER_PI);
                Tensor slope =
                    square.mul(3 * 0.044715).add(1).mul(s.x()).mul(Constants.SQRT_TWO_OVER_PI);
                Tensor tanh = bend.tanh();
                Tensor steep = tanh.square().rsub(1).mul(slope);
                return g.mul(tanh.add(1).add(steep).mul(0.5));
              })
          .with(Arguments.of("approximate", "tanh"));

  /// `x·sigmoid(x)`.
  static final Unary SILU =
      Unary.of("silu", x -> x * Exponentials.sigmoid(x))
          .dx(
              X,
              (s, g) -> {
                Tensor gate = s.x().sigmoid();
                return g.mul(gate.mul(s.x().mul(gate.rsub(1)).add(1)));
              });

  /// `ln sigmoid(x)`.
  static final Unary LOGSIGMOID =
      Unary.of(
              "log_sigmoid",
              x -> Math.min(x, 0) - Logarithms.log1p(Exponentials.exp(-Math.abs(x))))
          .dx(X, (s, g) -> g.mul(s.x().neg().sigmoid()));

  /// `min(max(x, lower), upper)`, with gradient 0 at the bounds themselves.
  static final Ternary HARDTANH =
      Ternary.of("hardtanh", (x, lower, upper) -> Math.min(Math.max(x, lower), upper))
          .integer((x, lower, upper) -> Math.min(Math.max(x, lower), upper))
          .dx(
              X | Y | Z,
              (s, g) -> {
                Tensor above = THRESHOLD_BACKWARD.apply(g, s.x().sub(s.y()));
                return THRESHOLD_BACKWARD.apply(above, s.z().sub(s.x()));
              });

  private ActivationsOps() {}

  /// Factors of [#GELU] and [#GELU_TANH].
  private static final class Constants {
    static final double SQRT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);

    static final double SQRT_HALF = Math.sqrt(0.5);
    static final double INVERSE_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

    private Constants() {}

    static double bend(double x) {
      return SQRT_TWO_OVER_PI * (x + 0.044715 * x * x * x);
    }
  }
}
