package thalweg.nn;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import thalweg.op.Losses;
import thalweg.op.Reduction;
import thalweg.random.Seeds;
import thalweg.random.TorchGenerator;
import thalweg.tensor.DType;
import thalweg.tensor.Layout;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Storage;
import thalweg.tensor.Tensor;
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
    requireScale("smooth_l1_loss", "beta", beta, beta >= 0);
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
    requireScale("huber_loss", "delta", delta, delta > 0);
    return paired("huber_loss", input, target, (x, y) -> Losses.huber(x, y, reduction, delta));
  }

  private static void requireScale(String op, String name, double value, boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException(
          "%s: %s = %s is too small; it must be %s 0"
              .formatted(op, name, value, name.equals("beta") ? "at least" : "above"));
    }
  }

  /// `−(yᵢ·ln xᵢ + (1 − yᵢ)·ln(1 − xᵢ))` of probabilities `x`, reduced. `(*), (*) → ()` or `(*)`.
  ///
  /// @throws ShapeException if the shapes differ
  public static Tensor binaryCrossEntropy(Tensor input, Tensor target, Reduction reduction) {
    requireSame("binary_cross_entropy", input, target);
    return Losses.binaryCrossEntropy(input, target, reduction);
  }

  /// [#binaryCrossEntropy] of `sigmoid(x)`, stable for any `x`.
  ///
  /// @throws ShapeException if the shapes differ
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor input, Tensor target, Reduction reduction) {
    requireSame("binary_cross_entropy_with_logits", input, target);
    return Losses.binaryCrossEntropyWithLogits(input, target, reduction);
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
    return paired("kl_div", input, target, (x, y) -> reduced(divergence(x, y), reduction));
  }

  /// The sum of [#klDiv] divided by the length of the first dimension: PyTorch's `batchmean`, which is the
  /// divergence as mathematics has it.
  public static Tensor klDivBatchMean(Tensor input, Tensor target) {
    return klDiv(input, target, Reduction.SUM).div((long) input.size(0));
  }

  private static Tensor divergence(Tensor x, Tensor y) {
    Tensor empty = y.eq(0);
    return y.mul(y.maskedFill(empty, 1).log()).sub(y.mul(x));
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

  private static Tensor reduced(Tensor values, Reduction reduction) {
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
    return Losses.negativeLogLikelihood(input, classes, weights, reduction, IGNORED);
  }

  /// [#nllLoss] of `log_softmax(x)`: `(N, C, *), (N, *) → ()` or `(N, *)`.
  ///
  /// @param weights        one a class, or null for 1
  /// @param labelSmoothing the share `ε` in [0, 1] of each target that is spread evenly over all classes
  public static Tensor crossEntropy(
      Tensor input, Tensor classes, Tensor weights, Reduction reduction, double labelSmoothing) {
    if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
      throw new IllegalArgumentException(
          "cross_entropy: label_smoothing = %s is not in [0, 1]".formatted(labelSmoothing));
    }
    int channel = input.rank() == 1 ? 0 : 1;
    Tensor logs = input.logSoftmax(channel);
    Tensor hard = nllLoss(logs, classes, weights, reduction);
    if (labelSmoothing == 0) {
      return hard;
    }
    Tensor kept = classes.ne(IGNORED).to(input.dtype());
    Tensor weighted = logs;
    if (weights != null) {
      int[] broadcast = new int[input.rank()];
      Arrays.fill(broadcast, 1);
      broadcast[channel] = weights.size();
      weighted = logs.mul(weights.reshape(broadcast));
      Tensor known = classes.mul(classes.ne(IGNORED).to(DType.INT64));
      kept = kept.mul(weights.index(known.flatten()).reshape(classes.shape().toArray()));
    }
    Tensor smooth =
        weighted.sum(channel).neg().mul(classes.ne(IGNORED).to(input.dtype()));
    Tensor soft =
        switch (reduction) {
          case NONE -> smooth;
          case SUM -> smooth.sum();
          case MEAN -> smooth.sum().div(kept.sum());
        };
    double each = labelSmoothing / input.shape().dim(channel);
    return hard.mul(1 - labelSmoothing).add(soft.mul(each));
  }

  // ---- normalisation and comparison of vectors

  /// `(x − x̄) / √(σ² + ε) · w + b`, with mean and biased variance over the last dimensions `shape`; `weight`
  /// and `bias` have that shape, or are null.
  public static Tensor layerNorm(
      Tensor x, int[] shape, Tensor weight, Tensor bias, double eps) {
    int from = x.rank() - shape.length;
    int[] dims = IntStream.range(from, x.rank()).toArray();
    if (from < 0 || !Arrays.equals(shape, Arrays.copyOfRange(x.shape().toArray(), from, x.rank()))) {
      throw new ShapeException(
          "layer_norm: shape %s does not end in the normalized shape %s"
              .formatted(x.shape().tuple(), Shape.tuple(shape)));
    }
    return scaled(standardised(x, dims, eps), weight, bias);
  }

  /// `(x − x̄) / √(σ² + ε) · w + b`, with mean and biased variance of each channel over the batch and all
  /// other dimensions: `(N, C, *)`, `weight` and `bias` `(C)` or null.
  public static Tensor batchNorm(Tensor x, Tensor weight, Tensor bias, double eps) {
    if (x.rank() < 2) {
      throw new ShapeException(
          "batch_norm: needs at least two dimensions (N, C), but the shape is " + x.shape().tuple());
    }
    int[] dims = IntStream.range(0, x.rank()).filter(d -> d != 1).toArray();
    int[] channel = new int[x.rank()];
    Arrays.fill(channel, 1);
    channel[1] = x.shape().dim(1);
    return scaled(
        standardised(x, dims, eps),
        weight == null ? null : weight.reshape(channel),
        bias == null ? null : bias.reshape(channel));
  }

  private static Tensor standardised(Tensor x, int[] dims, double eps) {
    Tensor deviation = x.sub(x.mean(dims, true));
    Tensor variance = deviation.square().mean(dims, true);
    return deviation.mul(variance.add(eps).rsqrt());
  }

  private static Tensor scaled(Tensor x, Tensor weight, Tensor bias) {
    Tensor product = weight == null ? x : x.mul(weight);
    return bias == null ? product : product.add(bias);
  }

  /// `Σ xᵢyᵢ / max(‖x‖·‖y‖, ε)` along `dim`.
  public static Tensor cosineSimilarity(Tensor x, Tensor y, int dim, double eps) {
    Tensor lengths = x.mul(x).sum(dim).mul(y.mul(y).sum(dim));
    return x.mul(y).sum(dim).div(lengths.clampMin(eps * eps).sqrt());
  }

  /// The rows of `weight` at `indices`: `(*), (V, D) → (*, D)`.
  ///
  /// @throws ShapeException if an index is not in 0 … V − 1
  public static Tensor embedding(Tensor indices, Tensor weight) {
    return weight.embedding(indices);
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
    return x.mul(new Tensor(factors, Layout.contiguous(x.shape())));
  }
}
