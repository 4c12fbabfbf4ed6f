package thalweg.figures;

/// The shape of a point.
public enum Marker {
  CIRCLE,
  X,
  STAR
}
