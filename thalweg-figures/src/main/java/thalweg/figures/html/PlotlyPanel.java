package thalweg.figures.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.figures.Axes;
import thalweg.figures.Axis;
import thalweg.figures.Color;
import thalweg.figures.Limits;
import thalweg.figures.Mark;
import thalweg.figures.Marker;
import thalweg.figures.Plane;
import thalweg.figures.Space;
import thalweg.figures.Stroke;
import thalweg.figures.Style;
import thalweg.figures.Theme;
import thalweg.figures.Ticks;
import thalweg.figures.Values;

/// One panel as plotly.js wants it: traces and a layout. Only what depends on the figure is here; what
/// all figures share, and the colours of light and dark, are in `figure.js`.
final class PlotlyPanel {

  /// CSS pixels in a point of 1/72 inch.
  private static final double PIXELS = 96 / 72.0;

  /// plotly draws points in space as letters of some font, a good deal larger than asked for: its size for
  /// a disc, and the font size for a star, of one pixel.
  private static final double DOT = 0.4;

  private static final double STAR = 1.5;

  /// matplotlib's dashes for a line of 1.5 points: 3.7 widths drawn, 1.6 left out.
  private static final String DASHES = "7.4px,3.2px";

  private PlotlyPanel() {}

  static Map<String, Object> of(Axes axes) {
    return switch (axes) {
      case Plane plane ->
          object("kind", "plane", "data", plane.marks().stream().map(PlotlyPanel::trace).toList(),
              "layout",
              object("xaxis", axis(plane.x(), plane.xlimits()), "yaxis", axis(plane.y(), plane.ylimits()),
                  "equal", plane.equal() ? true : null));
      case Space space ->
          object("kind", "space", "data",
              space.marks().stream().map(mark -> trace(mark, space)).toList(),
              "layout", object("scene", scene(space)));
    };
  }

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

  private static Map<String, Object> trace(Mark.Planar mark) {
    var style = mark.style();
    return switch (mark) {
      case Mark.Points points -> {
        var trace = scatter(points, "markers");
        var marker = object("symbol", symbol(style.marker()), "size", diameter(style), "color", hex(style));
        if (style.shades().map().isPresent()) {
          marker.putAll(PlotlyShades.marker(style.shades()));
        }
        trace.put("marker", marker);
        yield withHover(trace, style, "x+y");
      }
      case Mark.Line line -> {
        var trace = scatter(line, "lines");
        trace.put("line",
            object("color", hex(style), "width", pixels(style),
                "dash", style.stroke() == Stroke.DASHED ? DASHES : "solid"));
        yield withHover(trace, style, "x+y");
      }
      case Mark.Contour contour -> PlotlyShades.contour(contour, pixels(style));
      case Mark.Arrows arrows ->
          // plotly has no arrows: `arrows.js` draws them once it knows the size of the axes
          object("type", "arrows", "x", arrows.x(), "y", arrows.y(), "u", arrows.u(), "v", arrows.v(),
              "scale", arrows.scale(), "opacity", style.alpha(),
              "colors", arrows.colors().isEmpty() ? List.of(hex(style))
                  : arrows.colors().stream().map(Color::hex).toList());
      default -> object("type", "scatter", "x", Values.of(), "y", Values.of());
    };
  }

  private static Map<String, Object> scatter(Mark.Planar mark, String mode) {
    return object("type", "scatter", "x", mark.x(), "y", mark.y(), "opacity", mark.style().alpha(),
        "mode", mode);
  }

  /// The width of a line.
  static double pixels(Style style) {
    return style.width() * PIXELS;
  }

  private static Map<String, Object> trace(Mark.Spatial mark, Space space) {
    var style = mark.style();
    return switch (mark) {
      case Mark.Points3 points -> {
        var trace = object("type", "scatter3d", "x", points.x(), "y", points.y(), "z", points.z(),
            "opacity", style.alpha());
        if (style.marker() == Marker.STAR) {
          // plotly has no star in space: a letter stands in for it
          trace.put("mode", "text");
          trace.put("text", "★");
          trace.put("textposition", "middle center");
          trace.put("textfont", object("size", diameter(style) * STAR, "color", hex(style)));
        } else {
          trace.put("mode", "markers");
          trace.put("marker", object("symbol", symbol(style.marker()), "size", diameter(style) * DOT,
              "color", hex(style), "line", object("width", 0)));
        }
        yield withHover(trace, style, "x+y+z");
      }
      case Mark.Surface surface ->
          object("type", "surface", "x", surface.x(), "y", surface.y(), "z", transposed(surface.y(), surface.z()),
              "opacity", style.alpha(),
              "colorscale", List.of(List.of(0, hex(style)), List.of(1, hex(style))),
              "hovertemplate", surfaceHover(space));
      default -> object("type", "scatter3d", "x", Values.of(), "y", Values.of(), "z", Values.of());
    };
  }

  private static Map<String, Object> withHover(Map<String, Object> trace, Style style, String otherwise) {
    trace.put("hoverinfo", style.hover().isEmpty() ? otherwise : "text");
    if (!style.hover().isEmpty()) {
      trace.put("hovertext", hoverText(style.hover()));
    }
    return trace;
  }

  private static String surfaceHover(Space space) {
    var x = space.x().label().isEmpty() ? "x" : Markup.label(space.x().label());
    var y = space.y().label().isEmpty() ? "y" : Markup.label(space.y().label());
    var z = space.z().label().isEmpty() ? "height" : Markup.label(space.z().label());
    return x + " %{x}<br>" + y + " %{y}<br>" + z + " %{z:.6~g}<extra></extra>";
  }

  /// plotly's rows of z run along y.
  static List<Values> transposed(Values y, List<Values> z) {
    var rows = new ArrayList<Values>();
    for (int j = 0; j < y.size(); j++) {
      int column = j;
      rows.add(Values.of(z.stream().mapToDouble(row -> row.get(column)).toArray()));
    }
    return rows;
  }

  private static Map<String, Object> axis(Axis axis, Limits limits) {
    double low = axis.log() ? Math.log10(limits.low()) : limits.low();
    double high = axis.log() ? Math.log10(limits.high()) : limits.high();
    return object(
        "title", object("text", Markup.label(axis.label())),
        "type", axis.log() ? "log" : "linear",
        "range", List.of(low, high),
        "tickvals", axis.ticks().map(Ticks::places).orElse(null),
        "tickmode", axis.ticks().isPresent() ? "array" : null);
  }

  private static Map<String, Object> scene(Space space) {
    return object(
        "xaxis", axis(space.x(), space.xlimits()),
        "yaxis", axis(space.y(), space.ylimits()),
        "zaxis", axis(space.z(), space.zlimits()),
        "view",
        object(
            "azimuth", space.view().azimuth(),
            "elevation", space.view().elevation(),
            "distance", space.view().distance()));
  }

  /// `size` is an area; the extra pixel is the edge matplotlib draws around a point.
  private static double diameter(Style style) {
    return Math.sqrt(style.size()) * PIXELS + 1;
  }

  private static String symbol(Marker marker) {
    return switch (marker) {
      case CIRCLE -> "circle";
      case X -> "x";
      case STAR -> "star";
      default -> "square";
    };
  }

  static String hex(Style style) {
    return Theme.DEFAULT.color(style).hex();
  }
}
