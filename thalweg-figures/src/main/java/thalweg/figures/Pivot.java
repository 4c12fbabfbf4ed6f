package thalweg.figures;

/// Which part of an arrow stands at its place.
public enum Pivot {
  /// Its end without a head.
  TAIL(0),
  /// Its middle.
  MIDDLE(0.5),
  /// Its head.
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
