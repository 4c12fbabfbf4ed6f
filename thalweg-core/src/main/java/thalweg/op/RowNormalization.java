package thalweg.op;

import static thalweg.op.Saved.NOTHING;
import static thalweg.op.Saved.X;
import static thalweg.op.Saved.Y;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.autograd.GradMode;
import thalweg.kernel.FloatRows;
import thalweg.tensor.Layout;
import thalweg.tensor.Shape;
import thalweg.tensor.Storage;
import thalweg.tensor.Tensor;

/// `(x − x̄) / √(σ² + ε) · w + b` over the last dimensions, of `float32`, as one operation with PyTorch's rounding.
/// [thalweg.nn.Functional#layerNorm] sees to shapes and other types.
///
/// A gradient that is recorded is composed of tensor operations instead, so that it can be differentiated again; it
/// then differs from PyTorch's in the last digits.
public final class RowNormalization {
  private final Shape rows; // those of the last dimensions
  private final double eps;
  private final int[] inner;
  private final int[] outer;

  private RowNormalization(Shape x, Shape rows, double eps) {
    this.rows = rows;
    this.eps = eps;
    int first = x.rank() - rows.rank();
    inner = IntStream.range(first, x.rank()).toArray();
    outer = IntStream.range(0, first).toArray();
  }

  /// Normalises `x` over its last dimensions, which are `rows`; `weight` and `bias` have that shape, or are null.
  public static Tensor apply(Tensor x, Shape rows, Tensor weight, Tensor bias, double eps) {
    return new RowNormalization(x.shape(), rows, eps).record(x, weight, bias);
  }

  private Tensor record(Tensor x, Tensor weight, Tensor bias) {
    float[] values = x.toFloatArray();
    var measured = new FloatRows(values, rows.size(), eps);
    List<Tensor> inputs = new ArrayList<>(List.of(x));
    List<Gradient> gradients = new ArrayList<>();
    gradients.add(
        weight == null
            ? new Gradient(X, (s, g) -> gradient(measured, s.x(), null, g))
            : new Gradient(X | Y, (s, g) -> gradient(measured, s.x(), s.y(), g)));
    if (weight != null) {
      inputs.add(weight);
      gradients.add(new Gradient(X, (s, g) -> weightGradient(measured, s.x(), g)));
    }
    if (bias != null) {
      inputs.add(bias);
      gradients.add(new Gradient(NOTHING, (s, g) -> overRows(g)));
    }
    float[] out = measured.normalized(values, array(weight), array(bias));
    return Structural.of("layer_norm", "NativeLayerNormBackward0", gradients.toArray(Gradient[]::new))
        .record(tensor(out, x.shape()), inputs.toArray(Tensor[]::new));
  }

  private static float[] array(Tensor x) {
    return x == null ? null : x.toFloatArray();
  }

  private static Tensor tensor(float[] values, Shape shape) {
    return new Tensor(new Storage.Floats(values), Layout.contiguous(shape));
  }

  private Tensor overRows(Tensor g) {
    return outer.length == 0 ? g : g.sum(outer, false);
  }

  private Tensor gradient(FloatRows measured, Tensor x, Tensor weight, Tensor g) {
    if (!GradMode.isEnabled()) {
      float[] values = measured.gradient(x.toFloatArray(), array(weight), g.toFloatArray());
      return tensor(values, x.shape());
    }
    Tensor scale = scale(x);
    Tensor standard = deviation(x).mul(scale);
    Tensor weighted = weight == null ? g : g.mul(weight);
    Tensor along = standard.mul(weighted.mul(standard).mean(inner, true));
    return weighted.sub(weighted.mean(inner, true)).sub(along).mul(scale);
  }

  private Tensor weightGradient(FloatRows measured, Tensor x, Tensor g) {
    return GradMode.isEnabled()
        ? overRows(g.mul(deviation(x).mul(scale(x))))
        : tensor(measured.weightGradient(x.toFloatArray(), g.toFloatArray()), rows);
  }

  private Tensor deviation(Tensor x) {
    return x.sub(x.mean(inner, true));
  }

  private Tensor scale(Tensor x) {
    return deviation(x).square().mean(inner, true).add(eps).rsqrt();
  }
}
