package thalweg.figures.html;

import static thalweg.figures.html.Plotly.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.figures.Axes;
import thalweg.figures.Axis;
import thalweg.figures.Limits;
import thalweg.figures.Mark;
import thalweg.figures.Plane;
import thalweg.figures.Space;
import thalweg.figures.Theme;
import thalweg.figures.Ticker;
import thalweg.figures.Ticks;

/// One panel as plotly.js wants it: traces and a layout. Only what depends on the figure is here; what
/// all figures share, and the colours of light and dark, are in `looks.js`.
final class PlotlyPanel {

  /// How many marks of a panel a page shows.
  static final int MOST = 500;

  private PlotlyPanel() {}

  static Map<String, Object> of(Axes axes, Theme theme) {
    var traces = shown(axes).stream().<Object>map(mark -> trace(axes, mark, theme)).toList();
    return switch (axes) {
      case Plane plane ->
          object("kind", "plane", "data", traces,
              "layout",
              object("xaxis", axis(plane.x(), plane.xlimits()), "yaxis", axis(plane.y(), plane.ylimits()),
                  "equal", plane.equal() ? true : null));
      case Space space ->
          object("kind", "space", "data", traces,
              "layout", object("scene", scene(space)));
    };
  }

  /// Ticks closer together than this part of their numbers would all be written alike.
  private static final double CLOSE = 1e-5;

  /// Into how many parts such ticks divide an axis, at most.
  private static final int FEW = 6;

  /// The marks of a panel from the lowest to the uppermost; of many without a label or a name some, evenly chosen.
  static List<Mark> shown(Axes axes) {
    var marks = axes.drawn();
    if (marks.size() <= MOST) {
      return marks;
    }
    var known = new HashSet<Integer>();
    var others = new ArrayList<Integer>();
    for (int i = 0; i < marks.size(); i++) {
      var style = marks.get(i).style();
      (style.label().isEmpty() && style.name().isEmpty() ? others : known).add(i);
    }
    int most = Math.min(others.size(), Math.max(2, MOST - known.size()));
    for (int i = 0; i < most; i++) {
      known.add(others.get((int) ((long) i * (others.size() - 1) / (most - 1))));
    }
    return known.stream().sorted().<Mark>map(marks::get).toList();
  }

  /// The trace of one of a panel's marks.
  static Map<String, Object> trace(Axes axes, Mark mark, Theme theme) {
    return switch (axes) {
      case Plane plane -> new PlotlyPlane(plane, theme).trace((Mark.Planar) mark);
      case Space space -> new PlotlySpace(space, theme).trace((Mark.Spatial) mark);
    };
  }

  private static Map<String, Object> axis(Axis axis, Limits limits) {
    double low = axis.log() ? Math.log10(limits.low()) : limits.low();
    double high = axis.log() ? Math.log10(limits.high()) : limits.high();
    var ticks = ticks(axis, limits);
    var texts = ticks.map(Ticks::texts).orElse(List.of());
    String offset = ticks.map(Ticks::offset).filter(text -> !text.isEmpty()).map(" (%s)"::formatted).orElse("");
    return object(
        "title", object("text", Markup.label((axis.label() + offset).strip())),
        "type", axis.log() ? "log" : "linear",
        "range", List.of(low, high),
        "showgrid", axis.grid(),
        "tickvals", ticks.map(Ticks::places).orElse(null),
        "ticktext", texts.isEmpty() ? null : texts.stream().map(Markup::label).toList(),
        "tickmode", ticks.isPresent() ? "array" : null);
  }

  /// Those asked for. Else the page chooses them, anew whenever the reader zooms; but not far from zero, where it would
  /// write the same number at each.
  private static Optional<Ticks> ticks(Axis axis, Limits limits) {
    double far = Math.max(Math.abs(limits.low()), Math.abs(limits.high()));
    return axis.ticks().isPresent() || axis.log() || Math.abs(limits.high() - limits.low()) > CLOSE * far
        ? axis.ticks() : Optional.of(Ticker.of(axis, limits, FEW));
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
}
