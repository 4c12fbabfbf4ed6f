package thalweg.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a mark looks and what it is called. Written as trailing options, matplotlib's keywords:
///
/// ```java
/// Axes.plane().plot(x, y, label("first line"), dashed(), color(C1), alpha(0.1));
/// ```
///
/// Each property is declared once: its default, the option that sets it, and how it is read. A mark takes
/// from its style what it has a use for.
public final class Style {

  /// No property set.
  public static final Style DEFAULT = new Style(Map.of());

  /// One change to a style.
  public interface Option extends UnaryOperator<Style> {}

  private final Map<Property<?>, Object> chosen;

  private Style(Map<Property<?>, Object> chosen) {
    this.chosen = Map.copyOf(chosen);
  }

  // ---- names

  private static final Property<String> NAME = new Property<>("name", "");

  /// What an [Animation] calls the mark; empty, the default, if it never changes.
  public static Option name(String name) {
    return NAME.to(name);
  }

  /// What an [Animation] calls the mark; empty if it never changes.
  public String name() {
    return get(NAME);
  }

  private static final Property<String> LABEL = new Property<>("label", "");

  /// Its text in the legend, see [MathText]; empty, the default, if it is not listed.
  public static Option label(String label) {
    return LABEL.to(label);
  }

  /// Its text in the legend; empty if it is not listed.
  public String label() {
    return get(LABEL);
  }

  private static final Property<List<String>> HOVER = new Property<>("hover", List.of());

  /// What pointing at it shows: one text a point, or one for all of them; by default the coordinates.
  public static Option hover(List<String> texts) {
    return HOVER.to(List.copyOf(texts));
  }

  /// What pointing at any of its points shows.
  public static Option hover(String text) {
    return hover(List.of(text));
  }

  /// What pointing at it shows: none for the coordinates, one text for all points, or one a point.
  public List<String> hover() {
    return get(HOVER);
  }

  // ---- colours

  private static final Property<List<Color>> COLORS = new Property<>("color", List.of());

  /// Its colour; by default the next of the theme's cycle, or the theme's ink for texts.
  public static Option color(Color color) {
    return COLORS.to(List.of(color));
  }

  /// Its colour by name, such as `"tab:red"`, see [Color#of(String)].
  public static Option color(String name) {
    return color(Color.of(name));
  }

  /// A colour for each point or bar.
  public static Option colors(List<Color> colors) {
    return COLORS.to(List.copyOf(colors));
  }

  /// The colour that was asked for, the first if there are several; see [Theme#color(Style)].
  public Optional<Color> color() {
    return get(COLORS).stream().findFirst();
  }

  /// None, one for all, or one a point.
  public List<Color> colors() {
    return get(COLORS);
  }

  private static final Property<Integer> CYCLE = new Property<>("cycle", -1);

  /// A colour of the theme's cycle, for marks of several axes that belong together.
  public static Option cycle(int index) {
    return CYCLE.to(index);
  }

  /// Which colour of the theme's cycle it has where none was asked for; -1 for the theme's ink.
  public int cycle() {
    return get(CYCLE);
  }

  private static final Property<Optional<Color>> EDGE_COLOR = new Property<>("edgecolor", Optional.empty());

  /// The colour of the edges of points, bars and areas; by default points have edges of their own
  /// colour, the rest has none.
  public static Option edgecolor(Color color) {
    return EDGE_COLOR.to(Optional.of(color));
  }

  /// The colour of its edges by name, see [Color#of(String)].
  public static Option edgecolor(String name) {
    return edgecolor(Color.of(name));
  }

  /// The colour that was asked for its edges, if any.
  public Optional<Color> edgecolor() {
    return get(EDGE_COLOR);
  }

  private static final Property<Double> ALPHA = new Property<>("alpha", 1.0);

  /// From 0, invisible, to 1, opaque, which is the default.
  public static Option alpha(double alpha) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha: expected 0 (invisible) to 1 (opaque), got " + alpha);
    }
    return ALPHA.to(alpha);
  }

  /// How opaque it is, from 0 to 1.
  public double alpha() {
    return get(ALPHA);
  }

  private static final Property<Shades> SHADES = new Property<>("shades", Shades.NONE);

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
    var limits = new Limits(low, high);
    return shades(shades -> shades.limits(limits));
  }

  /// A colour bar beside the axes.
  public static Option colorbar(String label) {
    return shades(shades -> shades.bar(label));
  }

  /// A contour's levels: as many as make round numbers, at most `count` intervals; 8 by default.
  public static Option levels(int count) {
    return shades(shades -> shades.levels(count));
  }

  /// A contour's levels, increasing.
  public static Option levels(double... places) {
    var levels = Values.of(places);
    return shades(shades -> shades.levels(levels));
  }

  private static Option shades(UnaryOperator<Shades> change) {
    return style -> style.with(SHADES, change.apply(style.shades()));
  }

  /// Its colours where numbers choose them.
  public Shades shades() {
    return get(SHADES);
  }

  // ---- points

  private static final Property<List<Marker>> MARKERS = new Property<>("marker", List.of());

  /// The shape of its points. Points are circles by default; lines have none unless this gives them some.
  public static Option marker(Marker marker) {
    return MARKERS.to(List.of(marker));
  }

  /// The shape by matplotlib's symbol, such as `"s"`, see [Marker#of(String)].
  public static Option marker(String symbol) {
    return marker(Marker.of(symbol));
  }

  /// A shape for each point.
  public static Option markers(List<Marker> markers) {
    return MARKERS.to(List.copyOf(markers));
  }

  /// The shape of all points, or of the first.
  public Marker marker() {
    return marker(0);
  }

  /// The shape of a point.
  public Marker marker(int point) {
    return one(markers(), point).orElse(Marker.CIRCLE);
  }

  /// None, one for all, or one a point.
  public List<Marker> markers() {
    return get(MARKERS);
  }

  private static final Property<Values> SIZES = new Property<>("size", Values.of(36));

  /// The area of its points in square points (1/72 inch), matplotlib's `s`; 36 by default.
  public static Option size(double size) {
    return sizes(Values.of(size));
  }

  /// An area for each point.
  public static Option sizes(Values sizes) {
    sizes.stream().filter(size -> !(size > 0 && size < Double.POSITIVE_INFINITY)).findFirst().ifPresent(size -> {
      throw new IllegalArgumentException("size: expected an area above 0 in square points, got " + size);
    });
    return SIZES.to(sizes);
  }

  /// The area of all points, or of the first.
  public double size() {
    return size(0);
  }

  /// The area of a point.
  public double size(int point) {
    var sizes = sizes();
    return sizes.size() == 0 ? SIZES.otherwise().get(0) : sizes.get(sizes.size() == 1 ? 0 : point);
  }

  /// One for all, or one a point.
  public Values sizes() {
    return get(SIZES);
  }

  // ---- lines

  private static final Property<Stroke> STROKE = new Property<>("linestyle", Stroke.SOLID);

  /// How its line is drawn; whole by default.
  public static Option linestyle(Stroke stroke) {
    return STROKE.to(stroke);
  }

  /// Its line in dashes: `linestyle(DASHED)`.
  public static Option dashed() {
    return linestyle(Stroke.DASHED);
  }

  /// Its line in dots: `linestyle(DOTTED)`.
  public static Option dotted() {
    return linestyle(Stroke.DOTTED);
  }

  /// Its line in dashes and dots: `linestyle(DASHDOT)`.
  public static Option dashdot() {
    return linestyle(Stroke.DASHDOT);
  }

  /// How its line is drawn; whole by default.
  public Stroke stroke() {
    return get(STROKE);
  }

  private static final Property<Double> WIDTH = new Property<>("linewidth", 1.5);

  /// The width of its line in points (1/72 inch), 1.5 by default. A wide translucent line is a ribbon.
  public static Option linewidth(double width) {
    return Property.atLeast(Double.MIN_VALUE, WIDTH, width, "a width above 0 in points");
  }

  /// The width of its line in points (1/72 inch).
  public double width() {
    return get(WIDTH);
  }

  private static final Property<Steps> STEPS = new Property<>("drawstyle", Steps.NONE);

  /// Steps from point to point instead of straight lines; [Plane#step] sets it.
  public static Option drawstyle(Steps steps) {
    return STEPS.to(steps);
  }

  /// How its line steps from point to point; [Steps#NONE] for straight lines.
  public Steps steps() {
    return get(STEPS);
  }

  private static final Property<Double> SHAFT = new Property<>("shaft", 0.0);

  /// The width of the shafts of arrows as a part of the axes' width, matplotlib's `width`; their heads are
  /// three times as wide. By default, 0, it is the thinner the more arrows there are.
  public static Option shaft(double part) {
    return Property.atLeast(0, SHAFT, part, "a fraction of the axes' width, 0 or more");
  }

  /// The width of an arrow's shaft as a part of the axes' width; 0 for one that fits their number.
  public double shaft() {
    return get(SHAFT);
  }

  private static final Property<Pivot> PIVOT = new Property<>("pivot", Pivot.TAIL);

  /// Which part of an arrow stands at its place; by default its tail.
  public static Option pivot(Pivot pivot) {
    return PIVOT.to(pivot);
  }

  /// Which part of an arrow stands at its place.
  public Pivot pivot() {
    return get(PIVOT);
  }

  private static final Property<Double> CAP_SIZE = new Property<>("capsize", 0.0);

  /// How far the caps of error bars reach to each side, in points; 0 by default, which is none.
  public static Option capsize(double size) {
    return Property.atLeast(0, CAP_SIZE, size, "a length of 0 or more in points");
  }

  /// How far the caps of error bars reach to each side, in points.
  public double capsize() {
    return get(CAP_SIZE);
  }

  // ---- texts

  private static final Property<Double> FONT_SIZE = new Property<>("fontsize", 10.0);

  /// The size of its text in points, 10 by default.
  public static Option fontsize(double size) {
    return Property.atLeast(Double.MIN_VALUE, FONT_SIZE, size, "a size above 0 in points");
  }

  /// The size of its text in points.
  public double fontsize() {
    return get(FONT_SIZE);
  }

  private static final Property<Double> ROTATION = new Property<>("rotation", 0.0);

  /// How far its text is turned anticlockwise, in degrees.
  public static Option rotation(double degrees) {
    return Property.atLeast(-Double.MAX_VALUE, ROTATION, degrees, "a finite angle in degrees");
  }

  /// How far its text is turned anticlockwise, in degrees.
  public double rotation() {
    return get(ROTATION);
  }

  private static final Property<Align> ALIGN = new Property<>("align", Align.START);

  /// Which part of its text stands at its place; by default it begins there and stands on it.
  public static Option align(Align.Across ha, Align.Up va) {
    return ALIGN.to(new Align(ha, va));
  }

  /// Which part of its text stands at its place.
  public Align align() {
    return get(ALIGN);
  }

  // ---- order

  private static final Property<Double> Z_ORDER = new Property<>("zorder", 0.0);

  /// Marks with a larger number lie above; those with the same, by default all, in the order they were added.
  public static Option zorder(double order) {
    return Property.atLeast(-Double.MAX_VALUE, Z_ORDER, order, "a finite number");
  }

  /// Where it lies among the others: those with larger numbers lie above.
  public double zorder() {
    return get(Z_ORDER);
  }

  // ---- what a style is made of

  /// The default style with these options.
  static Style of(Option... options) {
    return Stream.of(options).reduce(DEFAULT, (style, option) -> option.apply(style), (_, last) -> last);
  }

  /// The same with the next colour of the cycle if none was chosen.
  static Style of(int index, Option... options) {
    var style = of(options);
    return style.colors().isEmpty() && style.cycle() < 0 ? style.with(CYCLE, index) : style;
  }

  /// Without what fits the number of points.
  Style ofOnePoint() {
    var less = new HashMap<>(chosen);
    List.of(HOVER, MARKERS, SIZES).forEach(less::remove);
    return new Style(less).with(SHADES, shades().values(Values.of()));
  }

  /// With what it says of these points alone.
  Style pick(int[] points) {
    var shades = shades();
    return with(HOVER, picked(hover(), points)).with(COLORS, picked(colors(), points))
        .with(MARKERS, picked(markers(), points))
        .with(SIZES, sizes().size() > 1 ? sizes().pick(points) : sizes())
        .with(SHADES, shades.values().size() > 1 ? shades.values(shades.values().pick(points)) : shades);
  }

  private static <T> List<T> picked(List<T> all, int[] points) {
    return all.size() < 2 ? all : IntStream.of(points).mapToObj(all::get).toList();
  }

  <T> Style with(Property<T> property, T value) {
    var more = new HashMap<>(chosen);
    if (value.equals(property.otherwise())) {
      more.remove(property); // so that styles which look the same are equal
    } else {
      more.put(property, value);
    }
    return new Style(more);
  }

  @SuppressWarnings("unchecked") // `with` puts under a property what it is for
  private <T> T get(Property<T> property) {
    return (T) chosen.getOrDefault(property, property.otherwise());
  }

  private static <T> Optional<T> one(List<T> all, int point) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() == 1 ? 0 : point));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Style style && chosen.equals(style.chosen);
  }

  @Override
  public int hashCode() {
    return chosen.hashCode();
  }

  @Override
  public String toString() {
    return chosen.entrySet().stream().map(entry -> entry.getKey().name() + "=" + entry.getValue()).sorted()
        .collect(Collectors.joining(", ", "Style[", "]"));
  }
}
