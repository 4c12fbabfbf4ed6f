package thalweg.figures.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.figures.Color;
import thalweg.figures.Marker;
import thalweg.figures.Stroke;
import thalweg.figures.Style;
import thalweg.figures.Theme;
import thalweg.figures.Values;

/// plotly.js's words for what marks of the plane and of space share.
final class Plotly {

  /// CSS pixels in a point of 1/72 inch.
  static final double PIXELS = 96 / 72.0;

  private Plotly() {}

  /// Objects are written in the order given; a key that is null is left out.
  static Map<String, Object> object(Object... keysAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (keysAndValues[i + 1] != null) {
        object.put((String) keysAndValues[i], keysAndValues[i + 1]);
      }
    }
    return object;
  }

  /// Hover texts as plotly takes them: a list, or one string for all points.
  static Object hoverText(List<String> texts) {
    var html = texts.stream().map(text -> wrapped(Markup.label(text))).toList();
    return html.size() == 1 ? html.getFirst() : html;
  }

  /// A line break before the weights, so that a hover box fits a phone.
  private static String wrapped(String html) {
    return html.replace(", w = ", "<br>w = ");
  }

  /// The trace with the texts of its style, or what plotly shows by itself.
  static Map<String, Object> withHover(Map<String, Object> trace, Style style, String otherwise) {
    trace.put("hoverinfo", style.hover().isEmpty() ? otherwise : "text");
    if (!style.hover().isEmpty()) {
      trace.put("hovertext", hoverText(style.hover()));
    }
    return trace;
  }

  /// The width of a line in pixels.
  static double pixels(Style style) {
    return style.width() * PIXELS;
  }

  /// `#rrggbb`.
  static String hex(Style style, Theme theme) {
    return theme.color(style).hex();
  }

  /// One colour, or a list of them.
  static Object colors(Style style, Theme theme) {
    return style.colors().size() < 2 ? hex(style, theme)
        : IntStream.range(0, style.colors().size()).mapToObj(i -> theme.color(style, i).hex()).toList();
  }

  static Map<String, Object> line(Style style, Theme theme) {
    double width = theme.lineWidth(style) * PIXELS;
    var shape = switch (style.steps()) {
      case NONE -> null;
      case PRE -> "vh";
      case POST -> "hv";
      case MID -> "hvh";
    };
    return object("color", hex(style, theme), "width", width, "dash", dash(style.stroke(), width), "shape", shape);
  }

  /// The dashes in pixels, or plotly's word for none.
  static String dash(Stroke stroke, double width) {
    return stroke.dashes().size() == 0 ? "solid"
        : stroke.dashes().stream().mapToObj(part -> Math.round(part * width * 100) / 100.0 + "px")
            .collect(Collectors.joining(","));
  }

  /// The points of a mark: shape, size, colour and edge.
  static Map<String, Object> marker(Style style, Theme theme) {
    var symbols = style.markers().stream().map(Plotly::symbol).toList();
    var marker = object(
        "symbol", symbols.isEmpty() ? "circle" : symbols.size() == 1 ? symbols.getFirst() : symbols,
        "size", diameters(style),
        "color", colors(style, theme));
    var edges = style.markers().stream().map(shape -> edge(shape, style)).toList();
    marker.put("line", object("width", edges.size() < 2 ? edge(style.marker(), style) : edges,
        "color", style.edgecolor().map(Color::hex).orElse(null)));
    if (style.shades().map().isPresent()) {
      marker.putAll(PlotlyShades.marker(style.shades()));
    }
    return marker;
  }

  /// The width of a point's edge; points made of strokes are nothing else.
  private static double edge(Marker shape, Style style) {
    return (shape.strokes() ? 1.5 : style.edgecolor().isPresent() ? 1 : 0) * PIXELS;
  }

  private static Object diameters(Style style) {
    int points = Math.max(style.sizes().size(), style.markers().size());
    return points < 2 ? diameter(style, 0)
        : Values.of(IntStream.range(0, points).mapToDouble(i -> diameter(style, i)).toArray());
  }

  /// `size` is an area; the extra pixel is the edge matplotlib draws around a point.
  static double diameter(Style style, int point) {
    return Math.sqrt(style.size(point)) * PIXELS * (style.marker(point) == Marker.POINT ? 0.5 : 1) + 1;
  }

  private static String symbol(Marker marker) {
    return switch (marker) {
      case CIRCLE, POINT -> "circle";
      case CROSS -> "x-thin-open";
      case X -> "x";
      case PLUS -> "cross-thin-open";
      case BOLD_PLUS -> "cross";
      case STAR -> "star";
      case SQUARE -> "square";
      case DIAMOND -> "diamond";
      case TRIANGLE_UP -> "triangle-up";
      case TRIANGLE_DOWN -> "triangle-down";
      case TRIANGLE_LEFT -> "triangle-left";
      case TRIANGLE_RIGHT -> "triangle-right";
    };
  }
}
