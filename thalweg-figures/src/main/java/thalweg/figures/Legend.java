package thalweg.figures;

/// Where a panel lists its labelled marks.
public enum Legend {
  NONE,
  UPPER_LEFT,
  UPPER_RIGHT,
  LOWER_LEFT,
  LOWER_RIGHT,
  /// In a row over the axes, for panels whose data leave no corner free.
  ABOVE
}
