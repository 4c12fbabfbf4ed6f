package thalweg.figures;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How a mark looks and what it is called. Written as trailing options, matplotlib's keywords:
///
/// ```java
/// Axes.plane().plot(x, y, label("first line"), dashed(), color(C1), alpha(0.1))
/// ```
///
/// @param name   what an [Animation] calls the mark; empty if it never changes
/// @param label  its text in the legend; empty if it is not listed
/// @param color  its colour; empty until the axes choose the next of their cycle
/// @param alpha  from 0, invisible, to 1, opaque
/// @param marker the shape of its points
/// @param size   the area of its points in square points (1/72 inch), matplotlib's `s`
/// @param stroke how its line is drawn
/// @param width  the width of its line in points (1/72 inch), matplotlib's `linewidth`
/// @param shades its colours where numbers choose them
/// @param hover  what pointing at it shows: one text a point, one for the whole mark, or none
public record Style(
    String name,
    String label,
    Optional<Color> color,
    double alpha,
    Marker marker,
    double size,
    Stroke stroke,
    double width,
    Shades shades,
    List<String> hover) {

  /// matplotlib's defaults.
  public static final Style DEFAULT =
      new Style("", "", Optional.empty(), 1, Marker.CIRCLE, 36, Stroke.SOLID, 1.5, Shades.NONE, List.of());

  /// One change to a style.
  public interface Option extends UnaryOperator<Style> {}

  public Style {
    hover = List.copyOf(hover);
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha: expected 0 (invisible) to 1 (opaque), got " + alpha);
    }
    if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("size: expected an area above 0 in square points, got " + size);
    }
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("linewidth: expected a width above 0 in points, got " + width);
    }
  }

  public static Option name(String name) {
    return s -> new Style(
        name, s.label, s.color, s.alpha, s.marker, s.size, s.stroke, s.width, s.shades, s.hover);
  }

  public static Option label(String label) {
    return s -> new Style(
        s.name, label, s.color, s.alpha, s.marker, s.size, s.stroke, s.width, s.shades, s.hover);
  }

  public static Option color(Color color) {
    var chosen = Optional.of(color);
    return s -> new Style(
        s.name, s.label, chosen, s.alpha, s.marker, s.size, s.stroke, s.width, s.shades, s.hover);
  }

  public static Option alpha(double alpha) {
    return s -> new Style(
        s.name, s.label, s.color, alpha, s.marker, s.size, s.stroke, s.width, s.shades, s.hover);
  }

  public static Option marker(Marker marker) {
    return s -> new Style(
        s.name, s.label, s.color, s.alpha, marker, s.size, s.stroke, s.width, s.shades, s.hover);
  }

  public static Option size(double size) {
    return s -> new Style(
        s.name, s.label, s.color, s.alpha, s.marker, size, s.stroke, s.width, s.shades, s.hover);
  }

  public static Option dashed() {
    return s -> new Style(
        s.name, s.label, s.color, s.alpha, s.marker, s.size, Stroke.DASHED, s.width, s.shades, s.hover);
  }

  /// A wide translucent line is a ribbon.
  public static Option linewidth(double width) {
    return s -> new Style(
        s.name, s.label, s.color, s.alpha, s.marker, s.size, s.stroke, width, s.shades, s.hover);
  }

  /// One text a point, or one for all of them.
  public static Option hover(List<String> texts) {
    return s -> new Style(
        s.name, s.label, s.color, s.alpha, s.marker, s.size, s.stroke, s.width, s.shades, texts);
  }

  public static Option hover(String text) {
    return hover(List.of(text));
  }

  /// Colours that numbers choose: those of [#c(Values)], or the mark's own.
  public static Option cmap(ColorMap map) {
    return shades(shades -> shades.map(map));
  }

  /// The numbers that choose the colours, one a point.
  public static Option c(Values numbers) {
    return shades(shades -> shades.values(numbers));
  }

  /// The numbers that get the first and the last colour; those beyond get the same.
  public static Option clim(double low, double high) {
    return shades(shades -> shades.limits(new Limits(low, high)));
  }

  /// A colour bar beside the axes.
  public static Option colorbar(String label) {
    return shades(shades -> shades.bar(label));
  }

  /// A contour's levels: as many as make round numbers, at most `count` intervals.
  public static Option levels(int count) {
    return shades(shades -> shades.levels(count));
  }

  private static Option shades(UnaryOperator<Shades> change) {
    return s -> new Style(s.name, s.label, s.color, s.alpha, s.marker, s.size, s.stroke, s.width,
        change.apply(s.shades), s.hover);
  }

  /// The default style with these options, and the next colour of the cycle if none was chosen.
  static Style of(int index, Option... options) {
    var style = DEFAULT;
    for (var option : options) {
      style = option.apply(style);
    }
    return style.color.isPresent() ? style : color(Color.cycle(index)).apply(style);
  }
}
