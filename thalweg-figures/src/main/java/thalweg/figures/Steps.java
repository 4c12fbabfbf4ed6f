package thalweg.figures;

/// Where a line of steps changes its height, matplotlib's `where`.
public enum Steps {
  /// It does not: the line is straight from point to point.
  NONE,
  /// Before a point: `y[i]` holds from `x[i-1]` to `x[i]`.
  PRE,
  /// After a point: `y[i]` holds from `x[i]` to `x[i+1]`.
  POST,
  /// Halfway between two points.
  MID
}
