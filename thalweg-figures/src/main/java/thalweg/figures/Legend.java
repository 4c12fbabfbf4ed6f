package thalweg.figures;

/// Where a panel lists its labelled marks.
public enum Legend {
  /// No list.
  NONE,
  /// In the upper left corner of the axes.
  UPPER_LEFT,
  /// At the middle of their upper edge.
  UPPER_CENTER,
  /// In the upper right corner.
  UPPER_RIGHT,
  /// At the middle of their left edge.
  CENTER_LEFT,
  /// In their middle.
  CENTER,
  /// At the middle of their right edge.
  CENTER_RIGHT,
  /// In the lower left corner.
  LOWER_LEFT,
  /// At the middle of their lower edge.
  LOWER_CENTER,
  /// In the lower right corner.
  LOWER_RIGHT,
  /// Where it covers the fewest points; a page takes a corner, see [Plane#legendCorner()].
  BEST,
  /// In a row over the axes, for panels whose data leave no corner free.
  ABOVE
}
