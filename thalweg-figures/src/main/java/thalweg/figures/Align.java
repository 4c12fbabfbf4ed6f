package thalweg.figures;

/// Which part of a text stands at its place, matplotlib's `ha` and `va`.
public record Align(Across across, Up up) {

  /// matplotlib's default: the text begins at its place and stands on it.
  public static final Align START = new Align(Across.LEFT, Up.BASELINE);

  public static final Align CENTER = new Align(Across.CENTER, Up.CENTER);

  /// `ha`: the end or the middle of the text that stands at its place.
  public enum Across {
    LEFT,
    CENTER,
    RIGHT
  }

  /// `va`: what of its height stands at its place.
  public enum Up {
    BOTTOM,
    BASELINE,
    CENTER,
    TOP
  }
}
