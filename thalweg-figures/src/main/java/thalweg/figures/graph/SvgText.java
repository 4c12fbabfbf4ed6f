package thalweg.figures.graph;

import java.util.List;
import java.util.stream.Collectors;
import thalweg.figures.graph.Placement.Area;
import thalweg.figures.graph.Placement.Point;

/// Writes a placed diagram as SVG.
final class SvgText {
  /// Each colour twice: programs that do not know `light-dark` take the first.
  private static final String STYLE =
      """
      svg:root { color-scheme: light dark; background: #fff; background: light-dark(#fff, #15181d); }
      .thalweg-graph { display: block; margin-inline: auto; max-width: 100%; height: auto; font: 13px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
      .thalweg-graph text { text-anchor: middle; white-space: pre; }
      .thalweg-graph .ink { fill: #1c1f24; fill: light-dark(#1c1f24, #e6e8eb); }
      .thalweg-graph .box { fill: #f6f7f8; fill: light-dark(#f6f7f8, #1d2127); stroke: #7a828c; stroke: light-dark(#7a828c, #8b95a1); stroke-width: 1.2; }
      .thalweg-graph .result { stroke-width: 2.6; }
      .thalweg-graph .title { font-weight: 600; }
      .thalweg-graph .way { fill: none; stroke: #565d66; stroke: light-dark(#565d66, #a4acb6); stroke-width: 1.4; }
      .thalweg-graph .head { fill: #565d66; fill: light-dark(#565d66, #a4acb6); }
      .thalweg-graph .back { fill: #1650a8; fill: light-dark(#1650a8, #8ec2ff); }
      .thalweg-graph .local { fill: #eef4fd; fill: light-dark(#eef4fd, #1a2a40); stroke: #3b78d0; stroke: light-dark(#3b78d0, #5b98e0); }
      """;

  private final StringBuilder out = new StringBuilder();

  private SvgText() {}

  static String of(Placement placement) {
    var svg = new SvgText();
    svg.document(placement);
    return svg.out.toString();
  }

  private void document(Placement placement) {
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="thalweg-graph" role="img" width="%s" height="%s" viewBox="0 0 %s %s">
        <title>%s</title>
        <style>
        %s</style>
        """
            .formatted(
                number(placement.width()),
                number(placement.height()),
                number(placement.width()),
                number(placement.height()),
                escape(placement.diagram().description()),
                STYLE));
    placement.arrows().forEach(this::way);
    placement.arrows().forEach(this::local);
    placement.boxes().forEach(this::box);
    out.append("</svg>\n");
  }

  private void box(Placement.Placed placed) {
    Diagram.Box box = placed.box();
    Area area = placed.area();
    double corner = box.kind() == Diagram.Kind.INPUT ? 18 : 4;
    out.append("<g>");
    rectangle(area, corner, box.kind() == Diagram.Kind.RESULT ? "box result" : "box");
    text(area, 0, "ink title", box.title());
    text(area, 1, "ink", box.value());
    text(area, 2, "back", box.gradient());
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

  private void local(Placement.Routed routed) {
    out.append("<g>");
    rectangle(routed.label(), 0, "local");
    for (int line = 0; line < routed.arrow().label().size(); line++) {
      text(routed.label(), line, "back", routed.arrow().label().get(line));
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
    out.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
            .formatted(
                style,
                number(area.x() + area.width() / 2),
                number(baseline),
                escape(text)));
  }

  private static String number(double value) {
    return String.valueOf(Math.round(value * 10) / 10.0);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
