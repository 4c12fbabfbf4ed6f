package thalweg.figures;

/// Which part of an arrow stands at its place.
public enum Pivot {
  TAIL(0),
  MIDDLE(0.5),
  TIP(1);

  private final double part;

  Pivot(double part) {
    this.part = part;
  }

  /// Which part of the arrow lies before its place, from 0 to 1.
  public double part() {
    return part;
  }
}
