package thalweg.nn;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import thalweg.op.Reduction;
import thalweg.op.layer.Directions;
import thalweg.op.layer.Losses;
import thalweg.random.Seeds;
import thalweg.random.TorchGenerator;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.tensor.Warnings;

/// What layers and losses compute, as functions: PyTorch's `nn.functional`. Activations are methods of
/// [Tensor].
public final class Functional {
  /// The class whose rows losses leave out, as in PyTorch.
  private static final long IGNORED = -100;

  private Functional() {}

  // ---- losses of pairs of elements

  /// The squared error `(xᵢ − yᵢ)²`, reduced. `(*), (*) → ()`, or `(*)` for [Reduction#NONE].
  ///
  /// Shapes that differ broadcast, with a warning.
  ///
  /// @throws ShapeException if they do not broadcast
  public static Tensor mseLoss(Tensor input, Tensor target, Reduction reduction) {
    return paired("mse_loss", input, target, (x, y) -> Losses.squared(x, y, reduction));
  }

  /// The absolute error `|xᵢ − yᵢ|`, reduced; shapes as in [#mseLoss].
  public static Tensor l1Loss(Tensor input, Tensor target, Reduction reduction) {
    return paired("l1_loss", input, target, (x, y) -> reduced(x.sub(y).abs(), reduction));
  }

  /// `d²/(2β)` for `|d| < β`, otherwise `|d| − β/2`, with `d = xᵢ − yᵢ`; shapes as in [#mseLoss]. For `β = 0`
  /// [#l1Loss].
  public static Tensor smoothL1Loss(
      Tensor input, Tensor target, Reduction reduction, double beta) {
    requireScale("smooth_l1_loss", "beta", beta, beta >= 0, "at least");
    return beta == 0
        ? l1Loss(input, target, reduction)
        : paired(
            "smooth_l1_loss",
            input,
            target,
            (x, y) -> Losses.smoothAbsolute(x, y, reduction, beta));
  }

  /// `d²/2` for `|d| ≤ δ`, otherwise `δ·(|d| − δ/2)`, with `d = xᵢ − yᵢ`; shapes as in [#mseLoss].
  public static Tensor huberLoss(Tensor input, Tensor target, Reduction reduction, double delta) {
    requireScale("huber_loss", "delta", delta, delta > 0, "above");
    return paired("huber_loss", input, target, (x, y) -> Losses.huber(x, y, reduction, delta));
  }

  private static void requireScale(String op, String name, double value, boolean fits, String bound) {
    if (!fits) {
      throw new IllegalArgumentException(
          "%s: %s = %s is too small; it must be %s 0"
              .formatted(op, name, value, bound));
    }
  }

  /// `−(yᵢ·ln xᵢ + (1 − yᵢ)·ln(1 − xᵢ))` of probabilities `x`, reduced. `(*), (*) → ()` or `(*)`.
  ///
  /// @throws ShapeException           if the shapes differ
  /// @throws IllegalArgumentException if an `xᵢ` is not in [0, 1]
  public static Tensor binaryCrossEntropy(Tensor input, Tensor target, Reduction reduction) {
    return binaryCrossEntropy(input, target, null, reduction);
  }

  /// [#binaryCrossEntropy(Tensor, Tensor, Reduction)] with each element's loss times a weight, before it is
  /// reduced.
  ///
  /// @param weight broadcasts to the input, or null for 1
  public static Tensor binaryCrossEntropy(
      Tensor input, Tensor target, Tensor weight, Reduction reduction) {
    requireSame("binary_cross_entropy", input, target);
    if (input.dtype() != target.dtype()) {
      throw new IllegalArgumentException(
          "binary_cross_entropy: the input is %s and the target %s; convert the target with to(DType.%s)"
              .formatted(input.dtype(), target.dtype(), input.dtype().name()));
    }
    Tensor x = input.detach();
    if (!x.ge(0).logicalAnd(x.le(1)).all().toBooleanArray()[0]) {
      throw new IllegalArgumentException(
          "binary_cross_entropy: all elements of the input must be between 0 and 1; give probabilities, or use "
              + "binaryCrossEntropyWithLogits");
    }
    return weighted(weight, reduction, r -> Losses.binaryCrossEntropy(input, target, r));
  }

  /// [#binaryCrossEntropy] of `sigmoid(x)`, stable for any `x`.
  ///
  /// @throws ShapeException if the shapes differ
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor input, Tensor target, Reduction reduction) {
    return binaryCrossEntropyWithLogits(input, target, null, reduction, null);
  }

  /// [#binaryCrossEntropyWithLogits(Tensor, Tensor, Reduction)] with each element's loss times a weight,
  /// before it is reduced, and the term of `yᵢ` times another: `−(p·yᵢ·ln σ(xᵢ) + (1 − yᵢ)·ln(1 − σ(xᵢ)))`. As
  /// in PyTorch, the result has the target's type.
  ///
  /// @param weight    broadcasts to the input, or null for 1
  /// @param posWeight the `p`; broadcasts to the input, or null for 1
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor input, Tensor target, Tensor weight, Reduction reduction, Tensor posWeight) {
    requireSame("binary_cross_entropy_with_logits", input, target);
    DType dtype = DType.ofResult(input, target);
    Tensor x = input.to(dtype);
    Tensor y = target.to(dtype);
    Tensor loss;
    if (posWeight == null) {
      loss = weighted(weight, reduction, r -> Losses.binaryCrossEntropyWithLogits(x, y, r));
    } else {
      Tensor share = posWeight.sub(1).mul(y).add(1);
      Tensor each = y.rsub(1).mul(x).sub(share.mul(x.logsigmoid()));
      loss = weighted(weight, reduction, r -> reduced(each, r));
    }
    return target.dtype().isFloating() ? loss.to(target.dtype()) : loss;
  }

  /// A loss of which each element is multiplied by its weight before it is reduced.
  private static Tensor weighted(
      Tensor weight, Reduction reduction, Function<Reduction, Tensor> loss) {
    return weight == null
        ? loss.apply(reduction)
        : reduced(loss.apply(Reduction.NONE).mul(weight), reduction);
  }

  private static void requireSame(String op, Tensor input, Tensor target) {
    if (!input.shape().equals(target.shape())) {
      throw new ShapeException(
          "%s: the input has shape %s and the target %s; they must be equal, reshape one"
              .formatted(op, input.shape().tuple(), target.shape().tuple()));
    }
  }

  /// `yᵢ·(ln yᵢ − xᵢ)` of log-probabilities `x` and probabilities `y`, reduced; shapes as in [#mseLoss].
  public static Tensor klDiv(Tensor input, Tensor target, Reduction reduction) {
    return klDiv(input, target, reduction, false);
  }

  /// [#klDiv(Tensor, Tensor, Reduction)], where `logTarget` says that the target, too, holds
  /// log-probabilities: `e^yᵢ·(yᵢ − xᵢ)`.
  public static Tensor klDiv(
      Tensor input, Tensor target, Reduction reduction, boolean logTarget) {
    return paired(
        "kl_div",
        input,
        target,
        (x, y) -> reduced(logTarget ? y.exp().mul(y.sub(x)) : divergence(x, y), reduction));
  }

  /// The sum of [#klDiv] divided by the length of the first dimension: PyTorch's `batchmean`, which is the
  /// divergence as mathematics has it.
  public static Tensor klDivBatchMean(Tensor input, Tensor target, boolean logTarget) {
    Tensor sum = klDiv(input, target, Reduction.SUM, logTarget);
    return input.rank() == 0 ? sum : sum.div((long) input.size(0));
  }

  /// `0·ln 0` is 0, but has no derivative: NaN, as in PyTorch.
  private static Tensor divergence(Tensor x, Tensor y) {
    return y.mul(y.log()).maskedFill(y.eq(0), 0).sub(y.mul(x));
  }

  private static Tensor paired(
      String op, Tensor input, Tensor target, BinaryOperator<Tensor> loss) {
    Tensor x = input;
    Tensor y = target;
    if (!input.shape().equals(target.shape())) {
      Shape common = Shape.broadcast(op, input.shape(), target.shape());
      warnOfBroadcast(op, input.shape(), target.shape(), common);
      x = input.expand(common.toArray());
      y = target.expand(common.toArray());
    }
    DType dtype = DType.ofResult(x, y);
    return loss.apply(x.to(dtype), y.to(dtype));
  }

  static Tensor reduced(Tensor values, Reduction reduction) {
    return switch (reduction) {
      case MEAN -> values.mean();
      case SUM -> values.sum();
      case NONE -> values;
    };
  }

  // ---- losses of classes

  /// `−wₜ·xₜ` of the class `t` of each row of log-probabilities, reduced; the mean is weighted.
  /// `(N, C, *), (N, *) → ()` or `(N, *)`; `(C), () → ()`.
  ///
  /// @param weights one a class, or null for 1
  /// @throws ShapeException if the shapes do not fit, or a class is not in 0 … C − 1
  public static Tensor nllLoss(
      Tensor input, Tensor classes, Tensor weights, Reduction reduction) {
    return nllLoss(input, classes, weights, reduction, IGNORED);
  }

  /// [#nllLoss(Tensor, Tensor, Tensor, Reduction)] with another class than −100 whose rows count for
  /// nothing.
  public static Tensor nllLoss(
      Tensor input, Tensor classes, Tensor weights, Reduction reduction, long ignoreIndex) {
    return Losses.negativeLogLikelihood(input, classes, weights, reduction, ignoreIndex);
  }

  /// [#nllLoss] of `log_softmax(x)`: `(N, C, *), (N, *) → ()` or `(N, *)`.
  ///
  /// @param weights        one a class, or null for 1
  /// @param labelSmoothing the share `ε` in [0, 1] of each target that is spread evenly over all classes
  public static Tensor crossEntropy(
      Tensor input, Tensor target, Tensor weights, Reduction reduction, double labelSmoothing) {
    return crossEntropy(input, target, weights, reduction, IGNORED, labelSmoothing);
  }

  /// [#crossEntropy(Tensor, Tensor, Tensor, Reduction, double)] with another class than −100 whose rows count
  /// for nothing. A floating target of the input's shape holds a probability `y` for every class:
  /// `−Σ w꜀·y꜀·ln softmax(x)꜀`, and the mean is not weighted.
  public static Tensor crossEntropy(
      Tensor input,
      Tensor target,
      Tensor weights,
      Reduction reduction,
      long ignoreIndex,
      double labelSmoothing) {
    var loss = new ClassLosses(weights, reduction, ignoreIndex, labelSmoothing);
    return target.dtype().isFloating() && target.shape().equals(input.shape())
        ? loss.ofProbabilities(input, target)
        : loss.ofClasses(input, target);
  }

  // ---- normalisation and comparison of vectors

  /// `(x − x̄) / √(σ² + ε) · w + b`, with mean and biased variance over the last dimensions `shape`; `weight`
  /// and `bias` have that shape, or are null.
  public static Tensor layerNorm(
      Tensor x, int[] shape, Tensor weight, Tensor bias, double eps) {
    return Normalization.layer(x, shape, weight, bias, eps);
  }

  /// `(x − x̄) / √(σ² + ε) · w + b`, with mean and biased variance of each channel over the batch and all
  /// other dimensions: `(N, C, *)`, `weight` and `bias` `(C)` or null.
  ///
  /// @throws ShapeException if the shapes do not fit, or a channel has one value only
  public static Tensor batchNorm(Tensor x, Tensor weight, Tensor bias, double eps) {
    return batchNorm(x, null, null, weight, bias, true, 0.1, eps);
  }

  /// [#batchNorm(Tensor, Tensor, Tensor, double)] with running statistics, `(C)` or null. In training they
  /// are moved: `running ← (1 − momentum)·running + momentum·batch`, with the unbiased variance. Otherwise
  /// they stand for those of the batch.
  public static Tensor batchNorm(
      Tensor x,
      Tensor runningMean,
      Tensor runningVar,
      Tensor weight,
      Tensor bias,
      boolean training,
      double momentum,
      double eps) {
    return training
        ? Normalization.batch(x, runningMean, runningVar, weight, bias, momentum, eps)
        : Normalization.measured(x, runningMean, runningVar, weight, bias, eps);
  }

  /// `Σ xᵢyᵢ / (max(‖x‖, ε)·max(‖y‖, ε))` along `dim`. Shapes broadcast. The gradient is PyTorch's, which takes the
  /// maximum for a length also where it is `ε`.
  public static Tensor cosineSimilarity(Tensor x, Tensor y, int dim, double eps) {
    Shape common = Shape.broadcast("cosine_similarity", x.shape(), y.shape());
    int d = common.normalize("cosine_similarity", dim);
    Tensor a = x.expand(common.toArray());
    Tensor b = y.expand(common.toArray());
    return Directions.of(a, d, eps).mul(Directions.of(b, d, eps)).sum(d);
  }

  /// The rows of `weight` at `indices`: `(*), (V, D) → (*, D)`.
  ///
  /// @throws ShapeException if an index is not in 0 … V − 1
  public static Tensor embedding(Tensor indices, Tensor weight) {
    return weight.embedding(indices);
  }

  /// As [#embedding(Tensor, Tensor)], but row `paddingIdx` takes no gradient; null for none, negative ones
  /// count from the end.
  public static Tensor embedding(Tensor indices, Tensor weight, Integer paddingIdx) {
    Tensor rows = weight.embedding(indices);
    if (paddingIdx == null) {
      return rows;
    }
    int padding = paddingIdx < 0 ? paddingIdx + weight.size(0) : paddingIdx;
    return Tensors.where(indices.eq(padding).unsqueeze(-1), rows.detach(), rows);
  }

  private static void warnOfBroadcast(String op, Shape input, Shape target, Shape common) {
    boolean inputLonger = input.size() == target.size() && input.rank() > target.rank();
    String mend =
        input.size() == target.size()
            ? "reshape the %s to %s"
                .formatted(
                    inputLonger ? "target" : "input",
                    inputLonger ? input.tuple() : target.tuple())
            : "reshape one to the shape of the other";
    Warnings.warn(
        ("%s: the input has shape %s and the target %s: they broadcast to %s, so every element is "
            + "compared with others than its own; %s")
            .formatted(op, input.tuple(), target.tuple(), common.tuple(), mend));
  }

  /// In training, each element is zero with probability `p`, and otherwise divided by `1 − p`; else
  /// unchanged.
  ///
  /// @throws IllegalArgumentException if `p` is not in [0, 1]
  public static Tensor dropout(Tensor x, double p, boolean training) {
    return dropout(x, p, training, Seeds.torch());
  }

  /// As [#dropout(Tensor, double, boolean)], drawing from `generator`.
  public static Tensor dropout(Tensor x, double p, boolean training, TorchGenerator generator) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "dropout: p = %s for a tensor of shape %s; a probability lies between 0 and 1"
              .formatted(p, x.shape().tuple()));
    }
    if (!training) {
      return x;
    }
    int n = x.size();
    Storage factors = Storage.zeros(x.dtype(), n);
    switch (factors) {
      case Storage.Floats a -> generator.fillDropout(a.array(), 0, n, p);
      case Storage.Doubles a -> generator.fillDropout(a.array(), 0, n, p);
      default ->
          throw new IllegalArgumentException(
              "dropout: needs a floating tensor, not %s; convert it with to(DType.FLOAT32)"
                  .formatted(x.dtype()));
    }
    return x.mul(Internals.tensor(factors, Layout.contiguous(x.shape())));
  }
}
