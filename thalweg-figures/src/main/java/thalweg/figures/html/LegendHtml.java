package thalweg.figures.html;

import java.util.Locale;
import java.util.stream.Collectors;
import thalweg.figures.Axes;
import thalweg.figures.Legend;
import thalweg.figures.Mark;
import thalweg.figures.Marker;
import thalweg.figures.Stroke;
import thalweg.figures.Style;
import thalweg.figures.Theme;

/// The list of a panel's labelled marks, each with a small drawing of it.
record LegendHtml(Axes axes, Theme theme) {

  private static final String AREA = "<path d=\"M6 2H26V14H6Z\"%s/>";

  String html() {
    var listed = axes.marks().stream().filter(mark -> !mark.style().label().isEmpty()).toList();
    if (axes.legendPlace() == Legend.NONE || listed.isEmpty()) {
      return "";
    }
    var place = axes.legendCorner().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var title = axes.legendTitle().isEmpty()
        ? "" : "<li class=\"title\">" + Markup.label(axes.legendTitle()) + "</li>";
    return listed.stream().map(this::entry)
        .collect(Collectors.joining("", "<ul class=\"legend " + place + "\">" + title, "</ul>"));
  }

  private String entry(Mark mark) {
    var style = mark.style();
    return "<li><span class=\"key\" data-color=\"%s\">%s</span><span>%s</span></li>".formatted(
        style.shades().map().map(map -> map.at(0.6).hex()).orElse(Plotly.hex(style, theme)),
        key(mark), Markup.label(style.label()));
  }

  private static String key(Mark mark) {
    var style = mark.style();
    var shape = switch (mark) {
      case Mark.Line _, Mark.Line3 _, Mark.Rule _ -> stroke(style) + markers(style);
      case Mark.ErrorBars _ -> stroke(style) + markers(style) + "<path d=\"M16 1V15\" class=\"stroke\"/>";
      case Mark.Arrows _, Mark.Annotation _ ->
          "<path d=\"M4 8H22\" class=\"stroke\"/><path d=\"M20 3l9 5-9 5z\"/>";
      case Mark.Contour contour when contour.filled() -> area(1);
      case Mark.Contour _ -> "<path d=\"M1 8H31\" class=\"stroke\"/>";
      case Mark.Points _, Mark.Points3 _ -> point(style.marker());
      case Mark.Surface _ -> area(.4);
      case Mark.Wireframe _ -> "<path d=\"M6 2H26V14H6ZM16 2V14M6 8H26\" class=\"stroke\"/>";
      case Mark.Bars _, Mark.Fill _, Mark.Band _, Mark.Image _ -> area(style.alpha());
      case Mark.Text _, Mark.Text3 _ -> "";
    };
    return "<svg viewBox=\"0 0 32 16\" width=\"32\" height=\"16\" aria-hidden=\"true\">" + shape + "</svg>";
  }

  private static String area(double alpha) {
    return AREA.formatted(alpha == 1 ? "" : " opacity=\"" + FigureHtml.number(alpha) + "\"");
  }

  private static String markers(Style style) {
    return style.markers().isEmpty() ? "" : point(style.marker());
  }

  private static String stroke(Style style) {
    if (style.stroke() == Stroke.NONE) {
      return "";
    }
    double width = Plotly.pixels(style);
    var dashes = style.stroke().dashes().size() == 0
        ? "" : "; stroke-dasharray: " + Plotly.dash(style.stroke(), width).replace("px", "");
    return "<path d=\"M1 8H31\" class=\"stroke\" style=\"stroke-width: %s%s\"%s/>".formatted(
        FigureHtml.number(Math.min(width, 12)), dashes,
        style.width() > 3 ? " opacity=\"" + FigureHtml.number(style.alpha()) + "\"" : "");
  }

  private static String point(Marker marker) {
    return switch (marker) {
      case CIRCLE -> "<circle cx=\"16\" cy=\"8\" r=\"4.5\"/>";
      case POINT -> "<circle cx=\"16\" cy=\"8\" r=\"2.5\"/>";
      case X -> "<path d=\"M12 4l8 8m0-8l-8 8\" class=\"stroke\" style=\"stroke-width: 3\"/>";
      case CROSS -> "<path d=\"M12 4l8 8m0-8l-8 8\" class=\"stroke\"/>";
      case BOLD_PLUS -> "<path d=\"M16 3V13M11 8H21\" class=\"stroke\" style=\"stroke-width: 3.5\"/>";
      case PLUS -> "<path d=\"M16 3V13M11 8H21\" class=\"stroke\"/>";
      case STAR -> "<path d=\"M16 0l1.9 5.6h5.9l-4.8 3.5 1.8 5.7-4.8-3.5-4.8 3.5 1.8-5.7-4.8-3.5h5.9z\"/>";
      case SQUARE -> "<path d=\"M12 4h8v8h-8z\"/>";
      case DIAMOND -> "<path d=\"M16 2l6 6-6 6-6-6z\"/>";
      case TRIANGLE_UP -> "<path d=\"M16 3l5 10h-10z\"/>";
      case TRIANGLE_DOWN -> "<path d=\"M16 13l5-10h-10z\"/>";
      case TRIANGLE_LEFT -> "<path d=\"M11 8l10-5v10z\"/>";
      case TRIANGLE_RIGHT -> "<path d=\"M21 8l-10-5v10z\"/>";
    };
  }
}
