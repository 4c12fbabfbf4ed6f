package thalweg.figures.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.Figure;
import thalweg.figures.Frame;
import thalweg.figures.Legend;
import thalweg.figures.Mark;
import thalweg.figures.Marker;
import thalweg.figures.Space;
import thalweg.figures.Stroke;

/// A figure as a fragment of HTML: a `div` with its titles, legends and data. The scripts of a [Page]
/// draw it when the page is loaded; a page of your own calls `thalweg.draw(div)` for one added later.
public final class FigureHtml {

  private FigureHtml() {}

  public static String of(Figure figure) {
    return fragment(figure, List.of());
  }

  /// The fragment shows the first frame; the player is added when it is drawn.
  public static String of(Animation animation) {
    var first = animation.frames().isEmpty() ? animation.base() : animation.at(0);
    return fragment(first, frames(animation));
  }

  private static String fragment(Figure figure, List<Object> frames) {
    var data = PlotlyPanel.object(
        "panels", figure.panels().stream().map(PlotlyPanel::of).toList(),
        "frames", frames);
    return """
        <div class="thalweg-figure" style="--width: %s; --ratio: %s">
        <p class="suptitle">%s</p>
        <div class="panels">
        %s
        </div>
        <script type="application/json">%s</script>
        </div>
        """
        .formatted(
            number(figure.width()),
            number(figure.width() / figure.columns() / figure.height() * figure.rows()),
            Markup.label(figure.suptitle()),
            figure.panels().stream().map(FigureHtml::panel).collect(Collectors.joining("\n")),
            Json.write(data));
  }

  private static String panel(Axes axes) {
    var title =
        axes.title().isEmpty() ? "" : "<p class=\"panel-title\">" + Markup.label(axes.title()) + "</p>";
    var kind = axes instanceof Space ? "space" : "plane";
    var plot = "<div class=\"plot\"></div>";
    return "<div class=\"panel %s\">%s</div>".formatted(
        kind,
        title + (axes.legendPlace() == Legend.ABOVE ? legend(axes) + plot : plot + legend(axes)));
  }

  private static String legend(Axes axes) {
    var listed = axes.marks().stream().filter(mark -> !mark.style().label().isEmpty()).toList();
    if (axes.legendPlace() == Legend.NONE || listed.isEmpty()) {
      return "";
    }
    var place = axes.legendPlace().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return listed.stream().map(FigureHtml::entry)
        .collect(Collectors.joining("", "<ul class=\"legend " + place + "\">", "</ul>"));
  }

  private static String entry(Mark mark) {
    return "<li><span class=\"key\" data-color=\"%s\">%s</span><span>%s</span></li>".formatted(
        mark.style().shades().map().map(map -> map.at(0.6).hex()).orElse(PlotlyPanel.hex(mark.style())),
        key(mark), Markup.label(mark.style().label()));
  }

  private static String key(Mark mark) {
    var shape = switch (mark) {
      case Mark.Line line -> stroke(line);
      case Mark.Arrows _ -> "<path d=\"M4 8H22\" class=\"stroke\"/><path d=\"M20 3l9 5-9 5z\"/>";
      case Mark.Contour contour when contour.filled() -> "<path d=\"M6 2H26V14H6Z\"/>";
      case Mark.Contour _ -> "<path d=\"M1 8H31\" class=\"stroke\"/>";
      case Mark.Points points -> point(points.style().marker());
      case Mark.Points3 points -> point(points.style().marker());
      case Mark.Surface _ -> "<path d=\"M6 2H26V14H6Z\" opacity=\".4\"/>";
      default -> "<path d=\"M6 2H26V14H6Z\"/>";
    };
    return "<svg viewBox=\"0 0 32 16\" width=\"32\" height=\"16\" aria-hidden=\"true\">" + shape + "</svg>";
  }

  private static String stroke(Mark.Line line) {
    return "<path d=\"M1 8H31\" class=\"%s\" style=\"stroke-width: %s\"%s/>".formatted(
        line.style().stroke() == Stroke.DASHED ? "stroke dashed" : "stroke",
        number(Math.min(PlotlyPanel.pixels(line.style()), 12)),
        line.style().width() > 3 ? " opacity=\"" + number(line.style().alpha()) + "\"" : "");
  }

  private static String point(Marker marker) {
    return switch (marker) {
      case CIRCLE -> "<circle cx=\"16\" cy=\"8\" r=\"4.5\"/>";
      case X -> "<path d=\"M12 4l8 8m0-8l-8 8\" class=\"stroke\"/>";
      case STAR -> "<path d=\"M16 0l1.9 5.6h5.9l-4.8 3.5 1.8 5.7-4.8-3.5-4.8 3.5 1.8-5.7-4.8-3.5h5.9z\"/>";
      default -> "<path d=\"M12 4h8v8h-8z\"/>";
    };
  }

  private static List<Object> frames(Animation animation) {
    var places = new ArrayList<Place>();
    for (int p = 0; p < animation.base().panels().size(); p++) {
      var marks = animation.base().panels().get(p).marks();
      for (int t = 0; t < marks.size(); t++) {
        places.add(new Place(marks.get(t), p, t));
      }
    }
    return animation.frames().stream().<Object>map(frame -> frame(frame, places)).toList();
  }

  /// Where a mark is found in the page: its panel and its trace there.
  private record Place(Mark mark, int panel, int trace) {
    Map<String, Object> move(Frame.Data data) {
      var c = data.coordinates();
      return PlotlyPanel.object(
          "panel", panel, "trace", trace, "x", c.get(0), "y", c.get(1), "z", c.size() > 2 ? c.get(2) : null,
          "hovertext", PlotlyPanel.hoverText(data.hover()));
    }
  }

  private static Map<String, Object> frame(Frame frame, List<Place> places) {
    var moves = places.stream()
        .filter(place -> frame.data().containsKey(place.mark.style().name()))
        .map(place -> place.move(frame.data().get(place.mark.style().name())))
        .toList();
    return PlotlyPanel.object(
        "label", frame.label(), "suptitle", Markup.label(frame.suptitle()), "moves", moves);
  }

  private static String number(double number) {
    return String.valueOf(Math.round(number * 1000) / 1000.0);
  }
}
