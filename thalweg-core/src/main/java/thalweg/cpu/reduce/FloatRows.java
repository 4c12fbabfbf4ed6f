package thalweg.cpu.reduce;

/// Rows of `n` neighbouring elements, each normalised by itself: the arithmetic of PyTorch's `layer_norm`.
public final class FloatRows implements FloatNorm {
  private final int n;
  private final float[] means;
  private final float[] scales; // 1 / √(σ² + ε)

  /// Measures the rows of `x`.
  public FloatRows(float[] x, int n, double eps) {
    this.n = n;
    int rows = x.length / n;
    means = new float[rows];
    scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      FloatMoments moments = FloatMoments.of(x, row * n, n);
      means[row] = moments.mean();
      scales[row] = 1 / (float) Math.sqrt(Math.max(moments.variance(), 0) + (float) eps);
    }
  }

  @Override
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

  @Override
  public float[] weightGradient(float[] x, float[] gradient) {
    float[] out = new float[n];
    for (int i = 0; i < x.length; i++) {
      out[i % n] = Math.fma(gradient[i], standard(x[i], i / n), out[i % n]);
    }
    return out;
  }

  @Override
  public float[] gradient(float[] x, float[] weight, float[] gradient) {
    float[] out = new float[x.length];
    for (int row = 0; row < means.length; row++) {
      int from = row * n;
      float dot = dot(x, weight, gradient, from);
      float sum =
          weight == null
              ? FloatNorm.sum(n, (s, i) -> s + gradient[from + i])
              : FloatNorm.sum(n, (s, i) -> Math.fma(gradient[from + i], weight[i], s));
      float a = scales[row];
      float share = 1f / n;
      float b = Math.fma(sum, means[row], -dot) * a * a * a * share;
      float c = Math.fma(-b, means[row], -(sum * a * share));
      for (int i = 0; i < n; i++) {
        float ag = a * gradient[from + i];
        out[from + i] = Math.fma(b, x[from + i], weight == null ? ag : ag * weight[i]) + c;
      }
    }
    return out;
  }

  private float dot(float[] x, float[] weight, float[] gradient, int from) {
    return weight == null
        ? FloatNorm.sum(n, (s, i) -> Math.fma(gradient[from + i], x[from + i], s))
        : FloatNorm.sum(n, (s, i) -> Math.fma(gradient[from + i] * x[from + i], weight[i], s));
  }
}
