package thalweg.optim;

import java.util.function.DoubleFunction;
import thalweg.tensor.Tensor;

/// A line search for a step that decreases the function enough and flattens it enough, the strong Wolfe
/// conditions: an interval is found that holds such a step, then made smaller by cubic interpolation. (Moré and
/// Thuente 1994; Schmidt's `minFunc`.)
final class StrongWolfe {
  private static final double DECREASE = 1e-4;
  private static final double FLATTENING = 0.9;
  private static final double LEAST_CHANGE = 1e-9;
  private static final int MOST_STEPS = 25;

  /// The function at step `t` along the direction.
  ///
  /// @param slope the gradient's component along the direction
  record Point(double t, double loss, Tensor gradient, double slope) {}

  /// What was found.
  ///
  /// @param evaluations how often the function was measured
  record Found(Point point, int evaluations) {}

  private final DoubleFunction<Point> function;
  private final Point start;
  private final double directionSize;
  private final Precision precision;
  private int steps;
  private int evaluations;

  /// @param function      measures at a step
  /// @param start         the point at step 0
  /// @param directionSize the largest element of the direction
  /// @param precision     of slopes, and of what is reckoned with them
  StrongWolfe(
      DoubleFunction<Point> function, Point start, double directionSize, Precision precision) {
    this.function = function;
    this.start = start;
    this.directionSize = directionSize;
    this.precision = precision;
  }

  /// Searches, from step `t` on.
  Found from(double t) {
    Point previous = start;
    Point current = measure(t);
    while (steps < MOST_STEPS) {
      if (isTooHigh(current) || (steps > 1 && current.loss >= previous.loss)) {
        return zoom(previous, current);
      }
      if (isFlat(current)) {
        return new Found(current, evaluations);
      }
      if (current.slope >= 0) {
        return zoom(previous, current);
      }
      double least = current.t + 0.01 * (current.t - previous.t);
      double next = cubicMinimum(previous, current, least, current.t * 10);
      previous = current;
      current = measure(next);
      steps++;
    }
    return new Found(start.loss <= current.loss ? start : current, evaluations);
  }

  private Point measure(double t) {
    evaluations++;
    return function.apply(t);
  }

  private boolean isTooHigh(Point point) {
    double least = r(r(DECREASE * point.t) * start.slope);
    return r(point.loss) > r(r(start.loss) + least);
  }

  private boolean isFlat(Point point) {
    return Math.abs(point.slope) <= r(r(-FLATTENING) * start.slope);
  }

  /// Makes the interval between two points smaller, until it is nothing or a point will do.
  private Found zoom(Point first, Point second) {
    Point[] ends = {first, second};
    int low = lower(ends);
    boolean wasAtEdge = false;
    while (steps < MOST_STEPS
        && !(Math.abs(ends[1].t - ends[0].t) * directionSize < LEAST_CHANGE)) {
      double left = Math.min(ends[0].t, ends[1].t);
      double right = Math.max(ends[0].t, ends[1].t);
      double t = cubicMinimum(ends[0], ends[1], left, right);
      double margin = 0.1 * (right - left);
      boolean atEdge = Math.min(right - t, t - left) < margin;
      boolean moved = atEdge && (wasAtEdge || t >= right || t <= left);
      if (moved) {
        t = Math.abs(t - right) < Math.abs(t - left) ? right - margin : left + margin;
      }
      wasAtEdge = atEdge && !moved;
      Point point = measure(t);
      steps++;
      if (isTooHigh(point) || point.loss >= ends[low].loss) {
        ends[1 - low] = point;
        low = lower(ends);
      } else if (isFlat(point)) {
        return new Found(point, evaluations);
      } else {
        if (point.slope * (ends[1 - low].t - ends[low].t) >= 0) {
          ends[1 - low] = ends[low];
        }
        ends[low] = point;
      }
    }
    return new Found(ends[low], evaluations);
  }

  private static int lower(Point[] ends) {
    return ends[0].loss <= ends[1].loss ? 0 : 1;
  }

  /// Where the cubic through two points, with their slopes, is least between two bounds; their middle if it has
  /// no minimum.
  private double cubicMinimum(Point a, Point b, double least, double most) {
    Point left = a.t <= b.t ? a : b;
    Point right = a.t <= b.t ? b : a;
    double chord = 3 * (a.loss - b.loss) / (a.t - b.t);
    double mean = r(r(a.slope + b.slope) - r(chord));
    double square = r(r(mean * mean) - r(a.slope * b.slope));
    if (!(square >= 0)) {
      return (least + most) / 2;
    }
    double root = r(Math.sqrt(square));
    double above = r(r(right.slope + root) - mean);
    double share = r(above / r(r(right.slope - left.slope) + 2 * root));
    double t = r(r(right.t) - r(r(right.t - left.t) * share));
    return Math.min(Math.max(t, least), most);
  }

  /// Rounded to the precision.
  private double r(double value) {
    return precision.round(value);
  }
}
