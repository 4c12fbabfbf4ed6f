package thalweg.cpu.reduce;

/// Numbers normalised to mean 0 and variance 1 in single precision, and the gradients of that.
///
/// Where numbers are nearly equal, single precision loses digits, and which ones depends on each rounding. So the
/// steps are those of PyTorch on a machine with AVX2, one by one, also where others would be more accurate.
public sealed interface FloatNorm permits FloatRows, FloatChannels {
  /// How many lanes a sum has.
  int LANES = 8;

  /// `(x − x̄) / √(σ² + ε) · weight + bias`; both may be null.
  float[] normalized(float[] x, float[] weight, float[] bias);

  /// The gradient of `x`; `weight` may be null.
  float[] gradient(float[] x, float[] weight, float[] gradient);

  /// The gradient of the weight.
  float[] weightGradient(float[] x, float[] gradient);

  /// One more term of a sum.
  @FunctionalInterface
  interface Term {
    /// `sum` and term `i`, rounded once.
    float add(float sum, int i);
  }

  /// The sum of `n` terms over eight lanes, which are then combined in halves; of fewer than eight from the left.
  static float sum(int n, Term term) {
    float[] lanes = new float[LANES];
    for (int i = 0; i < n; i++) {
      lanes[i % LANES] = term.add(lanes[i % LANES], i);
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
