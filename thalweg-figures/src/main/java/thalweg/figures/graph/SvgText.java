package thalweg.figures.graph;

import static thalweg.figures.graph.Svg.number;

import java.util.List;
import java.util.stream.Collectors;
import thalweg.figures.graph.Placement.Area;
import thalweg.figures.graph.Placement.Point;

/// Writes a placed diagram as SVG.
final class SvgText {
  private static final String STYLE =
      """
      .thalweg-graph .constant { stroke-dasharray: 4 3; }
      .thalweg-graph .result { stroke-width: 2.6; }
      .thalweg-graph .way { fill: none; stroke: #565d66; stroke: light-dark(#565d66, #a4acb6); stroke-width: 1.4; }
      .thalweg-graph .head { fill: #565d66; fill: light-dark(#565d66, #a4acb6); }
      .thalweg-graph .local { fill: #eef4fd; fill: light-dark(#eef4fd, #1a2a40); stroke: #3b78d0; stroke: light-dark(#3b78d0, #5b98e0); }
      .thalweg-graph .passing { fill: #fff; fill: light-dark(#fff, #15181d); stroke: none; }
      """;

  private final StringBuilder out = new StringBuilder();

  private SvgText() {}

  static String of(Placement placement) {
    var svg = new SvgText();
    placement.arrows().forEach(svg::way);
    placement.arrows().forEach(arrow -> arrow.label().ifPresent(area -> svg.label(arrow, area)));
    placement.boxes().forEach(svg::box);
    return Svg.document(
        placement.width(),
        placement.height(),
        placement.diagram().description(),
        STYLE,
        svg.out.toString());
  }

  private void box(Placement.Placed placed) {
    Diagram.Box box = placed.box();
    Area area = placed.area();
    out.append("<g>");
    switch (box.kind()) {
      case INPUT -> rectangle(area, 18, "box");
      case CONSTANT -> rectangle(area, 18, "box constant");
      case OPERATION -> rectangle(area, 4, "box");
      case RESULT -> rectangle(area, 4, "box result");
    }
    text(area, 0, "ink title", box.title());
    text(area, 1, "ink", box.value());
    if (!box.gradient().isEmpty()) {
      text(area, 2, "back", box.gradient());
    }
    out.append("</g>\n");
  }

  private void way(Placement.Routed routed) {
    List<Point> way = routed.way();
    out.append("<path class=\"way\" d=\"M");
    out.append(
        way.stream()
            .map(point -> number(point.x()) + " " + number(point.y()))
            .collect(Collectors.joining(" L")));
    out.append("\"/>");
    head(way.get(way.size() - 2), way.getLast());
  }

  /// An arrow head drawn as a shape, because the colour of a marker does not follow its line everywhere.
  private void head(Point before, Point end) {
    double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
    double dx = length == 0 ? 1 : (end.x() - before.x()) / length;
    double dy = length == 0 ? 0 : (end.y() - before.y()) / length;
    double x = end.x() - 9 * dx;
    double y = end.y() - 9 * dy;
    out.append(
        "<path class=\"head\" d=\"M%s %s L%s %s L%s %sZ\"/>\n"
            .formatted(
                number(end.x()),
                number(end.y()),
                number(x - 4 * dy),
                number(y + 4 * dx),
                number(x + 4 * dy),
                number(y - 4 * dx)));
  }

  private void label(Placement.Routed routed, Area area) {
    Diagram.Arrow arrow = routed.arrow();
    out.append("<g>");
    rectangle(area, 0, arrow.label().isEmpty() ? "passing" : "local");
    int shapes = arrow.shape().isEmpty() ? 0 : 1;
    List<String> lines = arrow.lines();
    for (int line = 0; line < lines.size(); line++) {
      text(area, line, line < shapes ? "ink" : "back", lines.get(line));
    }
    out.append("</g>\n");
  }

  private void rectangle(Area area, double corner, String style) {
    out.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
            .formatted(
                style,
                number(area.x()),
                number(area.y()),
                number(area.width()),
                number(area.height()),
                number(corner)));
  }

  private void text(Area area, int line, String style, String text) {
    double baseline = area.y() + Placement.MARGIN / 2 + Placement.LINE * (line + 0.72);
    out.append(Svg.text(area.x() + area.width() / 2, baseline, style, text));
  }
}
