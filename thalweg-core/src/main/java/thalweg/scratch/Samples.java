package thalweg.scratch;

import java.util.Arrays;
import thalweg.random.Seeds;

/// Points near a line through the origin, `y = a·x + noise`, as NumPy draws them.
///
/// ```java
/// Seeds.numpy().manualSeed(2021);
/// var train = Samples.genSamples(73, 2.0, 0.2);
/// IO.println(Numbers.fixed(train.x()[0], 4) + " " + Numbers.fixed(train.y()[0], 4));  // 0.6060 1.0516
/// IO.println(Numbers.fixed(train.bestSlope(), 4));                                    // 2.0317
/// ```
///
/// @param x uniform in [0, 1), or evenly spaced from 0 to 1 where there is no noise
/// @param y as many
public record Samples(double[] x, double[] y) {

  public Samples {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "Samples: %d x but %d y; each point needs both".formatted(x.length, y.length));
    }
  }

  /// `n` points of `y = a·x + noise`: first `n` uniform `x` are drawn from NumPy's stream ([Seeds#numpy()]), then `n`
  /// normal noises of standard deviation `sigma`. For `sigma` = 0 nothing is drawn and `x` is
  /// `np.linspace(0, 1, n)`. The `gen_samples` of the study notes.
  ///
  /// @param n     how many, at least 1
  /// @param a     the slope
  /// @param sigma the noise's standard deviation, not negative
  /// @throws IllegalArgumentException for numbers out of range
  public static Samples genSamples(int n, double a, double sigma) {
    if (n < 1 || !(sigma >= 0)) {
      throw new IllegalArgumentException(
          "genSamples: n = %d, sigma = %s; expected n ≥ 1 and sigma ≥ 0".formatted(n, sigma));
    }
    double[] x = sigma > 0 ? Seeds.numpy().rand(n) : linspace(n);
    double[] noise = sigma > 0 ? Seeds.numpy().normal(0, sigma, n) : new double[n];
    double[] y = new double[n];
    Arrays.setAll(y, i -> a * x[i] + noise[i]);
    return new Samples(x, y);
  }

  /// `np.linspace(0.0, 1.0, n, endpoint=True)`: `n` numbers from 0 to 1; 0 alone for `n` = 1.
  public static double[] linspace(int n) {
    double[] x = new double[n];
    double step = 1.0 / (n - 1);
    Arrays.setAll(x, i -> i == 0 ? 0 : i == n - 1 ? 1 : i * step);
    return x;
  }

  /// The slope of least squares through the origin, `Σxy / Σx²`: what `w₁w₂` should become. 0 where every `x` is 0,
  /// since then each slope is as good.
  public double bestSlope() {
    double squares = meanOfProducts(x, x);
    return squares == 0 ? 0 : meanOfProducts(x, y) / squares;
  }

  private static double meanOfProducts(double[] a, double[] b) {
    double[] products = new double[a.length];
    Arrays.setAll(products, i -> a[i] * b[i]);
    return Mean.of(products);
  }
}
