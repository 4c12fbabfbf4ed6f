package thalweg.figures.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Legend;
import thalweg.figures.Mark;
import thalweg.figures.Output;
import thalweg.figures.Space;
import thalweg.figures.Theme;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;

/// A figure as a fragment of HTML: a `div` with its titles, legends and data. The scripts of a [Page]
/// draw it when the page is loaded; a page of your own calls `thalweg.draw(div)` for one added later.
///
/// A panel shows at most 500 marks besides those with a label, a mark at most 20,000 points, evenly chosen. An animation shows at most 500 frames, which together add at most
/// 100,000 points and have at most a million heights of grids. What is left out is said under the figure.
public final class FigureHtml {

  private FigureHtml() {}

  /// The fragment of a figure, with its words in English.
  public static String of(Figure figure) {
    return of(Said.of(Language.EN, figure));
  }

  /// The fragment shows the first frame; the player is added when it is drawn.
  public static String of(Animation animation, Output output) {
    return of(Said.of(Language.EN, animation), output);
  }

  static String of(Said<Figure> figures) {
    return fragment(figures.map(figure -> new Shown(figure, FigureFrames.NONE)), Output.DEFAULT);
  }

  static String of(Said<Animation> animations, Output output) {
    return fragment(animations.map(animation -> new Shown(
        animation.frames().isEmpty() ? animation.base() : animation.at(0), FigureFrames.of(animation))), output);
  }

  /// What stands on the page, and what comes after it.
  private record Shown(Figure figure, FigureFrames frames) {

    /// What must not differ between languages and is not in the data.
    List<Object> frame() {
      return List.of(figure.theme(), figure.width(), figure.height(), figure.columns());
    }

    Map<String, Object> data(Output output) {
      return Plotly.object(
          "panels", figure.panels().stream().map(axes -> PlotlyPanel.of(axes, figure.theme())).toList(),
          "frames", frames.frames(), "fps", output.fps(), "loop", output.loop(),
          "sketch", figure.theme().sketch().map(sketch -> Plotly.object("scale", sketch.scale(),
              "length", sketch.length(), "randomness", sketch.randomness())).orElse(null));
    }
  }

  /// Once for all languages if nothing but texts differs, else once for each.
  private static String fragment(Said<Shown> said, Output output) {
    var data = said.map(shown -> shown.data(output));
    return (said.map(Shown::frame).same() ? rewordings(data) : Optional.<Map<String, Object>>empty())
        .map(words -> fragment(said, data.first(), words))
        .orElseGet(() -> said.each((language, shown) ->
            fragment(Said.of(language, shown), data.in().get(language), Map.of())).apart(Function.identity()));
  }

  /// How the texts of the first language's data are said in the others, by the languages' codes.
  private static Optional<Map<String, Object>> rewordings(Said<Map<String, Object>> data) {
    var all = new LinkedHashMap<String, Object>();
    for (var other : data.in().sequencedEntrySet().stream().skip(1).toList()) {
      var rewording = Rewording.of(data.first(), other.getValue());
      if (rewording.isEmpty()) {
        return Optional.empty();
      }
      all.put(other.getKey().code(), rewording.get());
    }
    return Optional.of(all);
  }

  private static String fragment(Said<Shown> said, Map<String, Object> data, Map<String, Object> words) {
    var figures = said.map(Shown::figure);
    var figure = figures.first();
    var theme = figure.theme();
    if (!words.isEmpty()) {
      data.put("words", words);
    }
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
            figures.map(Figure::suptitle).inline(Markup::label),
            figures.<Axes>parts(Figure::panels).orElseThrow().stream()
                .map(axes -> panel(axes, theme)).collect(Collectors.joining("\n")),
            said.each(FigureHtml::notes).apart(Function.identity()),
            Json.write(data));
  }

  /// What is left out: marks, points of marks, and frames.
  private static String notes(Language language, Shown shown) {
    var panels = shown.figure().panels().stream().filter(axes -> PlotlyPanel.shown(axes).size() < axes.marks().size())
        .map(axes -> Words.text("thinned.marks", "all", "%,d".formatted(axes.marks().size()),
            "shown", "%,d".formatted(PlotlyPanel.shown(axes).size())));
    var marks = shown.figure().panels().stream().flatMap(axes -> axes.marks().stream())
        .filter(mark -> PlotlyPlane.points(mark) > PlotlyPlane.MOST).map(FigureHtml::note);
    return Stream.of(panels, marks, shown.frames().notes().stream()).flatMap(notes -> notes)
        .map(note -> "<p class=\"thinned\">" + Markup.label(note.in(language)) + "</p>\n")
        .collect(Collectors.joining());
  }

  private static Text note(Mark mark) {
    var label = mark.style().label();
    return Words.text("thinned.points", "mark", label.isEmpty() ? Words.text("kind." + mark.kind()) : label,
        "all", "%,d".formatted(PlotlyPlane.points(mark)), "shown", "%,d".formatted(PlotlyPlane.MOST));
  }

  /// The paper that a figure brings along; the default theme follows the page into the dark.
  static Optional<Color> paper(Theme theme) {
    return theme.paper().equals(Theme.DEFAULT.paper()) && theme.sketch().isEmpty()
        ? Optional.empty() : Optional.of(theme.paper());
  }

  private static String colors(Theme theme) {
    return paper(theme).map(paper -> "; --paper: %s; --ink: %s; --grid: %s".formatted(
        paper.hex(), theme.ink().hex(), theme.grid().hex())).orElse("");
  }

  private static String panel(Said<Axes> said, Theme theme) {
    var titles = said.map(Axes::title);
    var title =
        titles.first().isEmpty() ? "" : "<p class=\"panel-title\">" + titles.inline(Markup::label) + "</p>";
    var kind = said.first() instanceof Space ? "space" : "plane";
    var plot = "<div class=\"plot\"></div>";
    var legend = said.apart(axes -> new LegendHtml(axes, theme).html());
    return "<div class=\"panel %s\">%s</div>".formatted(
        kind, title + (said.first().legendPlace() == Legend.ABOVE ? legend + plot : plot + legend));
  }

  static String number(double number) {
    return String.valueOf(Math.round(number * 1000) / 1000.0);
  }
}
