package thalweg.figures;

import java.util.Optional;

/// How numbers become the colours of a mark.
///
/// @param map    which colours; empty where the mark has one colour
/// @param values one number a point; empty where the mark has numbers of its own
/// @param limits the numbers that get the first and the last colour; empty fits them to the numbers
/// @param bar    the label of the colour bar; empty for no bar
/// @param levels between how many levels, at most, a contour has its colours
public record Shades(
    Optional<ColorMap> map, Values values, Optional<Limits> limits, Optional<String> bar, int levels) {

  static final Shades NONE = new Shades(Optional.empty(), Values.of(), Optional.empty(), Optional.empty(), 8);

  public Shades {
    if (levels < 1) {
      throw new IllegalArgumentException("levels: expected at least 1, got " + levels);
    }
  }

  Shades map(ColorMap map) {
    return new Shades(Optional.of(map), values, limits, bar, levels);
  }

  Shades values(Values values) {
    return new Shades(map, values, limits, bar, levels);
  }

  Shades limits(Limits limits) {
    return new Shades(map, values, Optional.of(limits), bar, levels);
  }

  Shades bar(String label) {
    return new Shades(map, values, limits, Optional.of(label), levels);
  }

  Shades levels(int levels) {
    return new Shades(map, values, limits, bar, levels);
  }

  /// The numbers at the ends of the colours, for a mark whose own numbers are `own`.
  public Limits ends(Values own) {
    return limits.or(own::ends).orElseGet(() -> Limits.around(own.stream()));
  }
}
