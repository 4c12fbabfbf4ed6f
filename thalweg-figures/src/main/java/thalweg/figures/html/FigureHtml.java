package thalweg.figures.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.Figure;
import thalweg.figures.Legend;
import thalweg.figures.Mark;
import thalweg.figures.Output;
import thalweg.figures.Space;
import thalweg.figures.Theme;

/// A figure as a fragment of HTML: a `div` with its titles, legends and data. The scripts of a [Page]
/// draw it when the page is loaded; a page of your own calls `thalweg.draw(div)` for one added later.
///
/// The theme `xkcd` is drawn with plotly's straight lines, which a filter then bends as a hand would; its font
/// is the reader's nearest to handwriting.
public final class FigureHtml {

  private FigureHtml() {}

  public static String of(Figure figure) {
    return fragment(figure, List.of(), Output.DEFAULT);
  }

  /// The fragment shows the first frame; the player is added when it is drawn.
  public static String of(Animation animation, Output output) {
    var first = animation.frames().isEmpty() ? animation.base() : animation.at(0);
    return fragment(first, frames(animation), output);
  }

  private static String fragment(Figure figure, List<Object> frames, Output output) {
    var theme = figure.theme();
    var data = Plotly.object(
        "panels", figure.panels().stream().map(axes -> PlotlyPanel.of(axes, theme)).toList(),
        "frames", frames, "fps", output.fps(), "loop", output.loop());
    return """
        <div class="thalweg-figure %s" style="--width: %s; --ratio: %s; --columns: %d%s">
        <p class="suptitle">%s</p>
        <div class="panels">
        %s
        </div>
        %s<script type="application/json">%s</script>
        </div>
        """
        .formatted(
            Markup.escape(theme.name()),
            number(figure.width()),
            number(figure.width() / figure.columns() / figure.height() * figure.rows()),
            figure.columns(), colors(theme),
            Markup.label(figure.suptitle()),
            figure.panels().stream().map(axes -> panel(axes, theme)).collect(Collectors.joining("\n")),
            thinned(figure),
            Json.write(data));
  }

  /// The default theme follows the page into the dark; the others bring their own paper.
  private static String colors(Theme theme) {
    return theme.paper().equals(Theme.DEFAULT.paper()) && theme.sketch().isEmpty() ? ""
        : "; --paper: %s; --ink: %s; --grid: %s".formatted(
            theme.paper().hex(), theme.ink().hex(), theme.grid().hex());
  }

  /// A note on the marks of which the page shows fewer points than there are.
  private static String thinned(Figure figure) {
    return figure.panels().stream().flatMap(axes -> axes.marks().stream())
        .filter(mark -> PlotlyPlane.points(mark) > PlotlyPlane.MOST)
        .map(mark -> "<p class=\"thinned\">%s: %,d points, of which the page shows %,d.</p>\n".formatted(
            Markup.label(mark.style().label().isEmpty() ? mark.kind() : mark.style().label()),
            PlotlyPlane.points(mark), PlotlyPlane.MOST))
        .collect(Collectors.joining());
  }

  private static String panel(Axes axes, Theme theme) {
    var title =
        axes.title().isEmpty() ? "" : "<p class=\"panel-title\">" + Markup.label(axes.title()) + "</p>";
    var kind = axes instanceof Space ? "space" : "plane";
    var plot = "<div class=\"plot\"></div>";
    var legend = new LegendHtml(axes, theme).html();
    return "<div class=\"panel %s\">%s</div>".formatted(
        kind, title + (axes.legendPlace() == Legend.ABOVE ? legend + plot : plot + legend));
  }

  private static List<Object> frames(Animation animation) {
    return IntStream.range(0, animation.frames().size()).<Object>mapToObj(i -> frame(animation, i)).toList();
  }

  private static Map<String, Object> frame(Animation animation, int index) {
    var frame = animation.frames().get(index);
    var figure = animation.at(index);
    var moves = new ArrayList<Map<String, Object>>();
    for (int p = 0; p < figure.panels().size(); p++) {
      var axes = figure.panels().get(p);
      var marks = axes.drawn();
      for (int m = 0; m < marks.size(); m++) {
        if (frame.data().containsKey(marks.get(m).style().name())) {
          moves.add(move(p, m, axes, marks.get(m), figure.theme()));
        }
      }
    }
    return Plotly.object("label", frame.label(), "suptitle", Markup.label(frame.suptitle()), "moves", moves);
  }

  /// What a frame hands to the player: of points and lines their coordinates, of other marks all of them.
  private static Map<String, Object> move(int panel, int index, Axes axes, Mark mark, Theme theme) {
    boolean simple = switch (mark) {
      case Mark.Points _, Mark.Line _, Mark.Points3 _, Mark.Line3 _ ->
          PlotlyPlane.points(mark) <= PlotlyPlane.MOST;
      default -> false;
    };
    var trace = PlotlyPanel.trace(axes, mark, theme);
    return simple
        ? Plotly.object("panel", panel, "trace", index, "x", trace.get("x"), "y", trace.get("y"),
            "z", trace.get("z"), "hovertext", Plotly.hoverText(mark.style().hover()))
        : Plotly.object("panel", panel, "trace", index, "whole", trace);
  }

  static String number(double number) {
    return String.valueOf(Math.round(number * 1000) / 1000.0);
  }
}
