package thalweg.figures;

/// How a line is drawn.
public enum Stroke {
  SOLID,
  DASHED
}
