package thalweg.figures.html;

import static thalweg.figures.html.PlotlyPanel.object;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Mark;
import thalweg.figures.Shades;

/// What is coloured by numbers, as plotly.js wants it. Its colours do not change in the dark: they have
/// to be those of the colour bar.
final class PlotlyShades {

  private PlotlyShades() {}

  static Map<String, Object> contour(Mark.Contour contour, double width) {
    var grid = contour.grid();
    var shades = contour.style().shades();
    var levels = contour.levels();
    boolean colored = contour.filled() || shades.map().isPresent();
    return object(
        "type", "contour", "x", grid.x(), "y", grid.y(),
        "z", PlotlyPanel.transposed(grid.y(), grid.z()),
        "opacity", contour.style().alpha(),
        "zmin", levels.first(), "zmax", levels.last(), "zauto", false,
        "colorscale", colored ? scale(shades.map().orElse(ColorMap.VIRIDIS)) : null,
        "contours", object("coloring", contour.filled() ? "fill" : colored ? "lines" : "none",
            "start", levels.first(), "end", levels.last(), "size", (levels.last() - levels.first()) / (levels.count() - 1),
            "showlines", !contour.filled()),
        "line", contour.filled() ? object("width", 0)
            : object("width", width, "color", colored ? null : PlotlyPanel.hex(contour.style())),
        "hoverinfo", contour.filled() ? "x+y+z" : "skip",
        "showscale", shades.bar().isPresent(),
        "colorbar", shades.bar().map(PlotlyShades::bar).orElse(null));
  }

  /// Points in colours, with an edge so that the palest is seen on white.
  static Map<String, Object> marker(Shades shades) {
    var ends = shades.ends(shades.values());
    return object("color", shades.values(), "colorscale", scale(shades.map().orElseThrow()),
        "cmin", ends.low(), "cmax", ends.high(),
        "line", object("width", 0.8, "color", "#333333"),
        "showscale", shades.bar().isPresent(),
        "colorbar", shades.bar().map(PlotlyShades::bar).orElse(null));
  }

  private static Map<String, Object> bar(String label) {
    return object("title", object("text", Markup.label(label), "side", "right"));
  }

  private static List<Object> scale(ColorMap map) {
    var colors = map.colors().stream().map(Color::hex).toList();
    return IntStream.range(0, colors.size())
        .<Object>mapToObj(i -> List.of(i / (colors.size() - 1.0), colors.get(i))).toList();
  }
}
