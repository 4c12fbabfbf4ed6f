package thalweg.nn;

import java.util.Arrays;
import java.util.stream.IntStream;
import thalweg.op.layer.FloatNormalization;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Normalising by mean and variance, behind [Functional#layerNorm] and [Functional#batchNorm].
final class Normalization {
  private Normalization() {}

  static Tensor layer(Tensor x, int[] shape, Tensor weight, Tensor bias, double eps) {
    int from = x.rank() - shape.length;
    if (from < 0
        || shape.length == 0
        || !Arrays.equals(shape, Arrays.copyOfRange(x.shape().toArray(), from, x.rank()))) {
      throw new ShapeException(
          "layer_norm: shape %s does not end in the normalized shape %s"
              .formatted(x.shape().tuple(), Shape.tuple(shape)));
    }
    requireFloating("layer_norm", x);
    requireFit("layer_norm", x, "weight", weight, Shape.of(shape));
    requireFit("layer_norm", x, "bias", bias, Shape.of(shape));
    if (x.dtype() == DType.FLOAT32 && x.size() > 0) {
      return FloatNormalization.rows(x, Shape.of(shape), weight, bias, eps);
    }
    int[] dims = IntStream.range(from, x.rank()).toArray();
    return scaled(standardised(x, dims, eps), weight, bias);
  }

  /// A batch by its own mean and variance, which also move the running ones, where there are any.
  static Tensor batch(
      Tensor x,
      Tensor runningMean,
      Tensor runningVar,
      Tensor weight,
      Tensor bias,
      double momentum,
      double eps) {
    Shape channels = requireChannels(x, runningMean, runningVar, weight, bias);
    int[] dims = IntStream.range(0, x.rank()).filter(d -> d != 1).toArray();
    int values = x.size() / Math.max(1, channels.size());
    if (values == 1) {
      throw new ShapeException(
          ("batch_norm: shape %s has 1 value per channel, but a variance needs more than one to train; "
              + "give a larger batch, or call eval()")
              .formatted(x.shape().tuple()));
    }
    if (runningMean != null || runningVar != null) {
      Tensor wide = x.detach().to(DType.FLOAT64);
      move(runningMean, momentum, wide.mean(dims, false));
      move(runningVar, momentum, wide.var(dims, true, false));
    }
    if (x.dtype() == DType.FLOAT32 && x.size() > 0) {
      return FloatNormalization.channels(x, weight, bias, eps);
    }
    Tensor standard = x.size() == 0 ? x.mul(1.0) : standardised(x, dims, eps);
    return scaled(standard, column(weight, x), column(bias, x));
  }

  /// `running ← (1 − momentum)·running + momentum·value`, rounded once.
  private static void move(Tensor running, double momentum, Tensor value) {
    if (running != null) {
      Tensor moved =
          running.detach().to(DType.FLOAT64).mul(1 - momentum).add(value.mul(momentum));
      Tensors.noGrad(() -> running.copy_(moved.to(running.dtype())));
    }
  }

  /// A batch by a mean and a variance that were measured before.
  static Tensor measured(
      Tensor x, Tensor mean, Tensor variance, Tensor weight, Tensor bias, double eps) {
    if (mean == null || variance == null) {
      throw new IllegalArgumentException(
          "batch_norm: running_mean and running_var are needed where it does not train");
    }
    requireChannels(x, mean, variance, weight, bias);
    Tensor scale = column(variance, x).add(eps).rsqrt();
    return scaled(x.sub(column(mean, x)).mul(scale), column(weight, x), column(bias, x));
  }

  private static Shape requireChannels(
      Tensor x, Tensor mean, Tensor variance, Tensor weight, Tensor bias) {
    if (x.rank() < 2) {
      throw new ShapeException(
          "batch_norm: needs at least two dimensions (N, C), but the shape is " + x.shape().tuple());
    }
    requireFloating("batch_norm", x);
    Shape channels = Shape.of(x.shape().dim(1));
    String op = "batch_norm: an input of shape " + x.shape().tuple();
    requireFit(op, x, "running_mean", mean, channels);
    requireFit(op, x, "running_var", variance, channels);
    requireFit(op, x, "weight", weight, channels);
    requireFit(op, x, "bias", bias, channels);
    return channels;
  }

  private static void requireFit(String op, Tensor x, String name, Tensor given, Shape needed) {
    if (given != null && !given.shape().equals(needed)) {
      throw new ShapeException(
          "%s: %s must have shape %s, not %s"
              .formatted(op, name, needed.tuple(), given.shape().tuple()));
    }
    if (given != null && given.dtype() != x.dtype()) {
      throw new IllegalArgumentException(
          "%s: the input is %s and %s %s; all must have one type: convert one with to(…)"
              .formatted(op, x.dtype(), name, given.dtype()));
    }
  }

  private static void requireFloating(String op, Tensor x) {
    if (!x.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "%s: needs a floating tensor, not %s; convert it with to(DType.FLOAT32)"
              .formatted(op, x.dtype()));
    }
  }

  /// `(C)` as `(1, C, 1, …)`, to meet `x`.
  private static Tensor column(Tensor channels, Tensor x) {
    if (channels == null) {
      return null;
    }
    int[] broadcast = new int[x.rank()];
    Arrays.fill(broadcast, 1);
    broadcast[1] = channels.size();
    return channels.reshape(broadcast);
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
}
