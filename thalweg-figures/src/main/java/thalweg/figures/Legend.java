package thalweg.figures;

/// Where a panel lists its labelled marks.
public enum Legend {
  NONE,
  UPPER_LEFT,
  UPPER_CENTER,
  UPPER_RIGHT,
  CENTER_LEFT,
  CENTER,
  CENTER_RIGHT,
  LOWER_LEFT,
  LOWER_CENTER,
  LOWER_RIGHT,
  /// Where it covers the fewest points; a page takes a corner, see [Plane#legendCorner()].
  BEST,
  /// In a row over the axes, for panels whose data leave no corner free.
  ABOVE
}
