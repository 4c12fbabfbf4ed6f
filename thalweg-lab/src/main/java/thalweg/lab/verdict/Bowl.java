package thalweg.lab.verdict;

import java.util.List;
import java.util.OptionalLong;

/// A quadratic loss of two weights, `L(w) = best + ½ (w − w*)ᵀ H (w − w*)`, and what gradient descent does in it.
///
/// Along each eigenvector of `H` the distance to `w*` is multiplied by `1 − αλ` at every update, so the course of a
/// run is known from its start: it is stable for `α < 2/λmax`, and the slowest direction is the one whose factor is
/// nearest to one in size. Where `λ` is 0 every weight is as good as the other; no distance is counted along it.
public final class Bowl {
  /// Above the least loss by this part of it, and a run counts as done.
  public static final double NEAR_LOSS = 0.01;

  /// Off the best weights by this part of their length, or of the way from the start, and a run counts as done.
  static final double NEAR_WEIGHTS = 0.01;

  /// Of the loss of the best constant: what may be left where the least loss is about zero.
  public static final double NEAR_SPREAD = 1e-4;

  /// An eigenvalue this much smaller than the largest is zero but for rounding.
  private static final double FLAT = 1e-12;

  private static final long MOST_UPDATES = 1L << 50;

  private final double[] best;
  private final double least;
  private final double tolerance;
  private final double[] lambda;
  private final double[][] axis;

  /// @param hessian `H`, symmetric, 2 × 2
  /// @param best    `w*`
  /// @param least   the loss there
  /// @param spread  the loss of the best constant prediction, which says what losses are small here
  public Bowl(double[][] hessian, double[] best, double least, double spread) {
    double p = hessian[0][0];
    double q = hessian[0][1];
    double r = hessian[1][1];
    double middle = (p + r) / 2;
    double reach = Math.hypot((p - r) / 2, q);
    double largest = middle + reach;
    double smallest = largest == 0 ? 0 : Math.max(0, (p * r - q * q) / largest); // no cancellation
    this.lambda = new double[] {smallest < FLAT * largest ? 0 : smallest, largest};
    this.axis = axes(p, q, r, largest);
    this.best = best.clone();
    this.least = least;
    this.tolerance = Math.max(NEAR_LOSS * least, NEAR_SPREAD * spread);
  }

  /// Unit vectors along which `H` only stretches: first for the smaller eigenvalue, then for the larger.
  private static double[][] axes(double p, double q, double r, double largest) {
    double x = q;
    double y = largest - p;
    if (Math.abs(largest - r) > Math.abs(y)) {
      x = largest - r;
      y = q;
    }
    double length = Math.hypot(x, y);
    double[] steep = length == 0 ? new double[] {1, 0} : new double[] {x / length, y / length};
    return new double[][] {{-steep[1], steep[0]}, steep};
  }

  /// The least loss.
  public double least() {
    return least;
  }

  /// The best weights.
  public double[] best() {
    return best.clone();
  }

  /// The smallest eigenvalue of `H`, `λmin`; 0 where a whole line of weights is best.
  public double smallestCurvature() {
    return lambda[0];
  }

  /// The largest eigenvalue of `H`, `λmax`.
  public double largestCurvature() {
    return lambda[1];
  }

  /// The largest stable step of gradient descent, `2/λmax`.
  public double stableStep() {
    return 2 / lambda[1];
  }

  /// How much steeper it is one way than the other, `λmax/λmin`; 1 where it is flat one way, since that way there is
  /// nothing to go.
  public double condition() {
    return lambda[0] == 0 ? 1 : lambda[1] / lambda[0];
  }

  /// By what gradient descent multiplies the distance along the axis of an eigenvalue, `1 − αλ`.
  double factor(int which, double rate) {
    return 1 - rate * lambda[which];
  }

  /// The loss at some weights.
  public double at(List<Double> weights) {
    return least + excess(along(weights));
  }

  /// Whether a training from `start` that is at `weights` is done: loss and weights are near enough to the best.
  public boolean isReached(List<Double> start, List<Double> weights) {
    return isNear(along(weights), nearness(start));
  }

  /// How far weights are from the best, along the axes that matter.
  double distance(List<Double> weights) {
    return length(along(weights));
  }

  /// The distance along each axis; 0 where the bowl is flat.
  double[] along(List<Double> weights) {
    double dx = weights.get(0) - best[0];
    double dy = weights.get(1) - best[1];
    double[] along = new double[2];
    for (int i = 0; i < 2; i++) {
      along[i] = lambda[i] == 0 ? 0 : axis[i][0] * dx + axis[i][1] * dy;
    }
    return along;
  }

  /// How far the weights may be off.
  private double nearness(List<Double> start) {
    return NEAR_WEIGHTS * Math.max(Math.hypot(best[0], best[1]), distance(start));
  }

  private boolean isNear(double[] along, double nearness) {
    return excess(along) <= tolerance && length(along) <= nearness;
  }

  private static double length(double[] along) {
    return Math.hypot(along[0], along[1]);
  }

  /// How much the loss is above the least, `½ Σ λ d²`.
  double excess(double[] along) {
    return (lambda[0] * along[0] * along[0] + lambda[1] * along[1] * along[1]) / 2;
  }

  /// The axis along which most of the excess lies once the others have died down: the one of the slowest factor among
  /// those with something left.
  int slowest(List<Double> start, List<Double> weights, double rate) {
    double[] along = along(weights);
    double[] rest = {0, 0};
    for (int i = 0; i < 2; i++) {
      double[] alone = new double[2];
      alone[i] = along[i];
      rest[i] = isNear(alone, nearness(start)) ? -1 : Math.abs(factor(i, rate));
    }
    return rest[0] >= rest[1] ? 0 : 1;
  }

  /// How many more updates of gradient descent bring `weights` near enough; empty if none do.
  ///
  /// @param rate the learning rate, below the [largest stable one][#stableStep()]
  public OptionalLong more(List<Double> start, List<Double> weights, double rate) {
    double[] along = along(weights);
    double nearness = nearness(start);
    long high = 1;
    while (!isNear(after(along, rate, high), nearness)) {
      if (high >= MOST_UPDATES) {
        return OptionalLong.empty();
      }
      high *= 2;
    }
    long low = high / 2;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (isNear(after(along, rate, middle), nearness)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalLong.of(high);
  }

  private double[] after(double[] along, double rate, long updates) {
    return new double[] {
      along[0] * Math.pow(factor(0, rate), updates), along[1] * Math.pow(factor(1, rate), updates)
    };
  }
}
