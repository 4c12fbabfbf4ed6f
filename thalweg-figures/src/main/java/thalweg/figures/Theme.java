package thalweg.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the figures of one style share, matplotlib's style sheets: `DEFAULT`, `DARK` and `XKCD`.
///
/// @param name        what options call it
/// @param cycle       the colours of marks that were given none, in turn
/// @param paper       the background
/// @param ink         the colour of frames, ticks and texts
/// @param grid        the colour of grid lines
/// @param font        the family of its texts
/// @param lineScale   how many times as wide lines are drawn whose marks do not say how wide
/// @param sketch      how lines wobble where they are drawn as if by hand
/// @param panelWidth  the width of a panel in inches, for figures without a size
/// @param panelHeight the height of a panel in inches, for figures without a size
public record Theme(
    String name, List<Color> cycle, Color paper, Color ink, Color grid, String font, double lineScale,
    Optional<Sketch> sketch, double panelWidth, double panelHeight) {

  /// How a line wobbles, as matplotlib's `path.sketch`.
  ///
  /// @param scale      how far it strays to the sides, in pixels at 100 dots an inch
  /// @param length     how long a wave is along the line, in pixels
  /// @param randomness by which factor the length shrinks or grows at random
  public record Sketch(double scale, double length, double randomness) {}

  /// Dark on white, 4.5 by 3 inches as in the notes. The colours are after Okabe and Ito's, which
  /// colour-blind readers can tell apart; their yellow and sky blue, too pale for a line on white, are left
  /// out, and their purple is darker.
  public static final Theme DEFAULT = new Theme(
      "default", colors(0x0072b2, 0xd55e00, 0x009e73, 0xb85c8f, 0x7a5c00, 0x444444),
      Color.WHITE, Color.BLACK, new Color(0xb0b0b0), "DejaVu Sans", 1, Optional.empty(), 4.5, 3);

  /// Light on near black.
  public static final Theme DARK = new Theme(
      "dark", colors(0x56b4e9, 0xe69f00, 0x2cc79a, 0xe08fbd, 0xf0e442, 0xcccccc),
      new Color(0x15181d), new Color(0xe6e8eb), new Color(0x59616c), "DejaVu Sans", 1, Optional.empty(), 4.5, 3);

  /// Drawn as if by hand, after the comic of that name.
  public static final Theme XKCD = new Theme(
      "xkcd", colors(0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22,
          0x17becf),
      Color.WHITE, Color.BLACK, new Color(0xb0b0b0), "Comic Neue", 4 / 3.0, Optional.of(new Sketch(1, 100, 2)), 4.5, 3);

  public Theme {
    cycle = List.copyOf(cycle);
    if (cycle.isEmpty()) {
      throw new IllegalArgumentException("theme: \"%s\" has no colours for its marks".formatted(name));
    }
    if (!(panelWidth > 0 && panelHeight > 0 && lineScale > 0)) {
      throw new IllegalArgumentException(
          "theme: \"%s\" has panels of %s by %s inches and lines %s times as wide; all must be above 0".formatted(
              name, panelWidth, panelHeight, lineScale));
    }
  }

  /// The theme called `name`: `default`, `dark` or `xkcd`.
  public static Theme of(String name) {
    for (var theme : List.of(DEFAULT, DARK, XKCD)) {
      if (theme.name.equals(name)) {
        return theme;
      }
    }
    throw new IllegalArgumentException("style: there is no \"%s\"; the choices are default, dark and xkcd".formatted(name));
  }

  /// The same for figures whose panels are of another size unless they say so.
  public Theme panelSize(double width, double height) {
    return new Theme(name, cycle, paper, ink, grid, font, lineScale, sketch, width, height);
  }

  /// The colour of a mark, or of its first point.
  public Color color(Style style) {
    return color(style, 0);
  }

  /// The colour of a point or bar of a mark: its own, the mark's, the next of the cycle, or ink.
  public Color color(Style style, int point) {
    var own = style.colors();
    if (!own.isEmpty()) {
      return own.get(own.size() == 1 ? 0 : point);
    }
    return style.cycle() < 0 ? ink : cycle.get(style.cycle() % cycle.size());
  }

  /// The width of a mark's line in points: its own, or the theme's.
  public double lineWidth(Style style) {
    return style.width() == Style.DEFAULT.width() ? style.width() * lineScale : style.width();
  }

  private static List<Color> colors(int... rgb) {
    return IntStream.of(rgb).mapToObj(Color::new).toList();
  }
}
