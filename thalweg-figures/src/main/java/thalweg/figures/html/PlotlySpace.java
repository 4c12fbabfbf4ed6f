package thalweg.figures.html;

import static thalweg.figures.html.Plotly.hex;
import static thalweg.figures.html.Plotly.object;
import static thalweg.figures.html.Plotly.withHover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.figures.Mark;
import thalweg.figures.Marker;
import thalweg.figures.Space;
import thalweg.figures.Style;
import thalweg.figures.Theme;
import thalweg.figures.Thinning;
import thalweg.figures.Values;

/// The marks of a space, each as one trace for plotly.js.
record PlotlySpace(Space space, Theme theme) {

  /// plotly draws points in space as letters of some font, a good deal larger than asked for: its size for
  /// a disc, and the font size for a star, of one pixel.
  private static final double DOT = 0.4;

  private static final double STAR = 1.5;

  Map<String, Object> trace(Mark.Spatial mark) {
    return switch (Thinning.of(mark, PlotlyPlane.MOST)) {
      case Mark.Points3 points -> points(points);
      case Mark.Line3 line -> line(line);
      case Mark.Surface surface -> surface(surface);
      case Mark.Wireframe wires -> wires(wires);
      case Mark.Text3 text -> text(text);
    };
  }

  private Map<String, Object> points(Mark.Points3 points) {
    var style = points.style();
    var trace = scatter(points.x(), points.y(), points.z(), style);
    var letter = letter(style.marker());
    if (letter.isPresent()) {
      trace.put("mode", "text");
      trace.put("text", letter.get());
      trace.put("textposition", "middle center");
      trace.put("textfont", object("size", Plotly.diameter(style, 0) * STAR, "color", hex(style, theme)));
    } else {
      trace.put("mode", "markers");
      trace.put("marker", marker(style));
    }
    return withHover(trace, style, "x+y+z");
  }

  private Map<String, Object> marker(Style style) {
    var marker = object("symbol", symbol(style.marker()), "size", sizes(style),
        "color", Plotly.colors(style, theme), "line", object("width", 0));
    if (style.shades().map().isPresent()) {
      marker.putAll(PlotlyShades.marker(style.shades()));
    }
    return marker;
  }

  private static Object sizes(Style style) {
    return style.sizes().size() < 2 ? Plotly.diameter(style, 0) * DOT
        : Values.range(style.sizes().size()).map(i -> Plotly.diameter(style, (int) i) * DOT);
  }

  private static Map<String, Object> scatter(Values x, Values y, Values z, Style style) {
    return object("type", "scatter3d", "x", x, "y", y, "z", z, "opacity", style.alpha());
  }

  private Map<String, Object> line(Mark.Line3 line) {
    var style = line.style();
    var trace = scatter(line.x(), line.y(), line.z(), style);
    trace.put("mode", PlotlyPlane.mode(style));
    trace.put("line", stroke(style));
    if (!style.markers().isEmpty()) {
      trace.put("marker", marker(style));
    }
    return withHover(trace, style, "x+y+z");
  }

  /// In space plotly has dashes by name alone.
  private Map<String, Object> stroke(Style style) {
    var dash = switch (style.stroke()) {
      case SOLID, NONE -> "solid";
      case DASHED -> "dash";
      case DASHDOT -> "dashdot";
      case DOTTED -> "dot";
    };
    return object("color", hex(style, theme), "width", theme.lineWidth(style) * Plotly.PIXELS, "dash", dash);
  }

  private Map<String, Object> surface(Mark.Surface surface) {
    var style = surface.style();
    var trace = object("type", "surface", "x", surface.x(), "y", surface.y(),
        "z", PlotlyShades.transposed(surface.y(), surface.z()), "opacity", style.alpha(),
        "colorscale", List.of(List.of(0, hex(style, theme)), List.of(1, hex(style, theme))),
        "hovertemplate", surfaceHover());
    style.shades().map().ifPresent(map ->
        trace.putAll(PlotlyShades.scale(style.shades(), map, surface.heights(), "c")));
    return trace;
  }

  /// All lines along x, then all along y, with gaps between.
  private Map<String, Object> wires(Mark.Wireframe wires) {
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    var z = new ArrayList<Double>();
    int rows = wires.x().size();
    int columns = wires.y().size();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j <= columns; j++) {
        x.add(j < columns ? wires.x().get(i) : Double.NaN);
        y.add(j < columns ? wires.y().get(j) : Double.NaN);
        z.add(j < columns ? wires.z().get(i).get(j) : Double.NaN);
      }
    }
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i <= rows; i++) {
        x.add(i < rows ? wires.x().get(i) : Double.NaN);
        y.add(i < rows ? wires.y().get(j) : Double.NaN);
        z.add(i < rows ? wires.z().get(i).get(j) : Double.NaN);
      }
    }
    var trace = scatter(Values.of(x), Values.of(y), Values.of(z), wires.style());
    trace.putAll(object("mode", "lines", "line", stroke(wires.style()), "hoverinfo", "x+y+z"));
    return trace;
  }

  private Map<String, Object> text(Mark.Text3 text) {
    var style = text.style();
    var trace = scatter(text.x(), text.y(), text.heights(), style);
    var across = switch (style.align().across()) { // which side of the place it lies on
      case LEFT -> "right";
      case CENTER -> "center";
      case RIGHT -> "left";
    };
    var up = switch (style.align().up()) {
      case TOP -> "bottom";
      case CENTER -> "middle";
      case BASELINE, BOTTOM -> "top";
    };
    trace.putAll(object("mode", "text", "text", Markup.label(text.text()), "hoverinfo", "skip",
        "textposition", up + " " + across,
        "textfont", object("size", style.fontsize() * Plotly.PIXELS, "color", hex(style, theme))));
    return trace;
  }

  private String surfaceHover() {
    var x = space.x().label().isEmpty() ? "x" : Markup.label(space.x().label());
    var y = space.y().label().isEmpty() ? "y" : Markup.label(space.y().label());
    var z = space.z().label().isEmpty() ? "z" : Markup.label(space.z().label());
    return x + " %{x}<br>" + y + " %{y}<br>" + z + " %{z:.6~g}<extra></extra>";
  }

  /// plotly has few symbols in space: letters stand in for the others.
  private static Optional<String> letter(Marker marker) {
    return Optional.ofNullable(switch (marker) {
      case STAR -> "★";
      case TRIANGLE_UP -> "▲";
      case TRIANGLE_DOWN -> "▼";
      case TRIANGLE_LEFT -> "◀";
      case TRIANGLE_RIGHT -> "▶";
      case CIRCLE, POINT, CROSS, X, PLUS, BOLD_PLUS, SQUARE, DIAMOND -> null;
    });
  }

  private static String symbol(Marker marker) {
    return switch (marker) {
      case CROSS, X -> "x";
      case PLUS, BOLD_PLUS -> "cross";
      case SQUARE -> "square";
      case DIAMOND -> "diamond";
      default -> "circle";
    };
  }
}
