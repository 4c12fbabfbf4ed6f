package thalweg.figures;

/// An opaque colour; transparency belongs to the mark.
///
/// @param rgb the colour as `0xRRGGBB`
public record Color(int rgb) {
  /// The notes' blue: matplotlib's first default.
  public static final Color C0 = new Color(0x1f77b4);

  /// The notes' orange: matplotlib's second default.
  public static final Color C1 = new Color(0xff7f0e);

  public static final Color BLUE = new Color(0x0000ff);
  public static final Color RED = new Color(0xff0000);
  public static final Color GREY = new Color(0x808080);

  /// After Okabe and Ito's colours, which colour-blind readers can tell apart. Their yellow and sky blue,
  /// too pale for a line on white, are left out, and their purple is darker.
  private static final int[] CYCLE = {0x0072b2, 0xd55e00, 0x009e73, 0xb85c8f, 0x7a5c00, 0x444444};

  public Color {
    if (rgb < 0 || rgb > 0xffffff) {
      throw new IllegalArgumentException("color: expected 0x000000 to 0xffffff, got 0x%x".formatted(rgb));
    }
  }

  /// The colour of the `index`-th series where none was asked for.
  public static Color cycle(int index) {
    return new Color(CYCLE[Math.floorMod(index, CYCLE.length)]);
  }

  /// `#rrggbb`.
  public String hex() {
    return "#%06x".formatted(rgb);
  }
}
