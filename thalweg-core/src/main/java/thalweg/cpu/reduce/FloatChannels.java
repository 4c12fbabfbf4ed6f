package thalweg.cpu.reduce;

/// Batches of images `(N, C, …)`, each channel normalised over all of the batch: the arithmetic of PyTorch's
/// `batch_norm`, which takes other steps where an image is one number.
public final class FloatChannels implements FloatNorm {
  private final int batch;
  private final int channels;
  private final int image;
  private final float[] means;
  private final float[] scales; // 1 / √(σ² + ε)

  /// Measures the channels of `x`, of which an image has `image` numbers each.
  public FloatChannels(float[] x, int channels, int image, double eps) {
    this.batch = x.length / (channels * image);
    this.channels = channels;
    this.image = image;
    means = new float[channels];
    scales = new float[channels];
    for (int c = 0; c < channels; c++) {
      means[c] = mean(x, c);
      scales[c] = (float) (1 / Math.sqrt(squares(x, c) / count() + eps));
    }
  }

  private int count() {
    return batch * image;
  }

  private int offset(int n, int c) {
    return (n * channels + c) * image;
  }

  private float mean(float[] x, int c) {
    double sum = 0;
    for (int n = 0; n < batch; n++) {
      for (int i = offset(n, c); i < offset(n, c) + image; i++) {
        sum = image == 1 ? (float) sum + x[i] : sum + x[i];
      }
    }
    return (float) (sum / count());
  }

  private float squares(float[] x, int c) {
    double sum = 0;
    for (int n = 0; n < batch; n++) {
      for (int i = offset(n, c); i < offset(n, c) + image; i++) {
        float deviation = x[i] - means[c];
        sum = image == 1 ? Math.fma(deviation, deviation, (float) sum) : sum + deviation * deviation;
      }
    }
    return (float) sum;
  }

  @Override
  public float[] normalized(float[] x, float[] weight, float[] bias) {
    float[] out = new float[x.length];
    for (int c = 0; c < channels; c++) {
      float factor = weight == null ? scales[c] : scales[c] * weight[c];
      float constant = Math.fma(-means[c], factor, bias == null ? 0 : bias[c]);
      for (int n = 0; n < batch; n++) {
        for (int i = offset(n, c); i < offset(n, c) + image; i++) {
          out[i] = Math.fma(x[i], factor, constant);
        }
      }
    }
    return out;
  }

  @Override
  public float[] weightGradient(float[] x, float[] gradient) {
    float[] out = new float[channels];
    for (int c = 0; c < channels; c++) {
      double dot = dot(x, gradient, c);
      out[c] = image == 1 ? (float) dot * scales[c] : (float) (dot * scales[c]);
    }
    return out;
  }

  @Override
  public float[] gradient(float[] x, float[] weight, float[] gradient) {
    float[] out = new float[x.length];
    for (int c = 0; c < channels; c++) {
      double dot = dot(x, gradient, c);
      double sum = sum(gradient, c);
      float scale = scales[c];
      float w = weight == null ? 1 : weight[c];
      float slope =
          image == 1
              ? (float) dot * scale * scale / count()
              : (float) (dot * scale * scale / count());
      float mean = image == 1 ? (float) sum / count() : (float) (sum / count());
      for (int n = 0; n < batch; n++) {
        for (int i = offset(n, c); i < offset(n, c) + image; i++) {
          out[i] = Math.fma(means[c] - x[i], slope, gradient[i] - mean) * scale * w;
        }
      }
    }
    return out;
  }

  /// `Σ g`.
  private double sum(float[] gradient, int c) {
    double sum = 0;
    for (int n = 0; n < batch; n++) {
      int from = offset(n, c);
      sum =
          image == 1
              ? (float) sum + gradient[from]
              : sum + FloatNorm.sum(image, (s, i) -> s + gradient[from + i]);
    }
    return sum;
  }

  /// `Σ (x − x̄)·g`.
  private double dot(float[] x, float[] gradient, int c) {
    float mean = means[c];
    double sum = 0;
    for (int n = 0; n < batch; n++) {
      int from = offset(n, c);
      sum =
          image == 1
              ? Math.fma(x[from] - mean, gradient[from], (float) sum)
              : sum + FloatNorm.sum(image, (s, i) -> Math.fma(x[from + i] - mean, gradient[from + i], s));
    }
    return sum;
  }
}
