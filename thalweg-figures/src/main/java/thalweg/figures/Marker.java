package thalweg.figures;

/// The shape of a point.
public enum Marker {
  /// matplotlib's `o`.
  CIRCLE("o"),
  /// A small disc, half as wide: `.`.
  POINT("."),
  /// Two thin strokes: `x`.
  CROSS("x"),
  /// A filled cross: `X`.
  X("X"),
  /// Two thin upright strokes: `+`.
  PLUS("+"),
  /// A filled upright cross: `P`.
  BOLD_PLUS("P"),
  /// A star of five points: `*`.
  STAR("*"),
  /// `s`.
  SQUARE("s"),
  /// `D`.
  DIAMOND("D"),
  /// `^`.
  TRIANGLE_UP("^"),
  /// `v`.
  TRIANGLE_DOWN("v"),
  /// `<`.
  TRIANGLE_LEFT("<"),
  /// `>`.
  TRIANGLE_RIGHT(">");

  private final String symbol;

  Marker(String symbol) {
    this.symbol = symbol;
  }

  /// What matplotlib calls it.
  public String symbol() {
    return symbol;
  }

  /// Whether it is made of strokes and has no area.
  public boolean strokes() {
    return this == CROSS || this == PLUS;
  }

  /// The marker that matplotlib calls `symbol`.
  public static Marker of(String symbol) {
    for (var marker : values()) {
      if (marker.symbol.equals(symbol)) {
        return marker;
      }
    }
    throw new IllegalArgumentException(
        "marker: there is no \"%s\"; the choices are o . x X + P * s D ^ v < >".formatted(symbol));
  }
}
