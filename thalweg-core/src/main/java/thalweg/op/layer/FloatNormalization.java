package thalweg.op.layer;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.autograd.GradMode;
import thalweg.cpu.reduce.FloatChannels;
import thalweg.cpu.reduce.FloatNorm;
import thalweg.cpu.reduce.FloatRows;
import thalweg.op.Arguments;
import thalweg.runtime.Gradient;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;
import thalweg.runtime.Structural;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// `(x − x̄) / √(σ² + ε) · w + b` of `float32`, as one operation with PyTorch's rounding.
/// [thalweg.nn.Functional#layerNorm] and [thalweg.nn.Functional#batchNorm] see to shapes and other types.
///
/// A gradient that is recorded is composed of tensor operations instead, so that it can be differentiated again;
/// it then differs from PyTorch's in the last digits.
public final class FloatNormalization {
  private final FloatNorm measured;
  private final double eps;
  private final int[] inner; // over which mean and variance are taken
  private final int[] outer; // over which the weight is the same
  private final Shape broadcast; // the weight's, to meet x

  private FloatNormalization(
      FloatNorm measured, double eps, int[] inner, int[] outer, Shape broadcast) {
    this.measured = measured;
    this.eps = eps;
    this.inner = inner;
    this.outer = outer;
    this.broadcast = broadcast;
  }

  /// Normalises `x` over its last dimensions, which are `rows`; `weight` and `bias` have that shape, or are null.
  public static Tensor rows(Tensor x, Shape rows, Tensor weight, Tensor bias, double eps) {
    int first = x.rank() - rows.rank();
    int[] inner = IntStream.range(first, x.rank()).toArray();
    int[] outer = IntStream.range(0, first).toArray();
    float[] values = x.toFloatArray();
    var measured = new FloatRows(values, rows.size(), eps);
    var arguments = Arguments.of("normalized_shape", rows, "eps", Arguments.unless(1e-5, eps));
    return new FloatNormalization(measured, eps, inner, outer, rows)
        .record("layer_norm", "NativeLayerNormBackward0", arguments, values, x, weight, bias);
  }

  /// Normalises each channel of `x`, `(N, C, *)`; `weight` and `bias` are `(C)` or null.
  public static Tensor channels(Tensor x, Tensor weight, Tensor bias, double eps) {
    int[] others = IntStream.range(0, x.rank()).filter(d -> d != 1).toArray();
    int[] column = IntStream.range(0, x.rank()).map(d -> d == 1 ? x.size(1) : 1).toArray();
    float[] values = x.toFloatArray();
    int image = x.size() / (x.size(0) * x.size(1));
    var measured = new FloatChannels(values, x.size(1), image, eps);
    var arguments = Arguments.of("training", true, "eps", Arguments.unless(1e-5, eps));
    return new FloatNormalization(measured, eps, others, others, Shape.of(column))
        .record("batch_norm", "NativeBatchNormBackward0", arguments, values, x, weight, bias);
  }

  private Tensor record(
      String name, String gradName, Arguments arguments, float[] values, Tensor x, Tensor weight, Tensor bias) {
    List<Tensor> inputs = new ArrayList<>(List.of(x));
    List<Gradient> gradients = new ArrayList<>();
    gradients.add(
        weight == null
            ? new Gradient(X, (s, g) -> gradient(s.x(), null, g))
            : new Gradient(X | Y, (s, g) -> gradient(s.x(), s.y(), g)));
    if (weight != null) {
      inputs.add(weight);
      gradients.add(new Gradient(X, (s, g) -> weightGradient(s.x(), g, weight.shape())));
    }
    if (bias != null) {
      inputs.add(bias);
      gradients.add(new Gradient(NOTHING, (s, g) -> overOuter(g)));
    }
    float[] out = measured.normalized(values, array(weight), array(bias));
    return Structural.of(name, gradName, arguments, gradients.toArray(Gradient[]::new))
        .record(tensor(out, x.shape()), inputs.toArray(Tensor[]::new));
  }

  private static float[] array(Tensor x) {
    return x == null ? null : x.toFloatArray();
  }

  private static Tensor tensor(float[] values, Shape shape) {
    return Internals.tensor(new Storage.Floats(values), Layout.contiguous(shape));
  }

  private Tensor overOuter(Tensor g) {
    return outer.length == 0 ? g : g.sum(outer, false);
  }

  private Tensor gradient(Tensor x, Tensor weight, Tensor g) {
    if (!GradMode.isEnabled()) {
      float[] values = measured.gradient(x.toFloatArray(), array(weight), g.toFloatArray());
      return tensor(values, x.shape());
    }
    Tensor scale = scale(x);
    Tensor standard = deviation(x).mul(scale);
    Tensor weighted = weight == null ? g : g.mul(weight.reshape(broadcast.toArray()));
    Tensor along = standard.mul(weighted.mul(standard).mean(inner, true));
    return weighted.sub(weighted.mean(inner, true)).sub(along).mul(scale);
  }

  private Tensor weightGradient(Tensor x, Tensor g, Shape shape) {
    return GradMode.isEnabled()
        ? overOuter(g.mul(deviation(x).mul(scale(x))))
        : tensor(measured.weightGradient(x.toFloatArray(), g.toFloatArray()), shape);
  }

  private Tensor deviation(Tensor x) {
    return x.sub(x.mean(inner, true));
  }

  private Tensor scale(Tensor x) {
    return deviation(x).square().mean(inner, true).add(eps).rsqrt();
  }
}
