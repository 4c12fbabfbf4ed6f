package thalweg.figures.html;

import static thalweg.figures.html.Plotly.PIXELS;
import static thalweg.figures.html.Plotly.hex;
import static thalweg.figures.html.Plotly.object;
import static thalweg.figures.html.Plotly.pixels;
import static thalweg.figures.html.Plotly.withHover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import thalweg.figures.Align;
import thalweg.figures.Color;
import thalweg.figures.Errors;
import thalweg.figures.Mark;
import thalweg.figures.Plane;
import thalweg.figures.Stroke;
import thalweg.figures.Style;
import thalweg.figures.Theme;
import thalweg.figures.Thinning;
import thalweg.figures.Values;

/// The marks of a plane, each as one trace for plotly.js. What plotly has no trace for gets a type of our
/// own, which the page's scripts turn into what it has: `arrows`, `shape` and `annotation`.
record PlotlyPlane(Plane plane, Theme theme) {

  /// How many points of a mark a page shows.
  static final int MOST = 20_000;

  Map<String, Object> trace(Mark.Planar mark) {
    return switch (Thinning.of(mark, MOST)) {
      case Mark.Points points -> points(points);
      case Mark.Line line -> line(line);
      case Mark.Bars bars -> bars(bars);
      case Mark.ErrorBars errors -> errorBars(errors);
      case Mark.Fill fill -> fill(fill);
      case Mark.Image image -> PlotlyShades.image(image);
      case Mark.Contour contour -> PlotlyShades.contour(contour, theme);
      case Mark.Arrows arrows -> arrows(arrows);
      case Mark.Text text -> text(text);
      case Mark.Annotation note -> annotation(note);
      case Mark.Rule rule -> rule(rule);
      case Mark.Band band -> band(band);
    };
  }

  private Map<String, Object> points(Mark.Points points) {
    var trace = scatter(points, "markers");
    trace.put("marker", Plotly.marker(points.style(), theme));
    return withHover(trace, points.style(), "x+y");
  }

  private Map<String, Object> line(Mark.Line line) {
    var style = line.style();
    var trace = scatter(line, mode(style));
    trace.put("line", Plotly.line(style, theme));
    if (!style.markers().isEmpty()) {
      trace.put("marker", Plotly.marker(style, theme));
    }
    return withHover(trace, style, "x+y");
  }

  static String mode(Style style) {
    boolean drawn = style.stroke() != Stroke.NONE;
    return style.markers().isEmpty() ? drawn ? "lines" : "none" : drawn ? "lines+markers" : "markers";
  }

  private static Map<String, Object> scatter(Mark.Planar mark, String mode) {
    return object("type", "scatter", "x", mark.x(), "y", mark.y(), "opacity", mark.style().alpha(),
        "mode", mode);
  }

  private Map<String, Object> bars(Mark.Bars bars) {
    var style = bars.style();
    boolean onZero = bars.base().stream().allMatch(base -> base == 0);
    var edge = style.edgecolor().map(Color::hex);
    var trace = object("type", "bar", "orientation", bars.horizontal() ? "h" : "v",
        bars.horizontal() ? "y" : "x", bars.at(), bars.horizontal() ? "x" : "y", bars.length(),
        "base", onZero ? null : bars.base(), "width", bars.thickness(), "opacity", style.alpha(),
        "marker", object("color", Plotly.colors(style, theme),
            "line", object("width", edge.isPresent() ? pixels(style) : 0, "color", edge.orElse(null))));
    return withHover(trace, style, "x+y");
  }

  private Map<String, Object> errorBars(Mark.ErrorBars bars) {
    var style = bars.style();
    var trace = scatter(bars, mode(style));
    trace.put("line", Plotly.line(style, theme));
    trace.put("marker", Plotly.marker(style, theme));
    trace.put("error_x", errors(bars.xerr(), style));
    trace.put("error_y", errors(bars.yerr(), style));
    return withHover(trace, style, "x+y");
  }

  private Map<String, Object> errors(Errors errors, Style style) {
    return errors.equals(Errors.NONE) ? object("visible", false)
        : object("visible", true, "type", "data", "symmetric", false, "array", errors.above(),
            "arrayminus", errors.below(), "width", style.capsize() * PIXELS, "thickness", pixels(style),
            "color", hex(style, theme));
  }

  /// An outline for each stretch without gaps: along one height, and back along the other.
  private Map<String, Object> fill(Mark.Fill fill) {
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    int from = 0;
    for (int i = 0; i <= fill.x().size(); i++) {
      if (i == fill.x().size() || gap(fill, i)) {
        for (int j = from; j < i; j++) {
          x.add(fill.x().get(j));
          y.add(fill.low().get(j));
        }
        for (int j = i - 1; j >= from; j--) {
          x.add(fill.x().get(j));
          y.add(fill.high().get(j));
        }
        x.add(Double.NaN);
        y.add(Double.NaN);
        from = i + 1;
      }
    }
    var style = fill.style();
    var edge = style.edgecolor().map(Color::hex);
    return withHover(
        object("type", "scatter", "mode", "lines", "fill", "toself", "x", Values.of(x), "y", Values.of(y),
            "opacity", style.alpha(), "fillcolor", hex(style, theme), "hoveron", "fills",
            "line", object("width", edge.isPresent() ? pixels(style) : 0,
                "color", edge.orElse(hex(style, theme)))),
        style, "skip");
  }

  private static boolean gap(Mark.Fill fill, int i) {
    return !Double.isFinite(fill.x().get(i) + fill.low().get(i) + fill.high().get(i));
  }

  /// plotly has no arrows: `arrows.js` draws them once it knows the size of the axes.
  private Map<String, Object> arrows(Mark.Arrows arrows) {
    var colors = arrows.colors();
    return object("type", "arrows", "x", arrows.x(), "y", arrows.y(), "u", arrows.u(), "v", arrows.v(),
        "scale", arrows.scale(), "shaft", arrows.shaft(),
        "pivot", arrows.style().pivot().part(), "opacity", arrows.style().alpha(),
        "colors", colors.isEmpty() ? List.of(hex(arrows.style(), theme))
            : colors.stream().map(Color::hex).toList(),
        "marker", PlotlyShades.bar(arrows));
  }

  private Map<String, Object> rule(Mark.Rule rule) {
    var style = rule.style();
    var line = Plotly.line(style, theme);
    line.remove("shape");
    return shape(rule.vertical(), rule.at(), rule.at(), style,
        object("shape", "line", "layer", "above", "line", line));
  }

  private Map<String, Object> band(Mark.Band band) {
    var style = band.style();
    return shape(band.vertical(), band.low(), band.high(), style, object("shape", "rect", "layer", "below",
        "fillcolor", hex(style, theme), "line", object("width", 0)));
  }

  /// From end to end of the axes one way, between two places the other way.
  private static Map<String, Object> shape(
      boolean vertical, double from, double to, Style style, Map<String, Object> looks) {
    var shape = object("type", "shape", "opacity", style.alpha(),
        "xref", vertical ? "x" : "paper", "yref", vertical ? "paper" : "y",
        "x0", vertical ? from : 0.0, "x1", vertical ? to : 1.0,
        "y0", vertical ? 0.0 : from, "y1", vertical ? 1.0 : to);
    shape.putAll(looks);
    return shape;
  }

  private Map<String, Object> text(Mark.Text text) {
    var style = text.style();
    var note = note(text.text(), text.at(), text.up(), style);
    note.put("showarrow", false);
    note.put("xanchor", style.align().across().name().toLowerCase(Locale.ROOT));
    note.put("yanchor", anchor(style.align().up()));
    note.put("textangle", -style.rotation());
    return note;
  }

  static String anchor(Align.Up up) {
    return switch (up) {
      case TOP -> "top";
      case CENTER -> "middle";
      case BASELINE, BOTTOM -> "bottom";
    };
  }

  private Map<String, Object> annotation(Mark.Annotation mark) {
    var style = mark.style();
    var note = note(mark.text(), mark.at(), mark.up(), style);
    note.putAll(object("showarrow", true, "arrowhead", 2, "arrowwidth", pixels(style), "standoff", 3,
        "arrowcolor", hex(style, theme), "axref", "x", "ayref", "y",
        "ax", place(mark.textAt(), plane.x().log()), "ay", place(mark.textUp(), plane.y().log())));
    return note;
  }

  private Map<String, Object> note(String text, double x, double y, Style style) {
    return object("type", "annotation", "text", Markup.label(text), "opacity", style.alpha(),
        "x", place(x, plane.x().log()), "y", place(y, plane.y().log()),
        "font", object("size", style.fontsize() * PIXELS,
            "color", style.color().map(Color::hex).orElse(null)));
  }

  /// On a logarithmic axis plotly wants the exponents of notes.
  private static double place(double value, boolean log) {
    return log ? Math.log10(value) : value;
  }

  /// How many points a mark has that may be too many for a page.
  static int points(Mark mark) {
    return switch (mark) {
      case Mark.Points points -> points.x().size();
      case Mark.Line line -> line.x().size();
      case Mark.Points3 points -> points.x().size();
      case Mark.Line3 line -> line.x().size();
      case Mark.Bars bars -> bars.at().size();
      case Mark.ErrorBars bars -> bars.x().size();
      case Mark.Fill fill -> fill.x().size();
      case Mark.Arrows arrows -> arrows.x().size();
      default -> 0;
    };
  }
}
