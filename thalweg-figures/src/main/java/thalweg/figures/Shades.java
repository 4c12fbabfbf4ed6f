package thalweg.figures;

import java.util.Optional;

/// How numbers become the colours of a mark.
///
/// @param map    which colours; empty where the mark has one colour
/// @param values one number a point; empty where the mark has numbers of its own
/// @param limits the numbers that get the first and the last colour; empty fits them to the numbers
/// @param bar    the label of the colour bar; empty for no bar
/// @param count  how many intervals, at most, a contour's levels make
/// @param places a contour's levels themselves; empty chooses round numbers
public record Shades(
    Optional<ColorMap> map, Values values, Optional<Limits> limits, Optional<String> bar, int count,
    Optional<Values> places) {

  static final Shades NONE =
      new Shades(Optional.empty(), Values.of(), Optional.empty(), Optional.empty(), 8, Optional.empty());

  public Shades {
    if (count < 1) {
      throw new IllegalArgumentException("levels: expected at least 1, got " + count);
    }
  }

  Shades map(ColorMap map) {
    return new Shades(Optional.of(map), values, limits, bar, count, places);
  }

  Shades values(Values values) {
    return new Shades(map, values, limits, bar, count, places);
  }

  Shades limits(Limits limits) {
    return new Shades(map, values, Optional.of(limits), bar, count, places);
  }

  Shades bar(String label) {
    return new Shades(map, values, limits, Optional.of(label), count, places);
  }

  Shades levels(int count) {
    return new Shades(map, values, limits, bar, count, Optional.empty());
  }

  Shades levels(Values places) {
    return new Shades(map, values, limits, bar, count, Optional.of(places));
  }

  /// The levels that were given.
  Optional<Levels> levels() {
    return places.map(Levels::new);
  }

  /// The numbers at the ends of the colours, for a mark whose own numbers are `own`.
  public Limits ends(Values own) {
    return limits.or(own::ends).orElseGet(() -> Limits.around(own.stream()));
  }
}
