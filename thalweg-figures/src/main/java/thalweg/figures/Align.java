package thalweg.figures;

/// Which part of a text stands at its place, matplotlib's `ha` and `va`.
public record Align(Across across, Up up) {

  /// matplotlib's default: the text begins at its place and stands on it.
  public static final Align START = new Align(Across.LEFT, Up.BASELINE);

  /// The middle of the text stands at its place, across and up.
  public static final Align CENTER = new Align(Across.CENTER, Up.CENTER);

  /// `ha`: the end or the middle of the text that stands at its place.
  public enum Across {
    /// The text begins at its place.
    LEFT,
    /// The middle of the text stands at its place.
    CENTER,
    /// The text ends at its place.
    RIGHT
  }

  /// `va`: what of its height stands at its place.
  public enum Up {
    /// The lower edge of its lowest letter.
    BOTTOM,
    /// The line on which its letters stand.
    BASELINE,
    /// The middle of its height.
    CENTER,
    /// The upper edge of its highest letter.
    TOP
  }
}
