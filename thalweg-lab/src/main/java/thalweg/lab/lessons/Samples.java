package thalweg.lab.lessons;

import java.util.Arrays;
import thalweg.random.Seeds;

/// Points near a line through the origin, `y = a·x + noise`: the notes' `gen_samples`.
///
/// @param x uniform in [0, 1), or evenly spaced from 0 to 1 without noise
/// @param y as many
record Samples(double[] x, double[] y) {
  /// Draws from NumPy's stream: `n` uniform `x`, then `n` normal noises of standard deviation `sigma`. For
  /// `sigma` = 0 nothing is drawn.
  static Samples of(int n, double a, double sigma) {
    if (n < 1 || !(sigma >= 0)) {
      throw new IllegalArgumentException(
          "Samples: n = %d, sigma = %s; expected n ≥ 1 and sigma ≥ 0".formatted(n, sigma));
    }
    double[] x = sigma > 0 ? Seeds.numpy().rand(n) : unitLine(n);
    double[] noise = sigma > 0 ? Seeds.numpy().normal(0, sigma, n) : new double[n];
    double[] y = new double[n];
    Arrays.setAll(y, i -> a * x[i] + noise[i]);
    return new Samples(x, y);
  }

  /// `np.linspace(0.0, 1.0, n, endpoint=True)`.
  static double[] unitLine(int n) {
    double[] x = new double[n];
    double step = 1.0 / (n - 1);
    Arrays.setAll(x, i -> i == 0 ? 0 : i == n - 1 ? 1 : i * step);
    return x;
  }

  /// The slope of least squares through the origin, `Σxy / Σx²`: what `w₁w₂` should become.
  double bestSlope() {
    return meanOfProducts(x, y) / meanOfProducts(x, x);
  }

  private static double meanOfProducts(double[] a, double[] b) {
    double[] products = new double[a.length];
    Arrays.setAll(products, i -> a[i] * b[i]);
    return Mean.of(products);
  }
}
