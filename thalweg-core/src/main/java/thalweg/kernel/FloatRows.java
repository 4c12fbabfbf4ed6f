package thalweg.kernel;

/// Rows of `n` elements each, normalised to mean 0 and variance 1 in single precision, and the gradients of that:
/// the arithmetic of PyTorch's `layer_norm` on a machine with AVX2.
///
/// Where a row holds nearly equal numbers, single precision loses digits, and which ones depends on each rounding.
/// So the steps are PyTorch's one by one, also where others would be more accurate.
public final class FloatRows {
  private static final int LANES = 8;

  private final int n;
  private final float[] means;
  private final float[] scales; // 1 / √(σ² + ε)

  /// Measures the rows of `x`.
  public FloatRows(float[] x, int n, double eps) {
    this.n = n;
    int rows = n == 0 ? 0 : x.length / n;
    means = new float[rows];
    scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      FloatMoments moments = FloatMoments.of(x, row * n, n);
      means[row] = moments.mean();
      scales[row] = 1 / (float) Math.sqrt(Math.max(moments.variance(), 0) + (float) eps);
    }
  }

  /// `(x − x̄) / √(σ² + ε) · weight + bias`; both may be null.
  public float[] normalized(float[] x, float[] weight, float[] bias) {
    float[] out = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      float w = weight == null ? 1 : weight[i % n];
      float b = bias == null ? 0 : bias[i % n];
      out[i] = Math.fma(standard(x[i], i / n), w, b);
    }
    return out;
  }

  private float standard(float x, int row) {
    return Math.fma(x, scales[row], -scales[row] * means[row]);
  }

  /// The gradient of the weight.
  public float[] weightGradient(float[] x, float[] gradient) {
    float[] out = new float[n];
    for (int i = 0; i < x.length; i++) {
      out[i % n] = Math.fma(gradient[i], standard(x[i], i / n), out[i % n]);
    }
    return out;
  }

  /// The gradient of `x`; `weight` may be null.
  public float[] gradient(float[] x, float[] weight, float[] gradient) {
    float[] out = new float[x.length];
    for (int row = 0; row < means.length; row++) {
      int from = row * n;
      float dot = sum(weight == null ? Term.GX : Term.GXW, x, weight, gradient, from);
      float sum = sum(weight == null ? Term.G : Term.GW, x, weight, gradient, from);
      float a = scales[row];
      float share = 1f / n;
      float b = Math.fma(sum, means[row], -dot) * a * a * a * share;
      float c = Math.fma(-b, means[row], -(sum * a * share));
      for (int i = 0; i < n; i++) {
        float g = gradient[from + i];
        float ag = weight == null ? a * g : a * g * weight[i];
        out[from + i] = Math.fma(b, x[from + i], ag) + c;
      }
    }
    return out;
  }

  /// What is summed over a row, from the gradient `g`, `x` and the weight `w`.
  private enum Term {
    G,
    GW,
    GX,
    GXW;

    float plus(float sum, float g, float x, float w) {
      return switch (this) {
        case G -> sum + g;
        case GW -> Math.fma(g, w, sum);
        case GX -> Math.fma(g, x, sum);
        case GXW -> Math.fma(g * x, w, sum);
      };
    }
  }

  /// Over eight lanes, which are then combined in halves; a row shorter than that from the left.
  private float sum(Term term, float[] x, float[] weight, float[] gradient, int from) {
    float[] lanes = new float[LANES];
    for (int i = 0; i < n; i++) {
      float w = weight == null ? 1 : weight[i];
      lanes[i % LANES] = term.plus(lanes[i % LANES], gradient[from + i], x[from + i], w);
    }
    if (n < LANES) {
      float sum = lanes[0];
      for (int i = 1; i < n; i++) {
        sum += lanes[i];
      }
      return sum;
    }
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        lanes[i] += lanes[i + half];
      }
    }
    return lanes[0];
  }
}
