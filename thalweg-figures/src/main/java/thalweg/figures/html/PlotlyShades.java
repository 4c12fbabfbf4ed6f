package thalweg.figures.html;

import static thalweg.figures.html.Plotly.hex;
import static thalweg.figures.html.Plotly.object;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Levels;
import thalweg.figures.Limits;
import thalweg.figures.Mark;
import thalweg.figures.Shades;
import thalweg.figures.Theme;
import thalweg.figures.Values;

/// What is coloured by numbers, as plotly.js wants it. Its colours do not change in the dark: they have
/// to be those of the colour bar.
final class PlotlyShades {

  /// Tells `looks.js` that the colours of a trace stand for numbers.
  private static final String NUMBERS = "numbers";

  private PlotlyShades() {}

  static Map<String, Object> contour(Mark.Contour contour, Theme theme) {
    var levels = contour.levels();
    // plotly's levels are evenly spaced: those that are not are drawn by their numbers, 0, 1, 2, …
    var drawn = levels.even() ? contour.grid() : contour.grid().map(v -> number(levels, v));
    double first = levels.even() ? levels.first() : 0;
    double last = levels.even() ? levels.last() : levels.count() - 1;
    double step = levels.count() == 1 ? 1 : (last - first) / (levels.count() - 1);
    var shades = contour.style().shades();
    boolean colored = contour.filled() || shades.map().isPresent();
    double width = Plotly.pixels(contour.style());
    return object(
        "type", "contour", "x", drawn.x(), "y", drawn.y(), "z", transposed(drawn.y(), drawn.z()),
        "meta", colored ? NUMBERS : null, "opacity", contour.style().alpha(),
        "zmin", first, "zmax", last == first ? first + 1 : last, "zauto", false,
        "colorscale", colored ? scale(shades.map().orElse(ColorMap.VIRIDIS)) : null,
        "contours", object("coloring", contour.filled() ? "fill" : colored ? "lines" : "none",
            "start", first, "end", last, "size", step, "showlines", !contour.filled()),
        "line", contour.filled() ? object("width", 0)
            : object("width", width, "color", colored ? null : hex(contour.style(), theme)),
        "text", levels.even() || !contour.filled() ? null : texts(contour),
        "hoverinfo", !contour.filled() ? "skip" : levels.even() ? "x+y+z" : "x+y+text",
        "showscale", shades.bar().isPresent(),
        "colorbar", shades.bar().map(label -> levels.even() ? bar(label) : bar(label, levels)).orElse(null));
  }

  /// Where a number lies among the levels: on the second it is 1, halfway to the third 1.5.
  private static double number(Levels levels, double value) {
    var places = levels.places();
    for (int i = 1; i < places.size(); i++) {
      if (value <= places.get(i) || i == places.size() - 1) {
        return i - 1 + (value - places.get(i - 1)) / (places.get(i) - places.get(i - 1));
      }
    }
    return value - places.get(0);
  }

  private static List<Object> texts(Mark.Contour contour) {
    return transposed(contour.grid().y(), contour.grid().z()).stream()
        .<Object>map(row -> row.stream().mapToObj(v -> "z: " + v).toList()).toList();
  }

  static Map<String, Object> image(Mark.Image image) {
    var shades = image.style().shades();
    int rows = image.rows().size();
    var extent = image.extent();
    double first = image.upper() ? extent.top() : extent.bottom();
    double last = image.upper() ? extent.bottom() : extent.top();
    var trace = object("type", "heatmap", "x", middles(extent.left(), extent.right(), image.columns()),
        "y", middles(first, last, rows), "z", image.rows(), "opacity", image.style().alpha());
    trace.putAll(scale(shades, shades.map().orElse(ColorMap.VIRIDIS), image.flat(), "z"));
    return Plotly.withHover(trace, image.style(), "x+y+z");
  }

  private static Values middles(double from, double to, int cells) {
    return Values.range(cells).map(i -> from + (i + 0.5) * (to - from) / cells);
  }

  /// The colours of a trace's own numbers: `zmin` to `zmax`, or `cmin` to `cmax`.
  static Map<String, Object> scale(Shades shades, ColorMap map, Values numbers, String letter) {
    var ends = shades.ends(numbers);
    return object("meta", NUMBERS, "colorscale", scale(map), letter + "min", ends.low(), letter + "max", ends.high(),
        "showscale", shades.bar().isPresent(), "colorbar", shades.bar().map(PlotlyShades::bar).orElse(null));
  }

  /// Points in colours, with an edge so that the palest is seen on white.
  static Map<String, Object> marker(Shades shades) {
    return marker(shades, shades.values(), shades.ends(shades.values()));
  }

  private static Map<String, Object> marker(Shades shades, Values numbers, Limits ends) {
    return object("color", numbers, "colorscale", scale(shades.map().orElseThrow()),
        "cmin", ends.low(), "cmax", ends.high(),
        "line", object("width", 0.8, "color", "#333333"),
        "showscale", shades.bar().isPresent(),
        "colorbar", shades.bar().map(PlotlyShades::bar).orElse(null));
  }

  /// The bar of a field of arrows, as that of points which are not drawn; null where it has none.
  static Map<String, Object> bar(Mark.Arrows arrows) {
    var shades = arrows.style().shades();
    return shades.map().isEmpty() || shades.bar().isEmpty() ? null
        : marker(shades, arrows.numbers(), shades.ends(arrows.numbers()));
  }

  private static Map<String, Object> bar(String label) {
    return object("title", object("text", Markup.label(label), "side", "right"));
  }

  private static Map<String, Object> bar(String label, Levels levels) {
    var bar = bar(label);
    bar.putAll(object("tickmode", "array", "tickvals", Values.range(levels.count()),
        "ticktext", levels.places().stream().mapToObj(String::valueOf).toList()));
    return bar;
  }

  private static List<Object> scale(ColorMap map) {
    var colors = map.colors().stream().map(Color::hex).toList();
    return IntStream.range(0, colors.size())
        .<Object>mapToObj(i -> List.of(i / (colors.size() - 1.0), colors.get(i))).toList();
  }

  /// plotly's rows of z run along y.
  static List<Values> transposed(Values y, List<Values> z) {
    return IntStream.range(0, y.size())
        .mapToObj(j -> Values.of(z.stream().mapToDouble(row -> row.get(j)).toArray())).toList();
  }
}
