package thalweg.figures;

import java.util.stream.IntStream;

/// An opaque colour; transparency belongs to the mark.
///
/// @param rgb the colour as `0xRRGGBB`
public record Color(int rgb) {
  /// The notes' blue: matplotlib's first default, `tab:blue`.
  public static final Color C0 = new Color(0x1f77b4);

  /// The notes' orange: matplotlib's second default, `tab:orange`.
  public static final Color C1 = new Color(0xff7f0e);

  /// `tab:green`.
  public static final Color C2 = new Color(0x2ca02c);

  /// `tab:red`.
  public static final Color C3 = new Color(0xd62728);

  /// `#000000`.
  public static final Color BLACK = new Color(0x000000);
  /// `#ffffff`.
  public static final Color WHITE = new Color(0xffffff);
  /// `#0000ff`.
  public static final Color BLUE = new Color(0x0000ff);
  /// `#ff0000`.
  public static final Color RED = new Color(0xff0000);
  /// `#808080`, the `gray` of CSS.
  public static final Color GREY = new Color(0x808080);

  public Color {
    if (rgb < 0 || rgb > 0xffffff) {
      throw new IllegalArgumentException("color: expected 0x000000 to 0xffffff, got 0x%x".formatted(rgb));
    }
  }

  /// The colour with a name of CSS (`steelblue`), of matplotlib (`tab:red`, `C0` to `C9`, `k`), or given
  /// as `#rrggbb` or `#rgb`.
  public static Color of(String name) {
    return ColorNames.find(name).orElseGet(() -> {
      if (name.matches("#[0-9a-fA-F]{6}")) {
        return new Color(Integer.parseInt(name.substring(1), 16));
      }
      if (name.matches("#[0-9a-fA-F]{3}")) {
        return new Color(IntStream.rangeClosed(1, 3).map(i -> 17 * Character.digit(name.charAt(i), 16))
            .reduce(0, (rgb, part) -> rgb << 8 | part));
      }
      throw new IllegalArgumentException(
          ("color: \"%s\" is not a colour; use a CSS name such as \"steelblue\", \"tab:red\", \"C0\" to \"C9\" "
              + "or \"#1f77b4\"")
              .formatted(name));
    });
  }

  /// `#rrggbb`.
  public String hex() {
    return "#%06x".formatted(rgb);
  }
}
